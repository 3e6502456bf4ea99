package com.giosg.chatreports.config;

import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which figures a report has to reach. */
final class TargetReader {

    static final List<String> KEYS = List.of("min", "max", "change");
    static final List<String> CHANGE_KEYS = List.of("min", "max");

    private static final Pattern FIGURE = Pattern.compile("([0-9]{1,12}(\\.[0-9]{1,6})?)");
    private static final Pattern PERCENTAGE = Pattern.compile("([-+]?[0-9]{1,6}(\\.[0-9]{1,3})?) ?%");

    private final List<Metric> metrics;
    private final List<Scope> scopes;
    private final boolean compares;

    /** @param compares whether the report has a window to compare with */
    TargetReader(Coverage coverage, boolean compares) {
        this.metrics = coverage.metrics();
        this.scopes = coverage.scopes();
        this.compares = compares;
    }

    /** By the id of the metric, in the order of the file. */
    Map<String, Target> read(Value value) {
        Map<String, Target> targets = new LinkedHashMap<>();
        value.entries().forEach((id, target) -> {
            Optional<String> objection = objection(id);
            objection.ifPresent(target::problem);
            targets.put(id, target(target));
        });
        if (value.isSection() && targets.isEmpty()) {
            value.problem("needs at least one metric, e.g. real-chats: { min: 100 }");
        }
        return targets;
    }

    /** Where the metrics or the scopes have problems of their own, nothing can be said about theirs. */
    private Optional<String> objection(String id) {
        if (metrics.isEmpty() || scopes.isEmpty()) {
            return Optional.empty();
        }
        Optional<Metric> asked =
                metrics.stream().filter(metric -> metric.id().equals(id)).findFirst();
        if (asked.isEmpty()) {
            return Optional.of(Suggestion.unknown(
                    "metric in this report",
                    id,
                    metrics.stream().map(Metric::id).toList()));
        }
        boolean ofOrganization =
                scopes.contains(Scope.ORG) && asked.get().scopes().contains(Scope.ORG);
        return ofOrganization
                ? Optional.empty()
                : Optional.of(
                        "a target is about the whole organization, and %s is not asked by org here".formatted(id));
    }

    private Target target(Value value) {
        Section section = new Section(value, KEYS);
        Bounds figure = bounds(section, TargetReader::figure);
        Bounds change = section.find("change").map(this::change).orElse(Bounds.NONE);
        if (value.isSection() && section.present().isEmpty()) {
            value.problem("needs min, max or change, e.g. { min: 100 }");
        }
        return new Target(figure, change);
    }

    /** A percentage alone is to be reached in its direction: to grow, or to fall, by at least as much. */
    private Bounds change(Value value) {
        if (!compares) {
            value.problem("needs something to compare with; give the report compare: previous");
        }
        if (value.isSection()) {
            Section section = new Section(value, CHANGE_KEYS);
            if (section.present().isEmpty()) {
                value.problem("needs min or max, e.g. { min: -10% }");
            }
            return bounds(section, TargetReader::percentage);
        }
        return value.parsed(TargetReader::direction).orElse(Bounds.NONE);
    }

    private static Bounds direction(String text) {
        BigDecimal percent = percentage(text);
        return switch (percent.signum()) {
            case 1 -> new Bounds(Optional.of(percent), Optional.empty());
            case -1 -> new Bounds(Optional.empty(), Optional.of(percent));
            default ->
                throw new IllegalArgumentException(
                        "says neither to grow nor to fall; write { min: 0% } for no less than before, { max: 0% } for no more");
        };
    }

    private static Bounds bounds(Section section, Function<String, BigDecimal> parser) {
        Bounds bounds = new Bounds(
                section.find("min").flatMap(value -> value.parsed(parser)),
                section.find("max").flatMap(value -> value.parsed(parser)));
        if (bounds.excludeEachOther()) {
            section.find("max").ifPresent(value -> value.problem("is less than min: nothing could be both"));
        }
        return bounds;
    }

    private static BigDecimal figure(String text) {
        return number(text, FIGURE, "must be a number such as 100 or 4.5, not ");
    }

    private static BigDecimal percentage(String text) {
        return number(text, PERCENTAGE, "must be a percentage of the window before such as -10% or +5%, not ");
    }

    private static BigDecimal number(String text, Pattern form, String wanted) {
        Matcher matcher = form.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(wanted + Quoted.of(text));
        }
        return new BigDecimal(matcher.group(1));
    }
}
