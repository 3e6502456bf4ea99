package com.giosg.chatreports.route;

import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.row.FillRows;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.PartFile;
import com.giosg.chatreports.row.PartReader;
import com.giosg.chatreports.row.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Questions about a window that is too long for one request. The answer to each request was filled for the teams or
 * users in it; this adds the rows of those that occur in the other answers only, as if it had been one request.
 */
final class SplitQuestions {

    private final ActiveRun run;
    private final Map<Question, Map<Request, Part>> answered = new HashMap<>();
    private final Map<Request, Set<String>> subjects = new HashMap<>();

    SplitQuestions(ActiveRun run) {
        this.run = run;
    }

    /** What the requests of one question have in common. */
    private record Question(String metric, Scope scope) {

        static Question of(Request request) {
            return new Question(request.metric().id(), request.scope());
        }
    }

    /** Every answer is added before the first is completed. */
    void add(Request request, Part part) {
        if (request.scope() != Scope.ORG && request.fill()) {
            answered.computeIfAbsent(Question.of(request), first -> new LinkedHashMap<>())
                    .put(request, part);
        }
    }

    /** What is to follow the answer to this request. */
    Optional<Part> completing(Request request) throws IOException {
        Map<Request, Part> question = answered.getOrDefault(Question.of(request), Map.of());
        if (question.size() < 2 || !question.containsKey(request)) {
            return Optional.empty();
        }
        Set<String> missing = new LinkedHashSet<>();
        for (Map.Entry<Request, Part> answer : question.entrySet()) {
            missing.addAll(subjects(answer.getKey(), answer.getValue()));
        }
        missing.removeAll(subjects(request, question.get(request)));
        return missing.isEmpty() ? Optional.empty() : Optional.of(fill(request, missing));
    }

    private Set<String> subjects(Request request, Part part) throws IOException {
        Set<String> known = subjects.get(request);
        if (known == null) {
            known = new LinkedHashSet<>();
            try (Stream<Row> rows = PartReader.rows(part)) {
                rows.map(Row::subjectId).forEach(known::add);
            }
            subjects.put(request, known);
        }
        return known;
    }

    private Part fill(Request request, Set<String> missing) throws IOException {
        Path file = run.folder().resolve("parts").resolve(request.id() + "-fill.csv");
        try (PartFile part = new PartFile(file)) {
            part.append(FillRows.of(request, missing, run.names(), run.askedAt()));
            return part.seal();
        }
    }
}
