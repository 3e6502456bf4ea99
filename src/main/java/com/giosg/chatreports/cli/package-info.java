/** The commands. */
package com.giosg.chatreports.cli;
