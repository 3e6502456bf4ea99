/** What operators are told when nothing of a report could be had. */
package com.giosg.chatreports.format.notice;
