package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.metrics.Templates;
import java.util.List;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;

/** A preview asks like a run, and has nothing that could deliver. */
class PreviewRoutesTest extends RouteTestSupport {

    @Override
    String sinks() {
        return RoutesTest.examples();
    }

    @Override
    String reports() {
        return RoutesTest.toEverySink();
    }

    @Override
    Wiring wiring() {
        return Wiring.forPreview(
                HOME,
                Templates.configuration(HOME.resolve("templates")),
                data(),
                configuration,
                ledger,
                () -> NOW,
                () -> 0);
    }

    @Test
    void everyRouteStarts() {
        List<String> written = routeFiles().stream()
                .flatMap(file -> file.routes().stream())
                .map(RouteFile.Steps::id)
                .toList();

        assertThat(written).contains("preview", "run-report");
        assertThat(context.getRoutes()).extracting(Route::getRouteId).containsAll(written);
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

    @Test
    void everyPropertyThatTheRoutesNameIsGiven() {
        assertThat(routeFiles().stream().flatMap(file -> file.properties().stream()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(wiring.properties()).containsKey(name));
    }
}
