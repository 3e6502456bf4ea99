package com.giosg.chatreports.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What {@code {{function:argument}}} stands for.
 *
 * @param byName each takes its argument and throws {@link IllegalArgumentException} with an operator's message; the
 *     message never holds a value
 */
public record PropertyFunctions(Map<String, UnaryOperator<String>> byName) {

    /**
     * {@code env} and {@code file}.
     *
     * @param environment the value of a variable; null when it is not set
     * @param folder what relative file names start from
     */
    public static PropertyFunctions of(UnaryOperator<String> environment, Path folder) {
        return new PropertyFunctions(
                Map.of("env", name -> variable(environment, name), "file", name -> content(folder, name)));
    }

    /** What the function gives for the argument. */
    public String apply(String function, String argument) {
        UnaryOperator<String> found = byName.get(function);
        if (found == null) {
            throw new IllegalArgumentException(Suggestion.unknown(
                            "function",
                            function,
                            byName.keySet().stream().sorted().toList())
                    + "; write {{env:NAME}} or {{file:PATH}}");
        }
        return found.apply(argument);
    }

    private static String variable(UnaryOperator<String> environment, String name) {
        if (!name.chars().allMatch(letter -> letter == '_' || Character.isLetterOrDigit(letter))) {
            // Camel would take what follows a second colon for a default, which may be a secret.
            throw new IllegalArgumentException("{{env:…}} takes the name of an environment variable and nothing else");
        }
        String value = environment.apply(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(
                    "the environment variable %s is %s".formatted(name, value == null ? "not set" : "empty"));
        }
        return value;
    }

    /** Secret files commonly end with a line break, which is not part of the secret. */
    private static String content(Path folder, String name) {
        try {
            String content = Files.readString(folder.resolve(name)).stripTrailing();
            if (content.isEmpty()) {
                throw new IllegalArgumentException("the file %s is empty".formatted(name));
            }
            return content;
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + name, e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the file %s cannot be read (%s)"
                            .formatted(name, e.getClass().getSimpleName()),
                    e);
        }
    }
}
