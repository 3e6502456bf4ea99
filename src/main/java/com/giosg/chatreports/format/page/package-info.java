/** A report as one page for browsers and paper, which loads nothing and runs nothing. */
package com.giosg.chatreports.format.page;
