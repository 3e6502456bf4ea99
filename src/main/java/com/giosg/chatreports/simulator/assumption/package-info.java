/** What nobody outside Giosg knows about the real APIs: each unknown that changes an answer is a named switch. */
package com.giosg.chatreports.simulator.assumption;
