package com.giosg.chatreports.route;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Producer;
import org.apache.camel.support.PropertyBindingSupport;

/**
 * Has an endpoint do all that it does before it is sent something. Most components connect no earlier than that; those
 * of brokers have an option which makes them.
 */
public final class EndpointProbe {

    private static final String CONNECT_AT_START = "testConnectionOnStartup";

    /**
     * Makes an endpoint and starts it as a sink would.
     *
     * @param uri with the values that its placeholders stand for
     * @return what was found out, in words
     * @throws Exception whatever the component has against the address, its options or their values, or why it cannot connect
     */
    public String start(String uri, CamelContext context) throws Exception {
        Endpoint endpoint = context.getEndpoint(uri);
        boolean connects = PropertyBindingSupport.build().bind(context, endpoint, CONNECT_AT_START, true);
        try (Producer producer = endpoint.createProducer()) {
            producer.start();
        }
        return connects
                ? "connected; nothing was delivered"
                : "its options and their values are right; whether anybody answers there shows at the first delivery";
    }
}
