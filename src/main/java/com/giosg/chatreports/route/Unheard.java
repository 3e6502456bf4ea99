package com.giosg.chatreports.route;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.DefaultConsumer;

/** What is cut off has failed, and nobody has to be told that of each message, with a trace. */
final class Unheard implements ExceptionHandler {

    /** From now on nothing is said of messages that failed. */
    static void from(CamelContext context) {
        context.getRoutes().stream()
                .map(Route::getConsumer)
                .filter(DefaultConsumer.class::isInstance)
                .map(DefaultConsumer.class::cast)
                .forEach(consumer -> consumer.setExceptionHandler(new Unheard()));
    }

    @Override
    public void handleException(Throwable exception) {}

    @Override
    public void handleException(String message, Throwable exception) {}

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {}
}
