/** The simulated addresses: who may ask, what is where, paging, and the server in front of them. */
package com.giosg.chatreports.simulator.http;
