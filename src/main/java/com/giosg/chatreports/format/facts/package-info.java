/** What everything that is made of a run has to know besides its rows. */
package com.giosg.chatreports.format.facts;
