package com.giosg.chatreports.config;

import com.giosg.chatreports.metrics.Catalogue;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads which metrics a report asks, and tells which of its scopes and rooms they do not have. */
final class MetricsReader {

    private static final String ALL = "all";

    private final Catalogue catalogue;

    MetricsReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<Metric> read(Value value, List<Scope> scopes, boolean narrowedToRooms) {
        List<Value> items = value.someItems();
        List<Metric> asked = isAll(items) ? all(value, scopes, narrowedToRooms) : named(items, scopes, narrowedToRooms);
        noteScopes(value, asked, scopes);
        return asked;
    }

    /** Whether a list is the word {@code all} and nothing else. */
    static boolean isAll(List<Value> items) {
        return items.size() == 1 && items.get(0).written().filter(ALL::equals).isPresent();
    }

    private List<Metric> named(List<Value> items, List<Scope> scopes, boolean narrowedToRooms) {
        List<Metric> asked = new ArrayList<>();
        for (Value item : items) {
            Optional<Metric> metric = item.parsed(this::find);
            metric.flatMap(found -> objection(found, scopes, narrowedToRooms)).ifPresent(item::problem);
            metric.ifPresent(asked::add);
        }
        return asked;
    }

    private Metric find(String id) {
        return catalogue
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException(Suggestion.unknown(
                        "metric",
                        id,
                        catalogue.metrics().stream().map(Metric::id).toList())));
    }

    private static Optional<String> objection(Metric metric, List<Scope> scopes, boolean narrowedToRooms) {
        if (!hasOne(metric, scopes)) {
            return Optional.of(
                    "%s can be asked by %s, not by %s".formatted(metric.id(), or(metric.scopes()), or(scopes)));
        }
        return narrowedToRooms && !metric.api().rooms()
                ? Optional.of("%s cannot be narrowed to rooms; ask it in a report without rooms".formatted(metric.id()))
                : Optional.empty();
    }

    private List<Metric> all(Value value, List<Scope> scopes, boolean narrowedToRooms) {
        List<Metric> known = catalogue.all();
        leftOut(known, metric -> hasOne(metric, scopes))
                .ifPresent(ids ->
                        value.note("not asked, since they cannot be asked by %s: %s".formatted(or(scopes), ids)));
        if (narrowedToRooms) {
            leftOut(known, metric -> metric.api().rooms())
                    .ifPresent(ids -> value.note("not asked, since they cannot be narrowed to rooms: " + ids));
        }
        List<Metric> asked = known.stream()
                .filter(metric -> hasOne(metric, scopes))
                .filter(metric -> !narrowedToRooms || metric.api().rooms())
                .toList();
        if (asked.isEmpty()) {
            value.problem("no metric is left; choose other scopes or no rooms");
        }
        return asked;
    }

    /** Of a metric that has some of the scopes, only those are asked. */
    private static void noteScopes(Value value, List<Metric> asked, List<Scope> scopes) {
        for (Scope scope : scopes) {
            List<Metric> some =
                    asked.stream().filter(metric -> hasOne(metric, scopes)).toList();
            leftOut(some, metric -> metric.scopes().contains(scope))
                    .ifPresent(ids -> value.note(
                            "not asked by %s, since they have no such scope: %s".formatted(scope.id(), ids)));
        }
    }

    private static Optional<String> leftOut(List<Metric> metrics, Predicate<Metric> kept) {
        String ids = metrics.stream().filter(kept.negate()).map(Metric::id).collect(Collectors.joining(", "));
        return Optional.of(ids).filter(list -> !list.isEmpty());
    }

    /** Without a right scope there is nothing to compare with. */
    private static boolean hasOne(Metric metric, List<Scope> scopes) {
        return scopes.isEmpty() || scopes.stream().anyMatch(metric.scopes()::contains);
    }

    private static String or(Collection<Scope> scopes) {
        return Arrays.stream(Scope.values())
                .filter(scopes::contains)
                .map(Scope::id)
                .collect(Collectors.joining(" or "));
    }
}
