/**
 * A bad network: connections to a real server on this machine, on which something goes wrong at a chosen moment. It knows
 * nothing of what is spoken there.
 */
package com.giosg.chatreports.network;
