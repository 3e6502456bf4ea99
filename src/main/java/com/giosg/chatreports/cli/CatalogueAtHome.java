package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Suggestion;
import com.giosg.chatreports.metrics.Catalogue;
import com.giosg.chatreports.metrics.CatalogueReader;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.TemplateProblem;
import com.giosg.chatreports.metrics.Templates;
import freemarker.template.Configuration;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The metrics of the folder {@code templates}. */
final class CatalogueAtHome {

    private final Path folder;
    private final Configuration templates;

    CatalogueAtHome(Surroundings surroundings) {
        folder = surroundings.home().resolve("templates");
        templates = Templates.configuration(folder);
    }

    Configuration templates() {
        return templates;
    }

    /** Every metric; a template that cannot be read is a complaint, since its metric may be the one that is wanted. */
    Catalogue read() {
        CatalogueReader.Reading reading = reading();
        if (!reading.problems().isEmpty()) {
            throw Complaint.configuration(reading.problems().stream()
                    .map(TemplateProblem::toString)
                    .collect(Collectors.joining("\n  ", "the templates have problems:\n  ", "")));
        }
        return reading.catalogue();
    }

    /** The metrics that can be read, and what is wrong with the others. */
    CatalogueReader.Reading reading() {
        return CatalogueReader.read(folder, templates);
    }

    /** Has everything of the folder read now, and says what cannot be. */
    List<TemplateProblem> readAll() {
        return Templates.readAll(folder, templates);
    }

    Metric metric(String id) {
        Catalogue catalogue = read();
        return catalogue
                .find(id)
                .orElseThrow(() -> Complaint.usage(Suggestion.unknown(
                        "metric",
                        id,
                        catalogue.metrics().stream().map(Metric::id).toList())));
    }
}
