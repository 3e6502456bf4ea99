package com.giosg.chatreports.route;

import com.giosg.chatreports.config.ArtifactSettings;
import com.giosg.chatreports.config.FileNames;
import com.giosg.chatreports.config.Placeholders;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.format.Artifacts;
import com.giosg.chatreports.format.TooManyLines;
import com.giosg.chatreports.format.WideOrder;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.row.GapRows;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.PartFile;
import com.giosg.chatreports.row.PartReader;
import com.giosg.chatreports.row.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the artifacts of a run out of its parts: once, before anything is delivered. */
final class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final ActiveRun run;
    private final Map<String, RequestEntry> entries;

    /** The teams or users that occur in what was answered: found once per scope, because all its parts are read. */
    private final Map<Scope, Set<String>> subjects = new EnumMap<>(Scope.class);

    Sealing(ActiveRun run, List<RequestEntry> entries) {
        this.run = run;
        this.entries = entries.stream().collect(Collectors.toMap(RequestEntry::requestId, Function.identity()));
    }

    /** One delivery to each sink of the report. */
    List<Delivery> deliveries() throws IOException {
        List<Part> parts = parts();
        List<Delivery> deliveries = new ArrayList<>();
        for (Sink sink : run.report().sinks()) {
            deliveries.add(delivery(sink, parts));
        }
        return deliveries;
    }

    /** In the order of the rows; what could not be had is there as gaps. */
    private List<Part> parts() throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Request request : run.requests()) {
            RequestEntry entry = entries.get(request.id());
            parts.add(entry.part().isPresent() ? entry.part().get() : gaps(request));
        }
        return parts;
    }

    private Part gaps(Request request) throws IOException {
        Path folder = Files.createDirectories(run.folder().resolve("parts"));
        try (PartFile part = new PartFile(folder.resolve(request.id() + ".csv"))) {
            part.append(GapRows.of(request, subjects(request.scope()), run.askedAt()));
            return part.seal();
        }
    }

    private Set<String> subjects(Scope scope) throws IOException {
        Set<String> known = subjects.get(scope);
        if (known == null) {
            known = answeredSubjects(scope);
            subjects.put(scope, known);
        }
        return known;
    }

    private Set<String> answeredSubjects(Scope scope) throws IOException {
        Set<String> found = new LinkedHashSet<>();
        for (Request request : run.requests()) {
            RequestEntry entry = entries.get(request.id());
            if (request.scope() == scope && scope != Scope.ORG && entry.part().isPresent()) {
                collect(entry.part().get(), found);
            }
        }
        return found;
    }

    private static void collect(Part part, Collection<String> found) throws IOException {
        try (Stream<Row> rows = PartReader.rows(part)) {
            rows.map(Row::subjectId).forEach(found::add);
        }
    }

    /** An artifact that cannot be made fails its own delivery; the other sinks get theirs. */
    private Delivery delivery(Sink sink, List<Part> parts) throws IOException {
        ArtifactSettings settings = sink.artifact();
        Placeholders placeholders =
                Placeholders.of(run.report(), run.organization(), run.run().window(), settings.format());
        String name = FileNames.of(settings.fileName(), placeholders);
        String nameThere = sink.directory()
                .map(directory -> directory.path(placeholders, name))
                .orElse(name);
        Path folder = Files.createDirectories(run.folder().resolve("artifacts").resolve(sink.name()));
        Delivery delivery = Delivery.pending(run.id(), sink.name(), nameThere, folder.resolve(name));
        try {
            Artifacts.write(parts, settings, wideOrder(), delivery.file());
            return delivery;
        } catch (TooManyLines e) {
            LOG.warn("{}, sink {}: {}", run, sink.name(), e.getMessage());
            return delivery.in(Delivery.State.FAILED, e.getMessage());
        }
    }

    private WideOrder wideOrder() {
        return new WideOrder(
                run.report().metrics().stream().map(Metric::id).toList(),
                run.report().scopes().stream().map(Scope::id).toList());
    }
}
