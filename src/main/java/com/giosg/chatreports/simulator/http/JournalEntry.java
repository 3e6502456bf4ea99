package com.giosg.chatreports.simulator.http;

import com.giosg.chatreports.simulator.exchange.Request;
import java.time.Instant;

/**
 * A request that was received.
 *
 * @param number counts from 1
 * @param time of receipt, by the simulator's clock
 * @param status that was answered; 0 as long as there is none, and when the connection was dropped instead
 */
public record JournalEntry(long number, Instant time, Request request, int status) {

    public String method() {
        return request.method();
    }

    public String path() {
        return request.path();
    }

    public String body() {
        return request.body();
    }
}
