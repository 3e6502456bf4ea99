package com.giosg.chatreports.request;

import com.giosg.chatreports.metrics.Catalogue;
import com.giosg.chatreports.metrics.CatalogueReader;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Templates;
import freemarker.template.Configuration;
import java.nio.file.Path;

/** The templates that the product ships, read from where they lie in the project. */
final class ShippedTemplates {

    static final Path FOLDER = Path.of("templates");

    private final Configuration configuration = Templates.configuration(FOLDER);
    private final Catalogue catalogue =
            CatalogueReader.read(FOLDER, configuration).catalogue();

    Catalogue catalogue() {
        return catalogue;
    }

    Metric metric(String id) {
        return catalogue.find(id).orElseThrow();
    }

    RequestBodies bodies() {
        return new RequestBodies(configuration);
    }
}
