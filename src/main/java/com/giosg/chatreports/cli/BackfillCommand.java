package com.giosg.chatreports.cli;

import com.giosg.chatreports.cli.BackfillStep.What;
import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.ledger.InMemoryLedger;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.LedgerAccess;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.ledger.SqlLedger;
import com.giosg.chatreports.route.Installation;
import com.giosg.chatreports.time.Times;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "backfill",
        description = {
            "Makes a report for every time at which it fell due on some days, the oldest first, and waits for it.",
            "Each run is the one that start would have made then, with the window of that day. What is done already is left as it is."
        })
final class BackfillCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "REPORT", description = "Its name in the configuration; it must have a schedule.")
    private String name;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            required = true,
            description = "The first day on which it fell due, e.g. 2026-03-01, in its own time zone.")
    private LocalDate first;

    @Option(names = "--to", paramLabel = "DAY", required = true, description = "The last one, included.")
    private LocalDate last;

    @Mixin
    private OrganizationOption organization;

    @Option(
            names = "--again",
            description = "Ask and deliver once more what is done already, in place of what was delivered.")
    private boolean again;

    @Option(names = "--dry-run", description = "Print what would be made. Nothing is asked or sent.")
    private boolean dryRun;

    @Mixin
    private ConfigurationOptions options;

    @Mixin
    private DataOption data;

    @Mixin
    private JsonOption json;

    BackfillCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CatalogueAtHome catalogue = new CatalogueAtHome(surroundings);
        Configuration configuration =
                options.read(surroundings, catalogue.read()).configuration();
        List<BackfillRange.Due> due = due(configuration);
        Path folder = data.folder(configuration);
        try (LedgerAccess access = LedgerAccess.of(configuration, folder)) {
            if (dryRun && !access.isThere()) {
                print(steps(due, new InMemoryLedger()));
                return ExitCode.DONE;
            }
            try (SqlLedger ledger = access.open(surroundings.clock())) {
                List<BackfillStep> steps = steps(due, ledger);
                if (dryRun) {
                    print(steps);
                    return ExitCode.DONE;
                }
                Installation installation =
                        surroundings.installation(catalogue.templates(), folder, configuration, ledger);
                return make(steps, ledger, ReportRunner.of(surroundings, installation, access));
            }
        }
    }

    private List<BackfillRange.Due> due(Configuration configuration) {
        Report report = Choices.named("report", name, configuration.reports());
        List<Organization> organizations = organization.of(report, configuration);
        BackfillRange range = new BackfillRange(report, first, last);
        Instant now = surroundings.clock().instant();
        List<BackfillRange.Due> due = range.upTo(now, organizations);
        if (range.goesOnAfter(now, organizations)) {
            surroundings
                    .err()
                    .println("%s: what falls due after now (%s) is left out: nothing is made before its time"
                            .formatted(name, Times.print(now.atZone(report.zone()))));
        }
        return due;
    }

    private List<BackfillStep> steps(List<BackfillRange.Due> due, Ledger ledger) {
        return due.stream()
                .map(time -> BackfillStep.of(time.backfill(), time.instant(), ledger, again))
                .toList();
    }

    private void print(List<BackfillStep> steps) {
        List<Map<String, Object>> plan = steps.stream().map(BackfillStep::facts).toList();
        if (json.wanted()) {
            surroundings.out().println(Json.text(plan));
            return;
        }
        Table table = new Table("RUN", "REPORT", "ORGANIZATION", "DUE", "WINDOW", "WHAT");
        plan.forEach(facts -> table.add(facts.values().toArray()));
        table.print(surroundings);
    }

    /** How a run ends is no reason not to begin the next one. */
    private int make(List<BackfillStep> steps, Ledger ledger, ReportRunner runner) {
        List<Supplier<Run>> plans = steps.stream()
                .filter(step -> step.what() != What.LEAVE)
                .<Supplier<Run>>map(step -> () -> step.begin(ledger))
                .toList();
        List<RunResult> results = plans.isEmpty() ? List.of() : runner.serve(Work.oneByOne(ledger, plans));
        new ResultPrinter(surroundings, json.wanted()).print(results);
        surroundings.err().println(summary(steps, results));
        return results.stream().mapToInt(RunResult::exitCode).max().orElse(ExitCode.DONE);
    }

    private String summary(List<BackfillStep> steps, List<RunResult> results) {
        long left = steps.stream().filter(step -> step.what() == What.LEAVE).count();
        Stream<String> ends = Stream.of(
                count(results, "done", Run.State.DONE),
                count(results, "done with gaps", Run.State.DONE_WITH_GAPS),
                count(results, "failed", Run.State.FAILED),
                count(results, "cancelled", Run.State.CANCELLED),
                part(
                        results.stream()
                                .filter(result -> !result.run().state().isFinal())
                                .count(),
                        "waiting for the next try"),
                part(
                        steps.size() - results.size() - left,
                        "not begun, since the one before waits for the API; the same command goes on"),
                part(left, "done already and left as they are; --again makes them once more"));
        return "%s: due times: %d: %s"
                .formatted(
                        name, steps.size(), ends.filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")));
    }

    private static String count(List<RunResult> results, String words, Run.State state) {
        return part(
                results.stream().filter(result -> result.run().state() == state).count(), words);
    }

    private static String part(long number, String words) {
        return number == 0 ? "" : number + " " + words;
    }
}
