package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.CheckedConfiguration;
import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Problem;
import com.giosg.chatreports.metrics.Catalogue;
import com.giosg.chatreports.metrics.TemplateProblem;
import com.giosg.chatreports.request.BodyChecks;
import com.giosg.chatreports.request.RequestBodies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "check",
        description = "Checks the configuration and every template without asking anybody anything.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ConfigurationOptions options;

    @Mixin
    private JsonOption json;

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CatalogueAtHome home = new CatalogueAtHome(surroundings);
        Catalogue catalogue = home.read();
        List<TemplateProblem> templates = new BodyChecks(new RequestBodies(home.templates())).check(catalogue);
        CheckedConfiguration checked = options.read(surroundings, catalogue);
        boolean usable = templates.stream().noneMatch(CheckCommand::isError);
        if (json.wanted()) {
            surroundings.out().println(Json.text(facts(usable, checked, templates)));
        } else {
            print(usable, checked, templates);
        }
        return usable ? ExitCode.DONE : ExitCode.CONFIGURATION;
    }

    private void print(boolean usable, CheckedConfiguration checked, List<TemplateProblem> templates) {
        Stream.concat(templates.stream().map(TemplateProblem::toString), notes(checked))
                .forEach(surroundings.out()::println);
        Configuration configuration = checked.configuration();
        surroundings
                .out()
                .printf(
                        "%s is %s: %d reports, %d organizations, %d sinks%n",
                        options.file(),
                        usable ? "good" : "good, but not every template is",
                        configuration.reports().size(),
                        configuration.organizations().size(),
                        configuration.sinks().size());
    }

    private static Map<String, Object> facts(
            boolean usable, CheckedConfiguration checked, List<TemplateProblem> templates) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("usable", usable);
        facts.put("templates", templates.stream().map(TemplateProblem::toString).toList());
        facts.put("notes", notes(checked).toList());
        return facts;
    }

    private static Stream<String> notes(CheckedConfiguration checked) {
        return checked.notes().stream().map(CheckCommand::line);
    }

    private static String line(Problem note) {
        return note.place() + ": " + note.path() + ": " + note.message();
    }

    private static boolean isError(TemplateProblem problem) {
        return problem.severity() == TemplateProblem.Severity.ERROR;
    }
}
