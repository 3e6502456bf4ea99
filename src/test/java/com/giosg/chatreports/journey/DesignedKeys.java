package com.giosg.chatreports.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What a configuration says, by the path of each key, so that two of them can be compared. */
final class DesignedKeys {

    /** The text of the design. */
    private static final Path DESIGN = Path.of("src/test/resources/configurations/as-designed/reports.yaml");

    private DesignedKeys() {}

    /** What the design says itself. */
    static Map<String, Object> ofTheDesign() throws IOException {
        return of(DESIGN);
    }

    static Map<String, Object> of(Path file) throws IOException {
        Map<String, Object> keys = new TreeMap<>();
        collect("", new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)), keys);
        return keys;
    }

    private static void collect(String path, Object value, Map<String, Object> keys) {
        if (value instanceof Map<?, ?> section) {
            section.forEach((key, below) -> collect(path + "/" + key, below, keys));
        } else {
            keys.put(path, value);
        }
    }
}
