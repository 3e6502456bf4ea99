package com.giosg.chatreports.config;

import java.util.Map;

/**
 * Where artifacts go.
 *
 * @param name its key in the configuration
 * @param kind which Kamelet serves it, e.g. {@code file} for {@code file-sink}
 * @param artifact which file it is given
 * @param settings the Kamelet's own properties as written, references to secrets and placeholders unexpanded
 */
public record Sink(String name, String kind, ArtifactSettings artifact, Map<String, String> settings) {}
