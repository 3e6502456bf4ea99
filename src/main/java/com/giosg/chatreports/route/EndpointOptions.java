package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Place;
import com.giosg.chatreports.config.Problem;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.config.SinkProperty;
import com.giosg.chatreports.config.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.EndpointUriFactory;

/**
 * The options in the URIs of sinks, compared with those that their components have. Camel says so itself, but not before
 * the first delivery. No endpoint is made, and nothing is connected to.
 */
public final class EndpointOptions {

    /** May hold what would end an option elsewhere. */
    private static final Pattern RAW = Pattern.compile("RAW\\(.*?\\)|RAW\\{.*?}");

    /** Whatever else stands there may be a piece of a secret. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9.-]*");

    private EndpointOptions() {}

    /** A problem for each option that no component has. */
    public static List<Problem> check(String file, Configuration configuration) {
        List<Sink> sinks = configuration.sinks().values().stream()
                .filter(sink -> uris(sink).findAny().isPresent())
                .toList();
        if (sinks.isEmpty()) {
            return List.of();
        }
        // Never started: it only knows where components are described.
        CamelContext context = new DefaultCamelContext();
        try {
            return sinks.stream()
                    .flatMap(sink -> uris(sink).flatMap(uri -> problems(file, sink, uri, context)))
                    .toList();
        } finally {
            context.stop();
        }
    }

    /** The settings that are URIs of endpoints. */
    private static Stream<SinkProperty> uris(Sink sink) {
        return sink.kind().properties().stream()
                .filter(property -> property.endpoint() && sink.settings().containsKey(property.name()));
    }

    private static Stream<Problem> problems(String file, Sink sink, SinkProperty setting, CamelContext context) {
        String uri = sink.settings().get(setting.name());
        String scheme = uri.replaceAll(":.*", "");
        EndpointUriFactory component = context.getCamelContextExtension().getEndpointUriFactory(scheme);
        // Those that pass on what they do not know, as HTTP does, know everything.
        if (component == null || component.isLenientProperties()) {
            return Stream.of();
        }
        String path = "sinks.%s.%s".formatted(sink.name(), setting.name());
        Place place = sink.places().getOrDefault(setting.name(), Place.WHOLE_FILE);
        return options(uri)
                .filter(option -> !has(component, option))
                .map(option -> new Problem(
                        file, place.line(), place.column(), path, words(scheme, option, component.propertyNames())));
    }

    private static Stream<String> options(String uri) {
        String query = RAW.matcher(uri).replaceAll("").replaceFirst("^[^?]*\\??", "");
        return Stream.of(query.split("&", -1))
                .map(option -> option.replaceAll("=.*", ""))
                .filter(NAME.asMatchPredicate());
    }

    private static boolean has(EndpointUriFactory component, String option) {
        return component.propertyNames().contains(option)
                || component.multiValuePrefixes().values().stream().anyMatch(option::startsWith);
    }

    private static String words(String scheme, String option, Collection<String> known) {
        return scheme + ": " + Suggestion.unknown("option", option, known);
    }
}
