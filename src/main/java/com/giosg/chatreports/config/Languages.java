package com.giosg.chatreports.config;

import com.giosg.chatreports.metrics.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The languages that reports can speak: a file each. */
public final class Languages {

    private static final String USUAL = "en";

    private static final String ENDING = ".yaml";

    private final Path folder;
    private final Map<String, Language> languages;

    private Languages(Path folder, Map<String, Language> languages) {
        this.folder = folder;
        this.languages = languages;
    }

    /**
     * Every {@code <language>.yaml} of a folder; none is read yet.
     *
     * @throws UncheckedIOException when the folder cannot be listed
     */
    public static Languages in(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return new Languages(
                    folder,
                    list.filter(file -> file.getFileName().toString().endsWith(ENDING))
                            .map(file -> new Language(id(file), file))
                            .collect(Collectors.toMap(
                                    Language::id, language -> language, (one, same) -> one, TreeMap::new)));
        } catch (IOException e) {
            throw new UncheckedIOException("the languages in %s cannot be listed".formatted(folder), e);
        }
    }

    private static String id(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    /** What a report speaks that names none. Where its file is missing, that is found out when it is read. */
    Language usual() {
        return languages.getOrDefault(USUAL, new Language(USUAL, folder.resolve(USUAL + ENDING)));
    }

    /**
     * The language of this id.
     *
     * @throws IllegalArgumentException with an operator's message
     */
    public Language named(String id) {
        Language language = languages.get(id);
        if (language == null) {
            String list = Suggestion.closest(id, languages.keySet()).isPresent()
                    ? " there are: " + String.join(", ", languages.keySet())
                    : "";
            throw new IllegalArgumentException(Suggestion.unknown("language", id, languages.keySet()) + list
                    + "; another one is one more file in " + folder);
        }
        return language;
    }

    /** What stands in their files without effect; of those that are in order. */
    public List<Problem> notes(Catalogue catalogue) {
        return languages.values().stream()
                .filter(language -> language.problems().isEmpty())
                .flatMap(language -> language.notes(catalogue).stream())
                .toList();
    }

    /** What is wrong with any of them, those that no report speaks included. */
    public List<Problem> problems() {
        return languages.values().stream()
                .flatMap(language -> language.problems().stream())
                .toList();
    }
}
