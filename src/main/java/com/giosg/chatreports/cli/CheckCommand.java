package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Problem;
import com.giosg.chatreports.route.ProbeResult;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        description = {
            "Checks the configuration and every template without asking anybody anything.",
            "With --online also every organization's token and, without delivering, every sink."
        })
final class CheckCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(
            names = "--online",
            description = "Ask the API whose tokens these are and for a figure, and log in to every sink.")
    private boolean online;

    @Mixin
    private ConfigurationOptions options;

    @Mixin
    private JsonOption json;

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * What was found, all of it. Without problems there is a summary, and the next starts.
     *
     * @param probed what was found online; empty where nobody asked for it, and where there are problems
     */
    private record Findings(
            List<Problem> problems,
            List<Problem> notes,
            String summary,
            List<Starts> starts,
            Optional<List<ProbeResult>> probed) {

        int exitCode() {
            return problems.isEmpty()
                    ? probed.map(OnlineCheck::exitCode).orElse(ExitCode.DONE)
                    : ExitCode.CONFIGURATION;
        }
    }

    @Override
    public Integer call() {
        Findings findings = findings();
        if (json.wanted()) {
            surroundings.out().println(Json.text(facts(findings)));
        } else {
            print(findings);
        }
        return findings.exitCode();
    }

    private Findings findings() {
        Checked checked = Checked.of(surroundings, options.file());
        return checked.configuration()
                .map(good -> findings(checked, good.configuration()))
                .orElseGet(() -> new Findings(checked.problems(), checked.notes(), "", List.of(), Optional.empty()));
    }

    private Findings findings(Checked checked, Configuration configuration) {
        return new Findings(
                checked.problems(),
                checked.notes(),
                summary(configuration),
                Starts.of(configuration, surroundings.clock().instant()),
                online && checked.problems().isEmpty()
                        ? Optional.of(new OnlineCheck(surroundings, checked.home(), configuration)
                                .results(checked.catalogue()))
                        : Optional.empty());
    }

    private String summary(Configuration configuration) {
        return options.file() + " is good: "
                + String.join(
                        ", ",
                        count(configuration.reports().values(), "report"),
                        count(configuration.organizations().values(), "organization"),
                        count(configuration.sinks().values(), "sink"));
    }

    private static String count(Collection<?> things, String noun) {
        return things.size() + " " + noun + (things.size() == 1 ? "" : "s");
    }

    /** Problems go where complaints go; results can be piped. */
    private void print(Findings findings) {
        if (findings.problems().isEmpty()) {
            surroundings.out().println(findings.summary());
        } else {
            surroundings.err().println(count(findings.problems(), "problem") + ":");
            surroundings.err().println(Problem.table(findings.problems()));
        }
        if (!findings.notes().isEmpty()) {
            surroundings.out().println("To know all the same:");
            surroundings.out().println(Problem.table(findings.notes()));
        }
        Starts.print(findings.starts(), surroundings);
        findings.probed().ifPresent(results -> {
            surroundings.out().println();
            OnlineCheck.print(results, surroundings);
        });
    }

    private static Map<String, Object> facts(Findings findings) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("usable", findings.problems().isEmpty());
        facts.put(
                "problems",
                findings.problems().stream().map(CheckCommand::facts).toList());
        facts.put("notes", findings.notes().stream().map(CheckCommand::facts).toList());
        facts.put("starts", findings.starts().stream().map(Starts::facts).toList());
        findings.probed()
                .ifPresent(results -> facts.put(
                        "online", results.stream().map(OnlineCheck::facts).toList()));
        return facts;
    }

    private static Map<String, Object> facts(Problem problem) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("file", problem.file());
        facts.put("line", problem.line());
        facts.put("path", problem.path());
        facts.put("message", problem.message());
        return facts;
    }
}
