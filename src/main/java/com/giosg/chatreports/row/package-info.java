/** Answers become rows: reading, filling, part files. */
package com.giosg.chatreports.row;
