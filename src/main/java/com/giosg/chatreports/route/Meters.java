package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Configuration;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;

/** What the metrics of the application say besides those of Camel. */
final class Meters {

    /** Metrics for Prometheus call it {@code chat_reports_runs_skipped_total}. */
    private static final String SKIPPED = "chat.reports.runs.skipped";

    /** Metrics for Prometheus call it {@code chat_reports_configuration_current}. */
    private static final String CURRENT = "chat.reports.configuration.current";

    /** Metrics for Prometheus call them {@code chat_reports_storage_available} and so on. */
    private static final String STORAGE = "chat.reports.storage.available";

    private static final String SINK = "chat.reports.sink.available";
    private static final String API = "chat.reports.api.available";

    private Meters() {}

    /** From the first look on, so that the first one that is skipped is an increase. */
    static void add(CamelContext context, Planning planning, Troubles troubles) {
        MeterRegistry registry = context.getRegistry().findSingleByType(MeterRegistry.class);
        planning.skipped().forEach(sum -> FunctionCounter.builder(SKIPPED, sum.times(), LongAdder::doubleValue)
                .description("Due times that got no run; history says why")
                .tag("report", sum.report())
                .tag("organization", sum.organization())
                .register(registry));
        gauge(CURRENT, () -> troubles.standing().doubt().isEmpty())
                .description("1: what stands in the files is used; 0: it changed and is not used, or is wrong")
                .register(registry);
        gauge(STORAGE, () -> troubles.storage().isEmpty())
                .description("1: runs can be noted and kept; 0: they cannot, and no run goes on")
                .register(registry);
        Configuration configuration = troubles.configuration();
        configuration.sinks().keySet().forEach(sink -> gauge(SINK, () -> troubles.isAvailable(sink))
                .description(
                        "1: the sink is called; 0: its last calls failed, or it asked for a pause, and it is left alone")
                .tag("sink", sink)
                .register(registry));
        configuration.organizations().values().forEach(asker -> gauge(API, () -> troubles.isAvailable(asker))
                .description(
                        "1: the API is asked with the organization's token; 0: the last calls failed, or it asked for a pause, and it is left alone")
                .tag("organization", asker.key())
                .register(registry));
    }

    private static Gauge.Builder<BooleanSupplier> gauge(String name, BooleanSupplier well) {
        return Gauge.builder(name, well, now -> now.getAsBoolean() ? 1 : 0).strongReference(true);
    }
}
