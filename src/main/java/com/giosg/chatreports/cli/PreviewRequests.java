package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.ApiSettings;
import com.giosg.chatreports.ledger.Gap;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.metrics.BadTemplate;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestBodies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the questions of a run as they were sent, each with what became of it. */
record PreviewRequests(ApiSettings api, RequestBodies bodies) {

    Path write(Request request, RequestEntry entry, Path folder) throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("request", request.question());
        facts.putAll(sent(request));
        facts.put("answer", answer(entry));
        return Files.writeString(folder.resolve(request.id() + ".json"), Json.text(facts) + "\n");
    }

    /** Of a question that could not be made, its answer says why. */
    private Map<String, Object> sent(Request request) {
        try {
            return SentRequest.of(request, api, bodies).facts();
        } catch (BadTemplate e) {
            return Map.of();
        }
    }

    private static Map<String, Object> answer(RequestEntry entry) {
        Map<String, Object> facts = new LinkedHashMap<>();
        entry.part().ifPresent(part -> facts.put("rows", part.rows()));
        entry.gap().ifPresent(gap -> facts.put("gap", gap(gap)));
        return facts;
    }

    private static Map<String, Object> gap(Gap gap) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("kind", gap.kind().id());
        facts.put("cause", gap.cause());
        facts.put("tries", gap.tries());
        facts.put("next", gap.kind().nextMove());
        return facts;
    }
}
