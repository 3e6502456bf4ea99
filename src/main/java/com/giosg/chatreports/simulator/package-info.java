/** A stand-in for Giosg's APIs with a seeded set of chats; used by the demo and the tests only. */
package com.giosg.chatreports.simulator;
