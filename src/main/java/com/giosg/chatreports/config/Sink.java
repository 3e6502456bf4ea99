package com.giosg.chatreports.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Where artifacts go.
 *
 * @param name its key in the configuration
 * @param kind the Kamelet that serves it
 * @param artifact which file it is given
 * @param settings the Kamelet's own properties as written, references to secrets and placeholders unexpanded
 * @param places where the settings stand in the configuration, by the same names
 */
public record Sink(
        String name,
        SinkKind kind,
        ArtifactSettings artifact,
        Map<String, String> settings,
        Map<String, Place> places) {

    /** The setting of kinds that are handed batches: how many rows one holds. */
    static final String BATCH = "batch";

    /** The setting of kinds that can hand out a mail for each team. */
    static final String PER = "per";

    static final String TEAM = "team";

    private static final int USUAL_BATCH = 1000;

    /** How many rows a batch holds; empty where the sink is handed whole files. */
    public OptionalInt batch() {
        if (kind.takes() != SinkKind.Takes.BATCH || artifact.format() != ArtifactSettings.Format.JSON) {
            return OptionalInt.empty();
        }
        Optional<String> standard = kind.find(BATCH).flatMap(SinkProperty::defaultValue);
        return OptionalInt.of(Optional.ofNullable(settings.get(BATCH))
                .or(() -> standard)
                .map(Integer::parseInt)
                .orElse(USUAL_BATCH));
    }

    /** Where the sink puts artifacts, for kinds that have folders. */
    public Optional<Directory> directory() {
        return Optional.ofNullable(settings.get(Directory.SETTING)).map(Directory::of);
    }

    /** Whether it is handed a mail for each team, with the rows of that team alone. */
    public boolean isPerTeam() {
        return kind.takes() == SinkKind.Takes.MAIL && TEAM.equals(settings.get(PER));
    }

    /** Whether its artifacts are sent as mails, not written into a folder. */
    boolean sendsMails() {
        return kind.takes() == SinkKind.Takes.MAIL && !settings.containsKey(MailSettings.OUTBOX);
    }

    /** Whether what may have arrived waits for somebody who finds out, instead of being sent again. */
    public boolean holdsUncertain() {
        return "hold".equals(settings.get("on-uncertain"));
    }

    /** Whether people read what it is handed, so that there is more in it than rows. */
    public boolean isForPeople() {
        return kind.takes() == SinkKind.Takes.MAIL || artifact.format().isForPeople();
    }

    /** Whether it is handed a page or a mail, in which the figures of the whole window stand, those of teams and users too. */
    boolean isForReaders() {
        return kind.takes() == SinkKind.Takes.MAIL || artifact.format().isPage();
    }

    /** The settings that are the same for every artifact: of the directory, the part without placeholders. */
    public Map<String, String> fixedSettings() {
        Map<String, String> fixed = new HashMap<>(settings);
        fixed.keySet().removeAll(changing().keySet());
        directory().ifPresent(directory -> fixed.put(Directory.SETTING, directory.fixed()));
        return fixed;
    }

    /**
     * The settings that depend on the artifact, with their references and placeholders replaced: references first, so
     * that what a placeholder stands for is never taken for one.
     */
    public Map<String, String> changingSettings(Placeholders placeholders, PropertyFunctions functions) {
        Map<String, String> changing = changing();
        changing.replaceAll((name, text) -> placeholders.expand(References.resolve(text, functions)));
        return changing;
    }

    /** What its references to secrets stand for, as far as that can still be found out. */
    Stream<String> secrets(PropertyFunctions functions) {
        return kind.properties().stream()
                .filter(property -> property.secret() || property.endpoint())
                .map(property -> settings.get(property.name()))
                .filter(Objects::nonNull)
                .flatMap(References::each)
                .flatMap(reference -> Attempt.of(() -> References.resolve(reference, functions), gone -> {}).stream());
    }

    /** The directory is no such setting: where it depends on the artifact, it is a part of the file's name. */
    private Map<String, String> changing() {
        Map<String, String> changing = new HashMap<>(settings);
        changing.remove(Directory.SETTING);
        changing.values().removeIf(text -> !Placeholders.occurIn(text));
        return changing;
    }
}
