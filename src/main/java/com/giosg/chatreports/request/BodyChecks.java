package com.giosg.chatreports.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.giosg.chatreports.config.Look;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Secret;
import com.giosg.chatreports.metrics.BadTemplate;
import com.giosg.chatreports.metrics.Catalogue;
import com.giosg.chatreports.metrics.Filter;
import com.giosg.chatreports.metrics.FilterReader;
import com.giosg.chatreports.metrics.FilterReasoning;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.metrics.TemplateProblem;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.Window;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Tries every template with made-up requests and says what is wrong with the bodies. */
public final class BodyChecks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Organization ORGANIZATION = new Organization(
            "sample",
            "00000000-0000-4000-8000-000000000000",
            "Sample",
            new Secret("a made-up token", ""),
            Optional.empty(),
            List.of(),
            Map.of(),
            Look.USUAL);
    private static final LocalDate DAY = LocalDate.of(2020, 10, 29);
    private static final Window WINDOW = new Window(DAY, DAY, ZoneId.of("UTC"));

    /** The quotes break the JSON of a template that forgets {@code ?c}. */
    private static final List<String> ROOMS = List.of("one \"room\"", "another room");

    /** The API that keeps a row of each chat for each scope, so that a question must pick one kind of row. */
    private static final String ROWS_PER_SCOPE = "chat-sessions";

    private final RequestBodies bodies;

    public BodyChecks(RequestBodies bodies) {
        this.bodies = bodies;
    }

    /** Every problem of every metric, in each of its scopes, for all rooms and for some. */
    public List<TemplateProblem> check(Catalogue catalogue) {
        Set<TemplateProblem> problems = new LinkedHashSet<>();
        for (Metric metric : catalogue.metrics()) {
            for (Scope scope : metric.scopes()) {
                problems.addAll(check(sample(metric, scope, List.of())));
                if (metric.api().rooms()) {
                    problems.addAll(check(sample(metric, scope, ROOMS)));
                }
            }
        }
        return List.copyOf(problems);
    }

    private static Request sample(Metric metric, Scope scope, List<String> rooms) {
        Interval interval = new Interval(WINDOW.start(), WINDOW.end());
        return new Request("sample", ORGANIZATION, metric, scope, WINDOW, Granularity.DAY, interval, rooms, true);
    }

    private List<TemplateProblem> check(Request request) {
        try {
            JsonNode body = JSON.readTree(bodies.render(request));
            String template = request.metric().template();
            Stream<TemplateProblem> errors =
                    errors(request, body).stream().map(error -> TemplateProblem.error(template, error));
            Stream<TemplateProblem> warnings = doubtAbout(FilterReader.read(body.path("filters"))).stream()
                    .map(warning -> TemplateProblem.warning(template, warning));
            return Stream.concat(errors, warnings).toList();
        } catch (BadTemplate e) {
            return List.of(e.problem());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a rendered body is strict JSON", e);
        }
    }

    private static List<String> errors(Request request, JsonNode body) {
        List<String> errors = new ArrayList<>();
        checkScope(request, body, errors);
        checkRooms(request, body, errors);
        if (hasEmptyGroup(body.path("filters"))) {
            errors.add("a group of filters is empty, which the API refuses");
        }
        return errors;
    }

    private static void checkScope(Request request, JsonNode body, List<String> errors) {
        String scope = request.scope().id();
        Set<String> expected = request.scope() == Scope.ORG ? Set.of() : Set.of(scope + "_id");
        Set<String> groups = texts(body.path("group_by"));
        if (!groups.equals(expected)) {
            errors.add("asked by %s, \"group_by\" must be %s, not %s".formatted(scope, expected, groups));
        }
        boolean picked = body.path("filters").findParents("dimension").stream()
                .anyMatch(filter -> filter.path("dimension").asText().equals("scope")
                        && filter.path("value").asText().equals(scope));
        if (request.metric().api().id().equals(ROWS_PER_SCOPE) && !picked) {
            errors.add("asked by %s, the filters must select \"scope\" \"%s\"".formatted(scope, scope));
        }
    }

    private static void checkRooms(Request request, JsonNode body, List<String> errors) {
        Set<String> selected = body.path("filters").findParents("dimension").stream()
                .filter(filter -> filter.path("dimension").asText().equals("room_ids"))
                .map(filter -> filter.path("value").asText())
                .collect(Collectors.toSet());
        if (!selected.containsAll(request.rooms())) {
            errors.add(
                    "asked for some rooms, the filters must select \"room_ids\"; without that all rooms are counted");
        }
    }

    /** Giosg's own query tool stopped sending empty groups, because they were answered with status 400. */
    private static boolean hasEmptyGroup(JsonNode filter) {
        JsonNode parts = filter.path("fields");
        boolean empty = parts.isArray() && parts.isEmpty();
        return empty || StreamSupport.stream(parts.spliterator(), false).anyMatch(BodyChecks::hasEmptyGroup);
    }

    private static Optional<String> doubtAbout(Filter filter) {
        return switch (FilterReasoning.canMatch(filter)) {
            case YES -> Optional.empty();
            case NO ->
                Optional.of("the filter can never match, because these contradict each other: "
                        + FilterReasoning.contradiction(filter).stream()
                                .map(Filter::words)
                                .collect(Collectors.joining("; ")));
            case UNDECIDED ->
                Optional.of("whether the filter can ever match was not decided:"
                        + " it has too many conditions, or compares one dimension both as numbers and as text");
        };
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }
}
