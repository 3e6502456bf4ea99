package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.CheckedConfiguration;
import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.ConfigurationProblems;
import com.giosg.chatreports.config.Languages;
import com.giosg.chatreports.config.Problem;
import com.giosg.chatreports.metrics.Catalogue;
import com.giosg.chatreports.metrics.CatalogueReader;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.TemplateProblem;
import com.giosg.chatreports.request.BodyChecks;
import com.giosg.chatreports.request.RequestBodies;
import com.giosg.chatreports.route.EndpointOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an operator wrote, read and checked as a whole: the configuration, every template and every language. What is read here stays as it is,
 * whatever happens to the files.
 *
 * @param home has the templates
 * @param catalogue the metrics whose templates are in order
 * @param problems what is wrong, all of it
 * @param notes what to know all the same
 * @param configuration empty where something is wrong with it
 */
record Checked(
        CatalogueAtHome home,
        Catalogue catalogue,
        List<Problem> problems,
        List<Problem> notes,
        Optional<CheckedConfiguration> configuration) {

    private static final String TEMPLATES = "templates/";

    static Checked of(Surroundings surroundings, Path file) {
        CatalogueAtHome home = new CatalogueAtHome(surroundings);
        CatalogueReader.Reading reading = home.reading();
        List<TemplateProblem> templates = Stream.of(
                        reading.problems().stream(),
                        new BodyChecks(new RequestBodies(home.templates())).check(reading.catalogue()).stream(),
                        home.readAll().stream())
                .flatMap(found -> found)
                .distinct()
                .toList();
        List<Problem> problems = new ArrayList<>(about(templates, TemplateProblem.Severity.ERROR));
        Languages languages = ConfigurationOptions.languages(surroundings);
        problems.addAll(languages.problems());
        List<Problem> notes = new ArrayList<>(languages.notes(reading.catalogue()));
        try {
            CheckedConfiguration checked =
                    ConfigurationOptions.readOrThrow(surroundings, reading.catalogue(), languages, file);
            Set<String> unused = unusedVariants(reading.catalogue(), checked.configuration());
            about(templates, TemplateProblem.Severity.WARNING).stream()
                    .filter(note -> !unused.contains(note.file()))
                    .forEach(notes::add);
            notes.addAll(checked.notes());
            problems.addAll(EndpointOptions.check(String.valueOf(file), checked.configuration()));
            return new Checked(home, reading.catalogue(), problems, notes, Optional.of(checked));
        } catch (ConfigurationProblems e) {
            problems.addAll(e.problems());
            return new Checked(
                    home, reading.catalogue(), problems.stream().distinct().toList(), notes, Optional.empty());
        }
    }

    /** A variant is there to compare with, and no part of {@code metrics: all}: until a report asks it, doubts about it help nobody. */
    private static Set<String> unusedVariants(Catalogue catalogue, Configuration configuration) {
        Set<Metric> asked = configuration.reports().values().stream()
                .flatMap(report -> report.metrics().stream())
                .collect(Collectors.toSet());
        return catalogue.metrics().stream()
                .filter(metric -> metric.variantOf().isPresent() && !asked.contains(metric))
                .map(metric -> TEMPLATES + metric.template())
                .collect(Collectors.toSet());
    }

    private static List<Problem> about(List<TemplateProblem> templates, TemplateProblem.Severity severity) {
        return templates.stream()
                .filter(problem -> problem.severity() == severity)
                .map(problem -> new Problem(
                        TEMPLATES + problem.template(), problem.line().orElse(0), 0, "", problem.message()))
                .toList();
    }
}
