package com.giosg.chatreports.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where artifacts go.
 *
 * @param name its key in the configuration
 * @param kind which Kamelet serves it, e.g. {@code file} for {@code file-sink}
 * @param artifact which file it is given
 * @param settings the Kamelet's own properties as written, references to secrets and placeholders unexpanded
 */
public record Sink(String name, String kind, ArtifactSettings artifact, Map<String, String> settings) {

    /** Where the sink puts artifacts, for kinds that have folders. */
    public Optional<Directory> directory() {
        return Optional.ofNullable(settings.get(Directory.SETTING)).map(Directory::of);
    }

    /** The settings that are the same for every artifact: of the directory, the part without placeholders. */
    public Map<String, String> fixedSettings() {
        Map<String, String> fixed = new HashMap<>(settings);
        directory().ifPresent(directory -> fixed.put(Directory.SETTING, directory.fixed()));
        return fixed;
    }
}
