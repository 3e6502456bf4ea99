package com.giosg.chatreports.route;

import com.giosg.chatreports.time.Durations;
import org.apache.camel.spi.PropertiesFunction;

/** {@code {{millis:10s}}} is 10000: for libraries that take no durations, and would wait for ever without saying so. */
final class Millis implements PropertiesFunction {

    static final String NAME = "millis";

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String apply(String duration) {
        return String.valueOf(Durations.parse(duration).toMillis());
    }
}
