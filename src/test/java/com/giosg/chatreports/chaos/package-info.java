/**
 * The promise that nothing is lost, nothing doubled and nothing seen half written, tried on processes that are killed. What
 * arrived is taken from the journals of those who received it, and joined with the plan and the ledger by code that shares
 * nothing with the application.
 */
package com.giosg.chatreports.chaos;
