/** The simulated organizations and, seeded and day by day, the chats and events that happened in them. */
package com.giosg.chatreports.simulator.world;
