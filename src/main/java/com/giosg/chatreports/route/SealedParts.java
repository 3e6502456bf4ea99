package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.RequestEntry;
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

/** The rows of a run whose requests are all settled; what could not be had is there as gaps. */
final class SealedParts {

    private final ActiveRun run;
    private final Map<String, RequestEntry> entries;

    /** The teams or users that occur in what was answered: found once per scope, because all its parts are read. */
    private final Map<Scope, Set<String>> subjects = new EnumMap<>(Scope.class);

    private SealedParts(ActiveRun run, List<RequestEntry> entries) {
        this.run = run;
        this.entries = entries.stream().collect(Collectors.toMap(RequestEntry::requestId, Function.identity()));
    }

    /** In the order of the rows. */
    static List<Part> of(ActiveRun run, List<RequestEntry> entries) throws IOException {
        SealedParts sealed = new SealedParts(run, entries);
        List<Part> parts = new ArrayList<>();
        SplitQuestions split = new SplitQuestions(run);
        run.requests()
                .forEach(
                        request -> sealed.entries.get(request.id()).part().ifPresent(part -> split.add(request, part)));
        for (Request request : run.requests()) {
            parts.add(sealed.part(request));
            split.completing(request).ifPresent(parts::add);
        }
        return parts;
    }

    private Part part(Request request) throws IOException {
        RequestEntry entry = entries.get(request.id());
        return entry.part().isPresent() ? entry.part().get() : gaps(request);
    }

    private Part gaps(Request request) throws IOException {
        Path folder = Files.createDirectories(run.folder().resolve("parts"));
        try (PartFile part = new PartFile(folder.resolve(request.id() + ".csv"))) {
            part.append(GapRows.of(request, subjects(request.scope()), run.names(), run.askedAt()));
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
}
