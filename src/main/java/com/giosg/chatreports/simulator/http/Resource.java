package com.giosg.chatreports.simulator.http;

import com.giosg.chatreports.simulator.exchange.Request;
import com.giosg.chatreports.simulator.world.Organization;

/** What is behind one address. */
@FunctionalInterface
interface Resource {

    /**
     * The answer's JSON value.
     *
     * @param organization whom the address belongs to; the token has been checked
     */
    Object answer(Request request, Organization organization);
}
