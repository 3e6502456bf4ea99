package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.config.SinkKind;
import com.giosg.chatreports.config.SinkKinds;
import com.giosg.chatreports.config.SinkProperty;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;

/** What holds for whatever the application is started for, with a sink of every kind, called after its kind. */
abstract class EveryRouteSupport extends RouteTestSupport {

    static final SinkKinds KINDS = SinkKinds.in(Path.of("routes/sinks"));

    /** Not every mail needs one, but these do. */
    private static final String SERVER = "smtp";

    /** Given no more than its examples. */
    @Override
    String sinks() {
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
                                .map(EveryRouteSupport::setting))
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
        return "daily: { at: '07:30', window: yesterday, time-zone: UTC, metrics: real-chats, sinks: [%s] }"
                .formatted(String.join(", ", KINDS.names()));
    }

    @Test
    void everyRouteStarts() {
        assertThat(written()).isNotEmpty();
        assertThat(context.getRoutes()).extracting(Route::getRouteId).containsAll(written());
    }

    /** The routes in the files that this application reads. */
    List<String> written() {
        return routeFiles().stream()
                .flatMap(file -> file.routes().stream())
                .map(RouteFile.Steps::id)
                .toList();
    }

    /** A default that is not there would be a surprise at the first run. */
    @Test
    void everyPropertyThatTheRoutesNameIsGiven() {
        assertThat(routeFiles().stream().flatMap(file -> file.properties().stream()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(wiring.properties()).containsKey(name));
    }
}
