package com.giosg.chatreports.route;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.CamelContext;

/** What the metrics of the application say besides those of Camel. */
final class Meters {

    /** Metrics for Prometheus call it {@code chat_reports_runs_skipped_total}. */
    private static final String SKIPPED = "chat.reports.runs.skipped";

    /** Metrics for Prometheus call it {@code chat_reports_configuration_current}. */
    private static final String CURRENT = "chat.reports.configuration.current";

    private Meters() {}

    /** From the first look on, so that the first one that is skipped is an increase. */
    static void add(CamelContext context, Planning planning, Standing standing) {
        MeterRegistry registry = context.getRegistry().findSingleByType(MeterRegistry.class);
        planning.skipped().forEach(sum -> FunctionCounter.builder(SKIPPED, sum.times(), LongAdder::doubleValue)
                .description("Due times that got no run; history says why")
                .tag("report", sum.report())
                .tag("organization", sum.organization())
                .register(registry));
        Gauge.builder(CURRENT, standing, now -> now.doubt().isEmpty() ? 1 : 0)
                .description("1: what stands in the files is used; 0: it changed and is not used, or is wrong")
                .strongReference(true)
                .register(registry);
    }
}
