package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.config.Sink;
import java.util.List;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;

/** What is tried online is tried by probes alone. */
class CheckRoutesTest extends EveryRouteSupport {

    @Override
    Wiring wiring() {
        return Wiring.forCheck(installation());
    }

    @Test
    void itsOwnRoutesAreAmongThem() {
        assertThat(written()).contains("check-online", "post-request");
    }

    @Test
    void everyProbeStartsFromTheExamplesOfItsSink() {
        List<String> probed = configuration.sinks().values().stream()
                .filter(sink -> Probes.hasProbe(HOME, sink))
                .map(Sink::name)
                .toList();

        assertThat(probed).contains("file");
        assertThat(probed)
                .allSatisfy(kind -> assertThat(context.hasEndpoint("kamelet:" + kind + "-probe/probe." + kind))
                        .isNotNull());
        assertThat(context.getRoutes()).filteredOn(Route::isCreatedByKamelet).hasSameSizeAs(probed);
    }

    @Test
    void noRunIsServedAndNoSinkThere() {
        assertThat(context.getRoutes())
                .extracting(route -> route.getEndpoint().getEndpointUri())
                .noneMatch(uri -> uri.startsWith("seda") || uri.contains("sink-"));
    }
}
