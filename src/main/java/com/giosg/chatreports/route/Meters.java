package com.giosg.chatreports.route;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.CamelContext;

/** What the metrics of the application say besides those of Camel. */
final class Meters {

    /** Metrics for Prometheus call it {@code chat_reports_runs_skipped_total}. */
    private static final String SKIPPED = "chat.reports.runs.skipped";

    private Meters() {}

    /** From the first look on, so that the first one that is skipped is an increase. */
    static void add(CamelContext context, Planning planning) {
        MeterRegistry registry = context.getRegistry().findSingleByType(MeterRegistry.class);
        planning.skipped().forEach(sum -> FunctionCounter.builder(SKIPPED, sum.times(), LongAdder::doubleValue)
                .description("Due times that got no run; history says why")
                .tag("report", sum.report())
                .tag("organization", sum.organization())
                .register(registry));
    }
}
