/** Runs, requests and deliveries, and the planner that decides what is due. */
package com.giosg.chatreports.ledger;
