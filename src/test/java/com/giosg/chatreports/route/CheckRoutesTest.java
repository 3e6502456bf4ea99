package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.metrics.Templates;
import java.util.List;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;

/** What is tried online is tried by probes alone. */
class CheckRoutesTest extends RouteTestSupport {

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
        return Wiring.forCheck(
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

        assertThat(written).contains("check-online", "post-request");
        assertThat(context.getRoutes()).extracting(Route::getRouteId).containsAll(written);
    }

    @Test
    void everyProbeStartsFromTheExamplesOfItsSink() {
        List<String> probed = configuration.sinks().values().stream()
                .filter(sink -> Probes.hasProbe(HOME, sink))
                .map(Sink::name)
                .toList();

        assertThat(probed).contains("file");
        assertThat(probed).allSatisfy(kind -> assertThat(context.hasEndpoint("kamelet:" + kind + "-probe/" + kind))
                .isNotNull());
        assertThat(context.getRoutes()).filteredOn(Route::isCreatedByKamelet).hasSameSizeAs(probed);
    }

    @Test
    void noRunIsServedAndNoSinkThere() {
        assertThat(context.getRoutes())
                .extracting(route -> route.getEndpoint().getEndpointUri())
                .noneMatch(uri -> uri.startsWith("seda") || uri.contains("sink-"));
    }

    @Test
    void everyPropertyThatTheRoutesNameIsGiven() {
        assertThat(routeFiles().stream().flatMap(file -> file.properties().stream()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(wiring.properties()).containsKey(name));
    }
}
