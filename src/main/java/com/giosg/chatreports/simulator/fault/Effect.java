package com.giosg.chatreports.simulator.fault;

import com.giosg.chatreports.simulator.exchange.Answer;
import com.giosg.chatreports.simulator.exchange.Request;

/** Turns the ordinary answer into what is sent instead. */
@FunctionalInterface
public interface Effect {

    Answer apply(Request request, Answer ordinary);
}
