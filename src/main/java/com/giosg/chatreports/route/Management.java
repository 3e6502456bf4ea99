package com.giosg.chatreports.route;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.support.DefaultHeaderFilterStrategy;
import org.apache.camel.support.service.ServiceHelper;

/**
 * The server of the status pages, and health and metrics where Camel's users expect them: {@code /observe/health}, {@code /observe/health/live},
 * {@code /observe/health/ready} and {@code /observe/metrics}, on this machine only. Set up by properties alone, so that
 * nothing of it is loaded by who does not ask for it.
 */
final class Management {

    private static final String LOOPBACK = "127.0.0.1";

    /** Camel takes the only bean of that type. By class name: the class is none of our business otherwise. */
    private static final String SERVER = "camel.beans.management-server";

    private Management() {}

    /** Camel's own would keep {@code Cache-Control} back: answers of a proxy, which it is made for, have one already. */
    static HeaderFilterStrategy headers() {
        DefaultHeaderFilterStrategy headers = new DefaultHeaderFilterStrategy();
        headers.setLowerCase(true);
        headers.getOutFilter().addAll(Set.of("content-type", "content-length"));
        headers.setOutFilterStartsWith(DefaultHeaderFilterStrategy.CAMEL_FILTER_STARTS_WITH);
        headers.setInFilterStartsWith(DefaultHeaderFilterStrategy.CAMEL_FILTER_STARTS_WITH);
        return headers;
    }

    /** Gives the port back, where there is one, before everything else ends. */
    static void end(CamelContext context) {
        ServiceHelper.stopAndShutdownService(context.hasService(VertxPlatformHttpServer.class));
    }

    /** What can be watched besides what Camel knows of itself. */
    static void watch(CamelContext context, Planning planning, Troubles troubles) {
        Meters.add(context, planning, troubles);
        HealthCheckRegistry.get(context).register(new StorageCheck(troubles));
    }

    static Map<String, String> properties(int port) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "camel.health.enabled", "true",
                "camel.metrics.enabled", "true",
                // What each message did is in the metrics of the routes already.
                "camel.metrics.enableExchangeEventNotifier", "false",
                "camel.management.enabled", "true",
                "camel.management.host", LOOPBACK,
                "camel.management.port", Integer.toString(port),
                "camel.management.healthCheckEnabled", "true",
                "camel.management.metricsEnabled", "true"));
        // Asked now and then, it needs few threads and need not look every second whether one of them is stuck.
        properties.putAll(Map.of(
                SERVER,
                "#class:io.vertx.core.VertxOptions",
                SERVER + ".eventLoopPoolSize",
                "1",
                SERVER + ".workerPoolSize",
                "2",
                SERVER + ".blockedThreadCheckInterval",
                "3600000"));
        return properties;
    }
}
