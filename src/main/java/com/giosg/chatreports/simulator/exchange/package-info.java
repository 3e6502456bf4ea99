/** Requests and answers as the simulator's parts hand them to each other, free of any server. */
package com.giosg.chatreports.simulator.exchange;
