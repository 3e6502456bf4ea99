package com.giosg.chatreports.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A file of routes or a Kamelet as it is written: what Camel makes of it has lost what is checked here.
 *
 * @param path where it lies
 * @param root what it holds
 */
record RouteFile(Path path, Object root) {

    private static final Pattern PROPERTY = Pattern.compile("\\{\\{\\??([^{}:]+)(:[^{}]*)?}}");

    /** The names of steps that hold further steps. */
    private static final Set<String> BLOCKS =
            Set.of("split", "loop", "choice", "when", "otherwise", "steps", "doTry", "doCatch");

    static List<RouteFile> all() {
        return Stream.concat(in(Path.of("routes"), ".camel.yaml"), kamelets().stream())
                .toList();
    }

    static List<RouteFile> kamelets() {
        return in(Path.of("routes/sinks"), ".kamelet.yaml").toList();
    }

    private static Stream<RouteFile> in(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(RouteFile::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RouteFile read(Path file) {
        try {
            return new RouteFile(file, new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One key of a file with its value, wherever it stands. */
    record Entry(String key, Object value) {

        String text() {
            return String.valueOf(value);
        }

        Object at(String name) {
            return value instanceof Map<?, ?> map ? map.get(name) : null;
        }
    }

    /** Every key of the file, in its order. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        collect(root, entries);
        return entries;
    }

    private static void collect(Object node, List<Entry> entries) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                entries.add(new Entry(String.valueOf(key), value));
                collect(value, entries);
            });
        } else if (node instanceof List<?> list) {
            list.forEach(item -> collect(item, entries));
        }
    }

    List<Steps> routes() {
        return named("route").filter(steps -> steps.id() != null).toList();
    }

    List<Steps> named(List<String> names) {
        return names.stream().flatMap(this::named).toList();
    }

    private Stream<Steps> named(String key) {
        return entries().stream().filter(entry -> entry.key().equals(key)).map(entry -> new Steps(path, entry));
    }

    /** The properties that its placeholders name, without the parameters of its own templates. */
    Set<String> properties() {
        Set<String> parameters = entries().stream()
                .filter(entry -> entry.key().equals("parameters") && entry.value() instanceof List<?>)
                .flatMap(entry -> ((List<?>) entry.value()).stream())
                .map(parameter -> String.valueOf(((Map<?, ?>) parameter).get("name")))
                .collect(Collectors.toSet());
        declared().forEach(parameters::add);
        beans().forEach(parameters::add);
        return entries().stream()
                .filter(entry -> entry.value() instanceof String)
                .flatMap(entry -> PROPERTY.matcher(entry.text()).results())
                .map(match -> match.group(1))
                .filter(name -> !parameters.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The beans that a template makes for itself; a placeholder stands for the name that Camel gives to one. */
    Stream<String> beans() {
        return entries().stream()
                .filter(entry -> entry.key().equals("beans") && entry.value() instanceof List<?>)
                .flatMap(entry -> ((List<?>) entry.value()).stream())
                .map(bean -> String.valueOf(((Map<?, ?>) bean).get("name")));
    }

    /** What a Kamelet declares. */
    private Stream<String> declared() {
        return entries().stream()
                .filter(entry -> entry.key().equals("properties") && entry.value() instanceof Map<?, ?>)
                .flatMap(entry -> ((Map<?, ?>) entry.value()).keySet().stream())
                .map(String::valueOf);
    }

    /** A route, a template or a rule for errors. */
    record Steps(Path file, Entry entry) {

        String id() {
            return (String) entry.at("id");
        }

        String description() {
            return String.valueOf(entry.at("description"));
        }

        String endpoint() {
            return new RouteFile(file, entry.value())
                    .entries().stream()
                            .filter(inner -> inner.key().equals("from"))
                            .map(from -> String.valueOf(from.at("uri")))
                            .findFirst()
                            .orElse("");
        }

        /** Its steps in the order in which they are written, those inside others included. */
        List<Entry> flat() {
            List<Entry> steps = new ArrayList<>();
            new RouteFile(file, entry.value())
                    .entries().stream()
                            .filter(inner -> inner.key().equals("steps"))
                            .findFirst()
                            .ifPresent(first -> flatten(first.value(), steps));
            return steps;
        }

        private static void flatten(Object list, List<Entry> steps) {
            for (Object step : (List<?>) list) {
                ((Map<?, ?>) step).forEach((name, value) -> {
                    Entry entry = new Entry(String.valueOf(name), value);
                    if (!BLOCKS.contains(entry.key())) {
                        steps.add(entry);
                    } else {
                        steps.add(new Entry(entry.key(), ""));
                        inner(value, steps);
                    }
                });
            }
        }

        private static void inner(Object block, List<Entry> steps) {
            if (block instanceof Map<?, ?> map) {
                map.forEach((key, value) -> {
                    if (key.equals("steps")) {
                        flatten(value, steps);
                    } else if (BLOCKS.contains(String.valueOf(key))) {
                        inner(value, steps);
                    }
                });
            } else if (block instanceof List<?> list) {
                list.forEach(item -> inner(item, steps));
            }
        }

        @Override
        public String toString() {
            return file + " " + id();
        }
    }
}
