package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;

/** Every route of the product starts, and so does a sink of every kind. */
class RoutesTest extends EveryRouteSupport {

    @Test
    void everyKindOfSinkStartsFromItsExamples() {
        Map<String, Long> started = context.getRoutes().stream()
                .map(route -> route.getEndpoint().getEndpointUri())
                .filter(uri -> uri.startsWith("direct://sink-"))
                .collect(Collectors.groupingBy(uri -> uri.substring("direct://sink-".length()), Collectors.counting()));

        assertThat(started.keySet()).containsExactlyInAnyOrderElementsOf(KINDS.names());
        assertThat(KINDS.names())
                .allSatisfy(kind -> assertThat(context.hasEndpoint("kamelet:" + kind + "-sink/sink." + kind))
                        .isNotNull());
        assertThat(context.getRoutes())
                .as("the Kamelets' own routes")
                .filteredOn(Route::isCreatedByKamelet)
                .hasSameSizeAs(KINDS.names());
    }

    @Test
    void everyReportWithAScheduleHasATimer() {
        assertThat(context.getRoutes())
                .extracting(route -> route.getEndpoint().getEndpointUri())
                .filteredOn(uri -> uri.startsWith("timer:"))
                .containsExactly("timer://report-daily?period=30000");
    }

    @Test
    void nothingIsReadForOtherCommandsOrWithoutAManagementPort() {
        assertThat(context.getRoutes())
                .extracting(Route::getRouteId)
                .doesNotContain("check-online", "preview", "status");
    }
}
