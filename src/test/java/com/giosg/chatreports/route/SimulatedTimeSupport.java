package com.giosg.chatreports.route;

import java.time.Instant;
import org.apache.camel.CamelContext;

/** The routes under an application that is there day and night, where a {@code delay} waits for simulated time. */
abstract class SimulatedTimeSupport extends RouteTestSupport {

    final SimulatedTime time = new SimulatedTime(beginning());

    Instant beginning() {
        return NOW;
    }

    @Override
    Wiring wiring() {
        return Wiring.of(installation(time), Patience.LONG).withTimers(new Planning(installation(time)));
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext created = super.createCamelContext();
        created.getExecutorServiceManager().setThreadPoolFactory(time);
        return created;
    }
}
