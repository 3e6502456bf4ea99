package com.giosg.chatreports.config;

import java.util.List;
import java.util.Optional;

/**
 * A way to deliver artifacts; one Kamelet.
 *
 * @param name e.g. {@code file} for {@code file-sink.kamelet.yaml}
 * @param title for tables and hover help
 * @param description what it does
 * @param takes what its Kamelet is handed
 * @param properties in the order of the Kamelet
 */
public record SinkKind(String name, String title, String description, Takes takes, List<SinkProperty> properties) {

    /** What a Kamelet is handed, as its {@code types.in.mediaType} says. */
    public enum Takes {
        /** A file in the sink's format: any media type but the ones below. */
        FILE,
        /** A mail with such files attached: {@code message/rfc822}. */
        MAIL,
        /**
         * A batch of rows with what they are about as one JSON document: {@code application/json}. Where a sink has
         * another format than JSON: the whole file.
         */
        BATCH
    }

    /** The format of artifacts where the sink names none. */
    ArtifactSettings.Format defaultFormat() {
        return takes == Takes.BATCH ? ArtifactSettings.Format.JSON : ArtifactSettings.Format.CSV;
    }

    public Optional<SinkProperty> find(String property) {
        return properties.stream()
                .filter(candidate -> candidate.name().equals(property))
                .findFirst();
    }
}
