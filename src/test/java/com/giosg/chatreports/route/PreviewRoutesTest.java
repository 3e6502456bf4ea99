package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Route;
import org.junit.jupiter.api.Test;

/** A preview asks like a run, and has nothing that could deliver. */
class PreviewRoutesTest extends EveryRouteSupport {

    @Override
    Wiring wiring() {
        return Wiring.forPreview(installation());
    }

    @Test
    void itsOwnRoutesAreAmongThem() {
        assertThat(written()).contains("preview", "run-report");
    }

    @Test
    void noLaneAndNoSinkDoes() {
        assertThat(context.getRoutes())
                .extracting(route -> route.getEndpoint().getEndpointUri())
                .noneMatch(uri -> uri.contains("lane-") || uri.contains("sink-"));
        assertThat(context.getRoutes()).noneMatch(Route::isCreatedByKamelet);
        assertThat(context.getEndpoints())
                .extracting(endpoint -> endpoint.getEndpointBaseUri().replaceAll(":.*", ""))
                .containsOnly("direct", "seda", "http");
    }

    /** Others may share the configured queue, and what they planned is to be delivered. */
    @Test
    void nobodyElsesRunsAreTaken() {
        assertThat(wiring.properties().get("runs.endpoint")).isNotEqualTo(configuration.runsEndpoint());
    }
}
