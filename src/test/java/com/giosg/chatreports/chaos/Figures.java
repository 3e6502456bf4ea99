package com.giosg.chatreports.chaos;

import static java.util.stream.Collectors.joining;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints one table at the end of a build: the figures that each trial published ({@link
 * org.junit.jupiter.api.TestReporter}), and how many of its cases passed. {@code docs/guarantees.md} has it as it is
 * printed.
 */
public final class Figures implements TestExecutionListener {

    private static final String TAG = "chaos";
    private static final String HEAD = """

            | trial | cases passed | failed | left out | figures |
            |---|---|---|---|---|
            """;

    private final Map<String, OfOne> trials = new TreeMap<>();
    private TestPlan plan;

    /** Of one trial, which is a class. */
    private static final class OfOne {
        private final String name;
        private final Map<String, String> figures = new LinkedHashMap<>();
        private final Map<TestExecutionResult.Status, Integer> results =
                new EnumMap<>(TestExecutionResult.Status.class);
        private boolean isTagged;

        private OfOne(String name) {
            this.name = name;
        }

        private String line() {
            String said = figures.entrySet().stream()
                    .map(figure -> figure.getKey() + ": " + figure.getValue())
                    .collect(joining("; "));
            return String.format(
                    Locale.ROOT,
                    "| `%s` | %d | %d | %d | %s |%n",
                    name,
                    count(TestExecutionResult.Status.SUCCESSFUL),
                    count(TestExecutionResult.Status.FAILED),
                    count(TestExecutionResult.Status.ABORTED),
                    said);
        }

        private int count(TestExecutionResult.Status status) {
            return results.getOrDefault(status, 0);
        }
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        trial(test).ifPresent(trial -> {
            trial.figures.putAll(entry.getKeyValuePairs());
            // At once: who stops a trial that hangs knows its seed.
            System.out.println(trial.name + " " + entry.getKeyValuePairs());
        });
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean isOver = test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
        if (!isOver) {
            return;
        }
        trial(test).ifPresent(trial -> {
            trial.results.merge(result.getStatus(), 1, Integer::sum);
            trial.isTagged |= chain(test)
                    .flatMap(each -> each.getTags().stream())
                    .anyMatch(tag -> tag.getName().startsWith(TAG));
        });
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        String lines = trials.values().stream()
                .filter(trial -> trial.isTagged || !trial.figures.isEmpty())
                .map(OfOne::line)
                .collect(joining());
        if (!lines.isEmpty()) {
            System.out.println(HEAD + lines);
        }
    }

    /** From a test, which may have been made while others ran, up to its class and beyond. */
    private Stream<TestIdentifier> chain(TestIdentifier test) {
        return Stream.iterate(Optional.of(test), Optional::isPresent, each -> each.flatMap(plan::getParent))
                .flatMap(Optional::stream);
    }

    /** The figures of the class in which something happened. */
    private Optional<OfOne> trial(TestIdentifier test) {
        return chain(test)
                .flatMap(each -> each.getSource().stream())
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getJavaClass().getSimpleName())
                .findFirst()
                .map(name -> trials.computeIfAbsent(name, OfOne::new));
    }
}
