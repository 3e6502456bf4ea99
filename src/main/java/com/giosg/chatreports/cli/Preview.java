package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Folders;
import com.giosg.chatreports.ledger.Gap;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.metrics.BadTemplate;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestBodies;
import com.giosg.chatreports.request.RequestPlan;
import com.giosg.chatreports.route.Previews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a run would have delivered, and what was asked for it, in a folder of its own: {@code sinks/<sink>/…} as each sink
 * would have got it, {@code requests/<request>.json}, {@code rows.csv}.
 *
 * @param written in the order of the sinks
 */
record Preview(RunResult result, List<Written> written) {

    /**
     * One line for whoever looks.
     *
     * @param where a path, or why there is none
     */
    record Written(String what, String where) {}

    /**
     * Takes the place of what an earlier preview left in the same folder.
     *
     * @param data where the run was kept; of its folder, only answers that were kept for inspection remain
     */
    static Preview write(RunResult result, Path out, Path data, Configuration configuration, RequestBodies bodies)
            throws IOException {
        Path folder = out.resolve(result.run().report()).resolve(result.run().organization());
        Path run = data.resolve("runs").resolve(result.run().id());
        for (String old : List.of("sinks", "requests", "rows.csv")) {
            Folders.delete(folder.resolve(old));
        }
        List<Written> written = new ArrayList<>();
        written.add(requests(result, folder.resolve("requests"), configuration, bodies));
        result.run().failure().ifPresent(failure -> written.add(new Written("-", "failed: " + failure.cause())));
        Path rows = run.resolve(Previews.ROWS);
        if (Files.exists(rows)) {
            written.add(new Written("rows", move(rows, folder.resolve("rows.csv"))));
        }
        for (Delivery delivery : result.deliveries()) {
            written.add(artifact(delivery, folder.resolve("sinks").resolve(delivery.sink())));
        }
        Folders.delete(run.resolve("parts"));
        Folders.delete(run.resolve("artifacts"));
        return new Preview(result, written);
    }

    private static Written artifact(Delivery delivery, Path folder) throws IOException {
        return new Written(
                delivery.sink(),
                delivery.state() == Delivery.State.FAILED
                        ? "failed: " + delivery.detail()
                        : shown(move(delivery.file(), folder.resolve(delivery.fileName()))));
    }

    /** Of a mail, also what its readers see, for those who have no mail program at hand. */
    private static String shown(String file) throws IOException {
        if (file.endsWith(".eml")) {
            MailParts.unpack(Path.of(file));
        }
        return file;
    }

    private static Written requests(RunResult result, Path folder, Configuration configuration, RequestBodies bodies)
            throws IOException {
        Files.createDirectories(folder);
        Report report = configuration.reports().get(result.run().report());
        Organization organization =
                configuration.organizations().get(result.run().organization());
        Map<String, RequestEntry> entries =
                result.allRequests().stream().collect(Collectors.toMap(RequestEntry::requestId, Function.identity()));
        for (Request request : RequestPlan.all(
                report, organization, result.run().window(), result.run().due())) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("request", request.question());
            facts.putAll(sent(request, configuration, bodies));
            facts.put("answer", answer(entries.get(request.id())));
            Files.writeString(folder.resolve(request.id() + ".json"), Json.text(facts) + "\n");
        }
        return new Written("requests", folder.toString());
    }

    /** Of a question that could not be made, its answer says why. */
    private static Map<String, Object> sent(Request request, Configuration configuration, RequestBodies bodies) {
        try {
            return SentRequest.of(request, configuration.api(), bodies).facts();
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

    private static String move(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        return to.toString();
    }
}
