package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.format.Artifacts;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.ledger.RunFailure;
import com.giosg.chatreports.request.Breaker;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestFailure;
import com.giosg.chatreports.request.SideRequests;
import com.giosg.chatreports.request.SlowPhase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of a run: opened, asked in lanes, sealed, finished. */
public final class Runs implements Hindered {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    private static final String ASKS_OTHERWISE =
            "it could not be made, and the report asks something else by now; make the report again";

    private final Configuration configuration;
    private final Ledger ledger;
    private final Path data;
    private final InstantSource clock;
    private final Patience patience;
    private final Mails mails;

    private final Served served;

    /** What was said of hindrances since a run ended or was put off. */
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    private volatile Optional<RequestFailure> hindrance = Optional.empty();

    Runs(Installation installation, Patience patience) {
        this.configuration = installation.configuration();
        this.ledger = installation.ledger();
        this.data = installation.data();
        this.clock = installation.clock();
        this.served = installation.served();
        this.patience = patience;
        this.mails = new Mails(new Artifacts(installation.templates()), configuration.functions(), clock);
    }

    /**
     * Takes a run for this process. False: it is served already, over, or rests. So a message that comes twice does no
     * harm.
     */
    public boolean claim(@Body String runId) {
        Instant now = clock.instant();
        boolean nothingToDo = ledger.run(runId)
                .filter(run -> run.state().isFinal()
                        || run.nextTry().filter(now::isBefore).isPresent())
                .isPresent();
        return !nothingToDo && served.claim(runId);
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

    /**
     * Renders the artifacts, once, and says which of them are to be delivered. Where every request failed nothing goes to
     * readers, and neither does what the report wants kept back; the sinks of {@code on-failure} get a notice. While
     * requests are to be asked again nothing is rendered.
     */
    public List<Consignment> seal(@Variable(Variables.RUN) ActiveRun run) throws RequestFailure {
        Optional<RequestFailure> hindrance = run.hindrance().cause();
        if (hindrance.isPresent()) {
            throw hindrance.get();
        }
        List<Consignment> consignments = sealed(run);
        run.hindrance().join(consignments.size());
        return consignments;
    }

    private List<Consignment> sealed(ActiveRun run) throws RequestFailure {
        if (!run.run().state().isSealed()) {
            return make(run, new Sending(ledger)::isDue);
        }
        makeWhatIsMissing(run);
        return new Resumption(ledger, configuration, served.receipts().keySet(), clock.instant()).consignments(run);
    }

    /** What could not be made when the run was sealed, such as the mail of a team that nobody knew. */
    private void makeWhatIsMissing(ActiveRun run) throws RequestFailure {
        Instant now = clock.instant();
        List<Delivery> all = ledger.deliveries(run.id()).stream()
                .filter(delivery -> delivery.generation() == run.run().generation() && !delivery.isNotice())
                .toList();
        List<Delivery> missing = all.stream()
                .filter(delivery -> delivery.isMissing() && delivery.isDue(now))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        if (!run.run().asks(run.report(), run.organization())) {
            missing.forEach(delivery -> ledger.note(delivery.in(Delivery.State.FAILED, ASKS_OTHERWISE)));
            return;
        }
        try {
            List<RequestEntry> entries = ledger.requests(run.id());
            Material material = Material.of(run.askedAt(firstAnswer(entries, now)), entries, ledger);
            sealing(material, new Sending(ledger)::isDue).again(missing, all).forEach(ledger::note);
        } catch (IOException | UncheckedIOException e) {
            throw new RequestFailure(FailureKind.STORAGE, "the artifacts could not be kept: " + e.getMessage(), e);
        }
    }

    /** Buckets that had not begun by then were not asked for. */
    private static Instant firstAnswer(List<RequestEntry> entries, Instant now) throws IOException {
        Instant first = now;
        for (RequestEntry entry : entries) {
            if (entry.part().isPresent()) {
                Instant written =
                        Files.getLastModifiedTime(entry.part().get().file()).toInstant();
                first = written.isBefore(first) ? written : first;
            }
        }
        return first;
    }

    private Sealing sealing(Material material, Sending.Rule sending) {
        return new Sealing(
                material,
                mails,
                sending,
                (delivery, failure) -> patience.outcome(delivery, failure, failure.getMessage(), clock.instant()));
    }

    /** The same where nothing is delivered: also what would be kept back. */
    public List<Consignment> sealForPreview(@Variable(Variables.RUN) ActiveRun run) throws RequestFailure {
        return make(run, new Sending(ledger)::isDueOrWouldNotBe);
    }

    private List<Consignment> make(ActiveRun run, Sending.Rule sending) throws RequestFailure {
        if (isAskedLater(run)) {
            return List.of();
        }
        List<RequestEntry> entries = ledger.requests(run.id());
        if (isRefilledInVain(run, entries)) {
            return List.of();
        }
        boolean failed = ofRows(entries).allMatch(entry -> entry.gap().isPresent());
        List<Consignment> consignments = failed ? notices(run, entries) : consignments(run, entries, sending);
        if (failed && consignments.isEmpty()) {
            return consignments;
        }
        ledger.seal(run.id(), deliveries(consignments));
        ledger.move(run.id(), Run.State.DELIVERING);
        return consignments;
    }

    /** Whether rows were postponed and there is time for it; else they become gaps. What is asked on the side holds nothing up. */
    private boolean isAskedLater(ActiveRun run) {
        List<RequestEntry> postponed = ledger.requests(run.id()).stream()
                .filter(entry -> entry.postponed().isPresent())
                .toList();
        if (postponed.isEmpty()) {
            return false;
        }
        Optional<SlowPhase> later =
                ofRows(postponed).findFirst().flatMap(row -> askedLater(run, postponed, clock.instant()));
        later.ifPresentOrElse(
                asking -> {
                    ledger.askLater(run.id(), asking);
                    LOG.warn(
                            "{}: {} of {} requests are asked again at {}",
                            run,
                            postponed.size(),
                            run.requests().size(),
                            run.local(asking.next()));
                },
                () -> ledger.giveUpPostponed(run.id()));
        return later.isPresent();
    }

    private Optional<SlowPhase> askedLater(ActiveRun run, List<RequestEntry> postponed, Instant now) {
        boolean tried = ofRows(postponed)
                .flatMap(entry -> entry.postponed().stream())
                .anyMatch(failure -> failure.kind() != FailureKind.NOT_TRIED);
        Optional<SlowPhase> later = tried
                ? patience.afterAsking(run, now)
                : patience.withoutAsking(run, run.askedToWait().orElse(Breaker.PAUSE), now);
        return later.or(() -> atOnce(run, postponed, now));
    }

    /** There is no other time left: what was not tried so far is, whatever happened to others, before it becomes a gap. */
    private static Optional<SlowPhase> atOnce(ActiveRun run, List<RequestEntry> postponed, Instant now) {
        boolean untried = ofRows(postponed)
                .flatMap(entry -> entry.postponed().stream())
                .anyMatch(failure -> failure.kind() == FailureKind.NOT_TRIED);
        return Optional.of(new SlowPhase(
                        run.run().asking().map(SlowPhase::tries).orElse(0),
                        SlowPhase.first(run.run().asking(), now),
                        now))
                .filter(phase -> untried);
    }

    /** Nothing new was had, or the report asks something else by now: readers have what there is. */
    private static boolean isRefilledInVain(ActiveRun run, List<RequestEntry> entries) {
        long gaps = entries.stream().filter(entry -> entry.gap().isPresent()).count();
        return run.run()
                .refilling()
                .filter(before -> gaps >= before || !run.run().asks(run.report(), run.organization()))
                .isPresent();
    }

    private List<Consignment> notices(ActiveRun run, List<RequestEntry> entries) throws RequestFailure {
        try {
            return FailureNotices.of(run, ofRows(entries).toList(), mails).consignments(told(run));
        } catch (IOException e) {
            throw new RequestFailure(FailureKind.STORAGE, "the notice could not be kept: " + e.getMessage(), e);
        }
    }

    /** The sinks that have a notice already. */
    private Set<String> told(ActiveRun run) {
        return ledger.deliveries(run.id()).stream()
                .filter(Delivery::isNotice)
                .map(Delivery::sink)
                .collect(Collectors.toSet());
    }

    /** Those whose answers are rows of the report; it is not the worse without the others. */
    private static Stream<RequestEntry> ofRows(List<RequestEntry> entries) {
        return entries.stream().filter(entry -> !SideRequests.isOne(entry.requestId()));
    }

    private List<Consignment> consignments(ActiveRun run, List<RequestEntry> entries, Sending.Rule sending)
            throws RequestFailure {
        try {
            Material material = Material.of(run, entries, ledger);
            List<Delivery> earlier = run.run().generation() == 1 ? List.of() : ledger.deliveries(run.id());
            return sending.isDue(run, material.facts(), material.parts())
                    ? sealing(material, sending).consignments(earlier)
                    : List.of();
        } catch (IOException | UncheckedIOException e) {
            throw new RequestFailure(FailureKind.STORAGE, "the artifacts could not be kept: " + e.getMessage(), e);
        }
    }

    /**
     * Ends the run once nothing of it is open, and lets it rest once what is open waits for its next try. Each sink's lane
     * asks for it, and only the last of them finds it so.
     */
    public void settle(@Variable(Variables.RUN) ActiveRun run) {
        List<Delivery> open = ledger.deliveries(run.id()).stream()
                .filter(delivery -> !delivery.state().isFinal())
                .toList();
        if (open.isEmpty() && (ledger.requests(run.id()).stream().noneMatch(RequestEntry::isOpen) || hasFailed(run))) {
            finish(run);
        } else if (open.stream().allMatch(delivery -> delivery.nextTry().isPresent())) {
            rest(run, open);
        }
        run.hindrance().cause().ifPresent(this::say);
        leave(run);
    }

    private void leave(ActiveRun run) {
        if (run.hindrance().leave()) {
            served.release(run.id());
        }
    }

    /** Whether it came to nothing for a reason of its own, so that only somebody was to be told. */
    private boolean hasFailed(ActiveRun run) {
        return ledger.run(run.id()).flatMap(Run::failure).isPresent();
    }

    /** The instant comes first: a run that is not served and does not rest would be taken up again at once. */
    private void rest(ActiveRun run, List<Delivery> waiting) {
        waiting.stream()
                .flatMap(delivery -> delivery.nextTry().stream())
                .min(Comparator.naturalOrder())
                .ifPresent(next -> ledger.rest(run.id(), next));
        goesOn();
        served.release(run.id());
    }

    /** What could be noted says that nothing keeps runs from going on. */
    private void goesOn() {
        said.clear();
        hindrance = Optional.empty();
    }

    private void finish(ActiveRun run) {
        List<RequestEntry> entries = ofRows(ledger.requests(run.id())).toList();
        long gaps = entries.stream().filter(entry -> entry.gap().isPresent()).count();
        boolean delivered = ledger.deliveries(run.id()).stream()
                .filter(delivery -> delivery.generation() == run.run().generation())
                .allMatch(delivery -> delivery.state() == Delivery.State.CONFIRMED);
        Run.State end = hasFailed(run) ? Run.State.FAILED : finalState(entries.size(), gaps, delivered);
        Optional<SlowPhase> refill = Optional.of(end)
                .filter(state -> state == Run.State.DONE_WITH_GAPS)
                .flatMap(state -> patience.refill(run, clock.instant()));
        goesOn();
        // Before whoever waits for its end can announce it again.
        served.release(run.id());
        refill.ifPresentOrElse(asking -> ledger.refill(run.id(), asking), () -> ledger.move(run.id(), end));
    }

    private static Run.State finalState(long requests, long gaps, boolean delivered) {
        if (!delivered || gaps == requests) {
            return Run.State.FAILED;
        }
        return gaps > 0 ? Run.State.DONE_WITH_GAPS : Run.State.DONE;
    }

    /**
     * Nothing more can be done for the run; the cause is logged here, once.
     *
     * @param thrown the whole chain of causes; an {@code @ExchangeException} would be its end alone
     * @return what the sinks of {@code on-failure} are told of a report that nobody has got anything of
     */
    public List<Consignment> fail(
            @Variable(Variables.RUN) ActiveRun run,
            @Body Object body,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception thrown) {
        RequestFailure failure = Causes.of(thrown);
        String runId = run == null ? String.valueOf(body) : run.id();
        try {
            if (!patience.waitsOut(failure)) {
                return end(run, runId, failure, thrown);
            }
            giveBack(run, runId, failure);
        } catch (LedgerFailure | RequestFailure e) {
            giveBack(run, runId, Causes.of(e));
        }
        return List.of();
    }

    /** As it is: whoever looks for runs that nobody serves finds it. */
    private void giveBack(ActiveRun run, String runId, RequestFailure failure) {
        say(failure);
        if (run == null) {
            served.release(runId);
        } else {
            run.hindrance().note(failure);
            leave(run);
        }
    }

    /** Every run meets the same. */
    private void say(RequestFailure failure) {
        hindrance = Optional.of(failure);
        String next = failure.getCause() instanceof LedgerFailure
                ? ""
                : ". Next: " + failure.kind().nextMove();
        if (patience == Patience.LONG && said.add(failure.getMessage())) {
            LOG.error("{}{}. Runs stay as they are meanwhile and go on by themselves", failure.getMessage(), next);
        }
    }

    /** What keeps runs from going on, since one ended or was put off. */
    @Override
    public Optional<RequestFailure> hindrance() {
        return hindrance;
    }

    private List<Consignment> end(ActiveRun run, String runId, RequestFailure failure, Exception thrown)
            throws RequestFailure {
        RunFailure failed = new RunFailure(failure.kind(), failure.getMessage());
        List<Consignment> notices = run == null ? List.of() : notices(run, failed);
        if (notices.isEmpty()) {
            served.release(runId);
        }
        ledger.fail(runId, failed, deliveries(notices));
        goesOn();
        if (!notices.isEmpty()) {
            // The lanes go on with it in the place of its own route.
            run.hindrance().join(notices.size() - 1);
        }
        LOG.error(
                "{}: {}. Next: {}",
                run == null ? "run " + runId : run,
                failure.getMessage(),
                failure.kind().nextMove(),
                failure.kind() == FailureKind.DEFECT ? thrown : null);
        return notices;
    }

    /** What went out before, or is made, speaks for itself. */
    private List<Consignment> notices(ActiveRun run, RunFailure failure) throws RequestFailure {
        boolean knownAnyway = run.run().refilling().isPresent()
                || ledger.run(run.id())
                        .filter(now -> now.state().isSealed() || now.state().isFinal())
                        .isPresent();
        if (knownAnyway) {
            return List.of();
        }
        try {
            List<RequestEntry> entries = ofRows(ledger.requests(run.id())).toList();
            return FailureNotices.of(run, entries, withoutSecrets(failure), mails)
                    .consignments(told(run));
        } catch (LedgerFailure e) {
            throw e;
        } catch (IOException | UncheckedIOException e) {
            return withoutNotice(
                    run, new RequestFailure(FailureKind.STORAGE, "the notice could not be kept: " + e.getMessage(), e));
        } catch (RuntimeException e) {
            // Maybe what the run failed for: it must end all the same.
            LOG.error("{}: the notice could not be made", run, e);
            return List.of();
        }
    }

    private List<Consignment> withoutNotice(ActiveRun run, RequestFailure failure) throws RequestFailure {
        if (patience.waitsOut(failure)) {
            throw failure;
        }
        LOG.warn("{}: {}", run, failure.getMessage());
        return List.of();
    }

    private RunFailure withoutSecrets(RunFailure failure) {
        return new RunFailure(failure.kind(), configuration.withoutSecrets(failure.cause()));
    }

    private static List<Delivery> deliveries(List<Consignment> consignments) {
        return consignments.stream()
                .flatMap(consignment -> consignment.deliveries().stream())
                .toList();
    }
}
