package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.config.SinkKind;
import com.giosg.chatreports.config.SinkKinds;
import com.giosg.chatreports.config.SinkProperty;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;

/** Every route of the product starts, and so does a sink of every kind, given no more than its examples. */
class RoutesTest extends RouteTestSupport {

    /** Not every mail needs one, but these do. */
    private static final String SERVER = "smtp";

    private static final SinkKinds KINDS = SinkKinds.in(Path.of("routes/sinks"));

    @Override
    String sinks() {
        return examples();
    }

    /** A sink of every kind, called after its kind. */
    static String examples() {
        return KINDS.names().stream()
                .map(kind -> kind + ": " + settings(KINDS.find(kind).orElseThrow()))
                .collect(Collectors.joining("\n  "));
    }

    private static String settings(SinkKind kind) {
        Set<String> groups = new HashSet<>();
        return Stream.concat(
                        Stream.of("type: " + kind.name()),
                        kind.properties().stream()
                                .filter(property -> property.required()
                                        || SERVER.equals(property.name())
                                        || property.oneOf().filter(groups::add).isPresent())
                                .map(RoutesTest::setting))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String setting(SinkProperty property) {
        String example = property.secret()
                ? "{{env:TOKEN}}"
                : property.file()
                        ? "pom.xml"
                        : property.example()
                                .orElseThrow(
                                        () -> new AssertionError(property.name() + " is required: give an example"));
        return "%s: \"%s\"".formatted(property.name(), example);
    }

    @Override
    String reports() {
        return toEverySink();
    }

    static String toEverySink() {
        return "daily: { at: '07:30', window: yesterday, time-zone: UTC, metrics: real-chats, sinks: [%s] }"
                .formatted(String.join(", ", KINDS.names()));
    }

    @Test
    void everyRouteStarts() {
        List<String> written = routeFiles().stream()
                .flatMap(file -> file.routes().stream())
                .map(RouteFile.Steps::id)
                .toList();

        assertThat(written).isNotEmpty();
        assertThat(context.getRoutes()).extracting(Route::getRouteId).containsAll(written);
    }

    @Test
    void everyKindOfSinkStartsFromItsExamples() {
        Map<String, Long> started = context.getRoutes().stream()
                .map(route -> route.getEndpoint().getEndpointUri())
                .filter(uri -> uri.startsWith("direct://sink-"))
                .collect(Collectors.groupingBy(uri -> uri.substring("direct://sink-".length()), Collectors.counting()));

        assertThat(started.keySet()).containsExactlyInAnyOrderElementsOf(KINDS.names());
        assertThat(KINDS.names())
                .allSatisfy(kind -> assertThat(context.hasEndpoint("kamelet:" + kind + "-sink/" + kind))
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
                .containsExactly("timer://report-daily?period=5000");
    }

    @Test
    void nothingIsReadForOtherCommands() {
        assertThat(context.getRoutes()).extracting(Route::getRouteId).doesNotContain("check-online", "preview");
    }

    /** A default that is not there would be a surprise at the first run. */
    @Test
    void everyPropertyThatTheRoutesNameIsGiven() {
        assertThat(routeFiles().stream().flatMap(file -> file.properties().stream()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(wiring.properties()).containsKey(name));
    }
}
