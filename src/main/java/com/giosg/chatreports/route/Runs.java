package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.ledger.RunId;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of a run until every request is settled: taken, opened, asked in lanes. */
public final class Runs {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    private final Configuration configuration;
    private final Ledger ledger;
    private final Path data;
    private final InstantSource clock;
    private final Served served;

    Runs(Installation installation) {
        this.configuration = installation.configuration();
        this.ledger = installation.ledger();
        this.data = installation.data();
        this.clock = installation.clock();
        this.served = installation.served();
    }

    /**
     * Takes a run for this process. False: it is served already, over, or rests. So a message that comes twice does no
     * harm. The ledger is asked by whoever has the run: as long as somebody else has it, it can still end. What is no run of
     * the ledger came from whoever may write into a queue: it is said, and nothing comes of it.
     */
    public boolean claim(@Body Object announced) {
        String runId = text(announced);
        if (!RunId.is(runId)) {
            refuse(runId);
            return false;
        }
        if (!served.claim(runId)) {
            return false;
        }
        Instant now = clock.instant();
        Optional<Run> run = ledger.run(runId);
        boolean somethingToDo = run.filter(known -> !known.state().isFinal())
                .filter(open -> open.nextTry().filter(now::isBefore).isEmpty())
                .isPresent();
        if (!somethingToDo) {
            served.release(runId);
        }
        if (run.isEmpty()) {
            refuse(runId);
        }
        return somethingToDo;
    }

    /** What a message says, which is the run's id; some brokers hand over bytes. */
    static String text(Object announced) {
        return announced instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : String.valueOf(announced);
    }

    private static void refuse(String announced) {
        LOG.warn(
                "A message announces a run that the ledger does not know: \"{}\". Next: nothing; it is left alone. Find out who else may write to runs.endpoint",
                OneLine.of(announced));
    }

    /** Whether a run is going in this process. */
    boolean isServed(String runId) {
        return served.has(runId);
    }

    /** Opens a run as far as it is: planned, or begun by a process that did not live to end it. */
    public ActiveRun open(@Body String runId) throws RequestFailure {
        Run run = ledger.run(runId).orElseThrow(() -> new IllegalArgumentException("the ledger knows no run " + runId));
        Report report = known("report", run.report(), configuration.reports());
        Organization organization = known("organization", run.organization(), configuration.organizations());
        run.nextTry().ifPresent(now -> ledger.goOn(runId));
        ActiveRun active = new ActiveRun(run, report, organization, clock.instant(), folder(runId));
        if (!run.state().isSealed()) {
            resume(active);
        }
        return active;
    }

    private Path folder(String runId) {
        return data.resolve("runs").resolve(runId);
    }

    private static <T> T known(String noun, String name, Map<String, T> configured) throws RequestFailure {
        T found = configured.get(name);
        if (found == null) {
            throw new RequestFailure(
                    FailureKind.REMOVED, "the configuration has no %s %s any more".formatted(noun, name));
        }
        return found;
    }

    /** What was answered before is not asked again, unless the rows are lost or the report asks something else by now. */
    private void resume(ActiveRun run) {
        ledger.move(run.id(), Run.State.FETCHING);
        if (run.run().asks(run.report(), run.organization())) {
            ledger.requests(run.id()).stream()
                    .filter(entry ->
                            entry.part().filter(part -> !part.isIntact()).isPresent())
                    .forEach(lost -> ledger.reopen(run.id(), lost.requestId()));
        } else if (run.run().refilling().isPresent()) {
            ledger.giveUpPostponed(run.id());
        } else {
            ledger.replan(
                    run.id(),
                    Run.questions(run.report(), run.organization()),
                    run.allRequests().stream().map(Request::id).toList());
        }
    }

    /** The requests that are still open, divided among as many lanes as one token may use at once. */
    public List<Iterator<Request>> lanes(@Variable(Variables.RUN) ActiveRun run) {
        if (run.run().state().isSealed()) {
            return List.of();
        }
        Set<String> open = ledger.requests(run.id()).stream()
                .filter(RequestEntry::isOpen)
                .map(RequestEntry::requestId)
                .collect(Collectors.toSet());
        List<Request> requests = run.allRequests().stream()
                .filter(request -> open.contains(request.id()))
                .toList();
        return Lanes.of(requests, configuration.api().concurrency());
    }
}
