package com.giosg.chatreports.route;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What an operator tells Camel about its components, such as how a broker is reached: {@code config/camel.properties}.
 * Whoever uses none needs no such file.
 */
final class CamelSettings {

    private static final String PREFIX = "camel.";

    private CamelSettings() {}

    /**
     * The settings of the file; none where there is no file.
     *
     * @throws IllegalArgumentException with an operator's message
     */
    static Map<String, String> in(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new IllegalArgumentException("%s cannot be read (%s)".formatted(file, e.getMessage()), e);
            }
        }
        properties.stringPropertyNames().stream()
                .filter(name -> !name.startsWith(PREFIX))
                .findAny()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "%s: \"%s\" is no setting of Camel; they start with camel. as in camel.component.jms.cacheLevelName"
                                    .formatted(file, name));
                });
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}
