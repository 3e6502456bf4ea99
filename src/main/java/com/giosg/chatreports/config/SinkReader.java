package com.giosg.chatreports.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one sink and checks its settings against the declaration of its kind. */
final class SinkReader {

    private static final String TYPE = "type";
    private static final String INSECURE = "insecure";

    /** Every kind of sink takes these. */
    static final List<String> COMMON_KEYS =
            Stream.concat(Stream.of(TYPE), ArtifactReader.KEYS.stream()).toList();

    private final SinkKinds kinds;

    SinkReader(SinkKinds kinds) {
        this.kinds = kinds;
    }

    Optional<Sink> read(String name, Value value) {
        Problems problems = value.reading().problems();
        int before = problems.count();
        Optional<SinkKind> kind = kind(value);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        Section section = new Section(value, keys(kind.get()));
        ArtifactSettings artifact = ArtifactReader.read(section, kind.get());
        Map<String, String> settings = settings(section, kind.get());
        checkBatch(section, kind.get(), artifact.format());
        if (kind.get().takes() == SinkKind.Takes.MAIL) {
            new MailChecks(section, kind.get()).check();
        }
        return problems.count() == before
                ? Optional.of(new Sink(name, kind.get(), artifact, settings, places(section, settings.keySet())))
                : Optional.empty();
    }

    /** What else stands in the sink cannot be judged without its kind. */
    private Optional<SinkKind> kind(Value value) {
        Value type = value.entries().get(TYPE);
        if (type == null && value.isSection()) {
            value.problem("needs \"type\"; the kinds of sink are: " + String.join(", ", kinds.names()));
        }
        try {
            return Optional.ofNullable(type).flatMap(found -> found.parsed(this::find));
        } catch (ConfigurationProblems brokenKamelet) {
            value.reading().problems().addAll(brokenKamelet.problems());
            return Optional.empty();
        }
    }

    private SinkKind find(String type) {
        return kinds.find(type)
                .orElseThrow(
                        () -> new IllegalArgumentException(Suggestion.unknown("kind of sink", type, kinds.names())));
    }

    private static List<String> keys(SinkKind kind) {
        return Stream.concat(COMMON_KEYS.stream(), kind.properties().stream().map(SinkProperty::name))
                .toList();
    }

    private static Map<String, String> settings(Section section, SinkKind kind) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (SinkProperty property : kind.properties()) {
            Optional<Value> value = section.find(property.name());
            value.flatMap(new SettingReader(property)::read)
                    .ifPresent(setting -> settings.put(property.name(), setting));
            if (value.isEmpty() && property.required()) {
                section.value().problem(missing(kind, property, section));
            }
        }
        new LogIns(kind, section).check();
        boolean insecure = "true".equals(settings.get(INSECURE));
        kind.properties().stream()
                .filter(property -> property.webAddress() && settings.containsKey(property.name()))
                .flatMap(property -> section.find(property.name()).stream())
                .forEach(address -> address.parsed(text -> WebAddresses.pattern(text, insecure)));
        return settings;
    }

    private static Map<String, Place> places(Section section, Collection<String> names) {
        Map<String, Place> places = new LinkedHashMap<>();
        names.forEach(name -> section.find(name).ifPresent(value -> places.put(name, value.place())));
        return places;
    }

    private static void checkBatch(Section section, SinkKind kind, ArtifactSettings.Format format) {
        if (kind.takes() == SinkKind.Takes.BATCH && format != ArtifactSettings.Format.JSON) {
            section.find(Sink.BATCH)
                    .ifPresent(batch ->
                            batch.problem("belongs to format: json; a file of the format %s is sent whole, so remove it"
                                    .formatted(Scalars.spelled(format))));
        }
    }

    private static String missing(SinkKind kind, SinkProperty property, Section section) {
        String example = property.example().map(text -> ", e.g. " + text).orElse("");
        return "a sink of the kind %s needs \"%s\"%s; it has: %s"
                .formatted(kind.name(), property.name(), example, String.join(", ", section.present()));
    }
}
