package com.giosg.chatreports.metrics;

import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the catalogue from the headers of the templates: {@code ls templates/metrics} lists it in its order. */
public final class CatalogueReader {

    private static final String EXTENSION = ".ftl";

    private static final List<String> REQUIRED =
            List.of("title", "description", "api", "scopes", "unit", "aggregation");
    private static final List<String> OPTIONAL = List.of("settles-after", "variant-of");

    /** Ids become names of files and of columns. */
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Path folder;
    private final Configuration templates;
    private final List<TemplateProblem> problems = new ArrayList<>();

    private CatalogueReader(Path folder, Configuration templates) {
        this.folder = folder;
        this.templates = templates;
    }

    /**
     * The metrics whose templates are in order, and what is wrong with the others.
     *
     * @param catalogue in alphabetical order of the ids
     * @param problems all of them; empty when every template can be used
     */
    public record Reading(Catalogue catalogue, List<TemplateProblem> problems) {}

    /**
     * Reads every header, an operator's own templates included.
     *
     * @param folder holds {@code metrics/} and {@code api/}
     * @param templates the configuration of the same folder; it keeps what is parsed here for the rendering
     * @throws UncheckedIOException if a folder cannot be listed
     */
    public static Reading read(Path folder, Configuration templates) {
        return new CatalogueReader(folder, templates).read();
    }

    private Reading read() {
        Map<String, Optional<Api>> apis = apis();
        List<String> ids = idsIn("metrics");
        List<Metric> metrics = ids.stream()
                .map(id -> header("metrics/" + id + EXTENSION).flatMap(header -> metric(id, header, apis, ids)))
                .flatMap(Optional::stream)
                .toList();
        return new Reading(Catalogue.of(metrics), List.copyOf(problems));
    }

    /** By id; empty where the header is wrong. A template without a header is a part that others share. */
    private Map<String, Optional<Api>> apis() {
        Map<String, Optional<Api>> apis = new LinkedHashMap<>();
        for (String id : idsIn("api")) {
            Optional<Header> header = header("api/" + id + EXTENSION);
            if (header.isEmpty() || !header.get().isEmpty()) {
                apis.put(id, header.flatMap(found -> api(id, found)));
            }
        }
        return apis;
    }

    private static Optional<Api> api(String id, Header header) {
        header.expect(List.of("path", "rooms", "buckets"), List.of());
        Api api = new Api(id, header.text("path"), header.flag("rooms"), header.flag("buckets"));
        if (header.isSound() && !(api.path().startsWith("/") && api.path().contains("{organization}"))) {
            header.problem("\"path\" must start with / and hold {organization}");
        }
        return header.isSound() ? Optional.of(api) : Optional.empty();
    }

    private static Optional<Metric> metric(
            String id, Header header, Map<String, Optional<Api>> apis, List<String> ids) {
        if (!ID.matcher(id).matches()) {
            header.problem("the name of a metric has only lower-case letters, digits and hyphens between them");
        }
        header.expect(REQUIRED, OPTIONAL);
        String title = header.text("title");
        String description = header.text("description");
        Optional<Api> api = header.choice("api", apis).flatMap(found -> found);
        List<Scope> scopes = header.choices("scopes", byId(Scope.values(), Scope::id));
        String unit = header.text("unit");
        Optional<Aggregation> kind = header.choice("aggregation", byId(Aggregation.values(), Aggregation::id));
        Duration settles = header.duration("settles-after");
        Optional<String> variantOf = variantOf(id, header, ids);
        return header.isSound() && api.isPresent()
                ? Optional.of(new Metric(
                        id,
                        title,
                        description,
                        api.get(),
                        inOrder(scopes),
                        unit,
                        kind.orElseThrow(),
                        settles,
                        variantOf))
                : Optional.empty();
    }

    private static Optional<String> variantOf(String id, Header header, List<String> ids) {
        Optional<String> variantOf = header.optionalText("variant-of");
        variantOf
                .filter(other -> other.equals(id) || !ids.contains(other))
                .ifPresent(other -> header.problem("\"variant-of\": there is no other metric \"" + other + "\""));
        return variantOf;
    }

    private static Set<Scope> inOrder(List<Scope> scopes) {
        return Collections.unmodifiableSet(EnumSet.copyOf(scopes));
    }

    private static <T> Map<String, T> byId(T[] values, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        for (T value : values) {
            byId.put(id.apply(value), value);
        }
        return byId;
    }

    private Optional<Header> header(String name) {
        try {
            Template template = templates.getTemplate(name);
            return Optional.of(new Header(template, problems));
        } catch (IOException e) {
            problems.add(BadTemplate.unreadable(name, e).problem());
            return Optional.empty();
        }
    }

    private List<String> idsIn(String subfolder) {
        try (Stream<Path> files = Files.list(folder.resolve(subfolder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(EXTENSION) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - EXTENSION.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the templates in " + folder.resolve(subfolder), e);
        }
    }
}
