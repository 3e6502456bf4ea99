package com.giosg.chatreports.config;

import com.giosg.chatreports.config.Measures.Send;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import java.util.List;
import java.util.Map;

/** Reads what the figures of a report are measured by, and tells what would have no effect. */
final class MeasuresReader {

    static final List<String> KEYS = List.of("compare", "targets", "send");

    private static final Map<String, Comparison> COMPARISONS = Scalars.choices(Comparison.values(), Scalars::spelled);
    private static final Map<String, Send> SENDS = Scalars.choices(Send.values(), Send::id);

    private final Section report;
    private final Coverage coverage;
    private final List<Sink> sinks;

    /** @param sinks of the report; empty where they have problems */
    MeasuresReader(Section report, Coverage coverage, List<Sink> sinks) {
        this.report = report;
        this.coverage = coverage;
        this.sinks = sinks;
    }

    private enum Comparison {
        NONE,
        PREVIOUS
    }

    Measures read() {
        boolean compares = report.choice("compare", COMPARISONS, Comparison.NONE) == Comparison.PREVIOUS;
        Map<String, Target> targets = report.find("targets")
                .map(new TargetReader(coverage, compares)::read)
                .orElse(Map.of());
        Measures measures = new Measures(compares, targets, report.choice("send", SENDS, Send.ALWAYS));
        if (measures.decideWhatIsSent() && report.find("targets").isEmpty()) {
            report.find("send").ifPresent(value -> value.problem("needs targets; without any, none can be missed"));
        }
        noteWhatHasNoEffect(measures);
        return measures;
    }

    private void noteWhatHasNoEffect(Measures measures) {
        boolean read = sinks.isEmpty() || sinks.stream().anyMatch(Sink::isForPeople);
        boolean decide = measures.decideWhatIsSent();
        if (measures.compare() && coverage.metrics().stream().noneMatch(this::isOfOrganization)) {
            note("compare", "compares nothing: it is about the whole organization, which no metric here is asked by");
        } else if (measures.compare()
                && !read
                && !(decide && measures.targets().values().stream().anyMatch(Target::isAboutChange))) {
            note("compare", "not asked: none of the sinks has a format that shows it, which are mails, html and xlsx");
        }
        if (!measures.targets().isEmpty() && !read && !decide) {
            note(
                    "targets",
                    "shown nowhere: none of the sinks has a format that shows them, which are mails, html and xlsx");
        }
    }

    private boolean isOfOrganization(Metric metric) {
        return coverage.scopes().contains(Scope.ORG) && metric.scopes().contains(Scope.ORG);
    }

    private void note(String key, String words) {
        report.find(key).ifPresent(value -> value.note(words));
    }
}
