/** Artifacts: the rows of a run as a finished file. */
package com.giosg.chatreports.format;
