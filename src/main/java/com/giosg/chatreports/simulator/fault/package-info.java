/** What can go wrong between a client and the API, on demand; also delays and synthetic answers for benchmarks. */
package com.giosg.chatreports.simulator.fault;
