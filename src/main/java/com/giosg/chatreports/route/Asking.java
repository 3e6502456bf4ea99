package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.ledger.Gap;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.metrics.BadTemplate;
import com.giosg.chatreports.names.DirectoryList;
import com.giosg.chatreports.names.Listing;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestBodies;
import com.giosg.chatreports.request.RequestFailure;
import com.giosg.chatreports.request.RetryAfter;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.apache.camel.component.http.HttpConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the routes ask about asking: may it begin, was it answered, and what if not. */
public final class Asking {

    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final Ledger ledger;
    private final TokenPauses pauses;
    private final Breakers breakers;
    private final Patience patience;
    private final InstantSource clock;
    private final Refusals refusals;

    Asking(Ledger ledger, TokenPauses pauses, Breakers breakers, Patience patience, InstantSource clock) {
        this.ledger = ledger;
        this.patience = patience;
        this.pauses = pauses;
        this.breakers = breakers;
        this.clock = clock;
        this.refusals = new Refusals(clock);
    }

    /**
     * Fails at once where the API refused the token before, where no answer could be kept, where the API answers none of the
     * token's requests and there is time to ask later, or where it wants to be left alone until there is no time any more.
     */
    public void lineUp(@Variable(Variables.RUN) ActiveRun run) throws RequestFailure {
        unless(run, leftAlone(run).filter(wait -> !patience.waitsFor(run, wait, clock.instant())));
    }

    /** The same for one whose turn it is, and which fails, too, where the API asked for a pause while it stood in line. */
    public void begin(@Variable(Variables.RUN) ActiveRun run) throws RequestFailure {
        unless(run, leftAlone(run));
    }

    private void unless(ActiveRun run, Optional<Duration> leftAlone) throws RequestFailure {
        Optional<RequestFailure> refusal = run.refusal()
                .or(run.hindrance()::cause)
                .or(() -> notTried(run))
                .or(() -> leftAlone.map(pauses::notAsked));
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    private Optional<RequestFailure> notTried(ActiveRun run) {
        Instant now = clock.instant();
        return breakers.shutUntil(token(run))
                .filter(until -> patience.afterAsking(run, now).isPresent())
                .filter(until -> patience.withoutAsking(run, Duration.between(now, until), now)
                        .isPresent())
                .map(until -> new RequestFailure(
                        FailureKind.NOT_TRIED, Breakers.words(until), Optional.of(Duration.between(now, until))));
    }

    private Optional<Duration> leftAlone(ActiveRun run) {
        return Optional.of(pauses.remaining(run.organization())).filter(wait -> !wait.isZero());
    }

    /**
     * Fails at once where the API wants to be left alone for longer than names are worth waiting for: the directory is asked with
     * the same token.
     */
    public void beginWithNames(@Variable(Variables.RUN) ActiveRun run, @Variable(Variables.LISTING) Listing listing)
            throws RequestFailure {
        Duration wait = pauseOfNames(run, listing);
        if (wait.compareTo(DirectoryFailures.LONGEST_WAIT) > 0) {
            throw pauses.notAsked(wait);
        }
    }

    /** Milliseconds until a list of the directory may be asked for. */
    public long waitWithNames(@Variable(Variables.RUN) ActiveRun run, @Variable(Variables.LISTING) Listing listing) {
        return Math.min(pauseOfNames(run, listing).toMillis(), DirectoryFailures.LONGEST_WAIT.toMillis());
    }

    /** Rooms wait for nothing: without their ids the run would fail. */
    private Duration pauseOfNames(ActiveRun run, Listing listing) {
        return listing.list() == DirectoryList.ROOMS ? Duration.ZERO : pauses.remaining(run.organization());
    }

    /** Notes that the request was answered, to the last byte. */
    public void answered(@Variable(Variables.RUN) ActiveRun run) {
        breakers.answered(token(run), name(run.organization()));
        pauses.answered(run.organization());
    }

    /** As the log names the API where it is about a token: which one may not be said. */
    static String name(Organization organization) {
        return "the API, asked with the token of " + organization.key();
    }

    /** What tells the run's token from others, without giving it away. */
    private static String token(ActiveRun run) {
        return run.organization().token().fingerprint();
    }

    /**
     * What its body is rendered from.
     *
     * <p>Here and below a method, where an expression could name the properties: Camel would inspect the classes of
     * the request again at every evaluation.
     */
    public String template(@Variable(Variables.REQUEST) Request request) {
        return request.metric().template();
    }

    /** Where it is sent, below the API's address. */
    public String path(@Variable(Variables.REQUEST) Request request) {
        return request.path();
    }

    /** The header that says who asks. */
    public String authorization(@Variable(Variables.REQUEST) Request request) {
        return "Token " + request.organization().token().value();
    }

    /** Milliseconds until the API wants to hear from the run's token again; none too few, since it would line up in vain. */
    public long pause(@Variable(Variables.RUN) ActiveRun run) {
        return pauses.remaining(run.organization()).plusNanos(999_999).toMillis();
    }

    /** Nothing but strict JSON is sent, whatever a template prints. */
    public void strictJson(@Body String body, @Variable(Variables.REQUEST) Request request) throws BadTemplate {
        RequestBodies.strictJson(request, body);
    }

    /**
     * Goes on with an answer of status 200 only.
     *
     * @param answer null where it has no body
     */
    public void accept(
            @Header(HttpConstants.HTTP_RESPONSE_CODE) int status,
            @Header("Retry-After") Object retryAfter,
            @Header("Date") String date,
            @Header("Location") String location,
            @Variable(Variables.REQUEST) Request request,
            @Body InputStream answer)
            throws RequestFailure, IOException {
        if (status == 200) {
            return;
        }
        throw new Refusal("API", status, RetryAfter.parse(HeaderLines.of(retryAfter), date, clock.instant()), location)
                .failure(answer, request.organization().token());
    }

    /** Leaves a gap, unless there is time to ask again later, and says so once for every cause. */
    public void giveUp(
            @Variable(Variables.RUN) ActiveRun run,
            @Variable(Variables.REQUEST) Request request,
            @Variable(Variables.ROWS) ActiveRows rows,
            @Variable(Variables.FAILURE) Attempt attempt) {
        RequestFailure failure = attempt.failure();
        if (patience.waitsOut(failure)) {
            run.hindrance().note(failure);
            return;
        }
        try {
            leaveGap(run, request, rows, attempt.tries(), failure);
        } catch (LedgerFailure e) {
            run.hindrance().note(Causes.of(e));
        }
    }

    private void leaveGap(ActiveRun run, Request request, ActiveRows rows, int tries, RequestFailure failure) {
        FailureKind kind = failure.kind();
        String cause = failure.getMessage() + KeptAnswers.keep(run, request, kind, rows);
        note(run, request, new Gap(kind, cause, tries));
        failure.retryAfter().ifPresent(run::askToWait);
        if (kind == FailureKind.DEFECT) {
            LOG.error("{}, {}: {}", run, request.question(), cause, failure);
        } else if (kind == FailureKind.NOT_TRIED) {
            // Said once for all of them.
            return;
        } else if (!kind.concernsToken() && run.isNews(failure)) {
            LOG.warn("{}, {}: {}. Next: {}", run, request.question(), cause, kind.nextMove());
        } else if (kind.concernsToken() && run.refuse(failure) && refusals.isNews(run.organization())) {
            LOG.warn("every request of {}: {}. Next: {}", run.organization().key(), cause, kind.nextMove());
        }
    }

    private void note(ActiveRun run, Request request, Gap failure) {
        int before = ledger.requests(run.id()).stream()
                .filter(entry -> entry.requestId().equals(request.id()))
                .flatMap(entry -> entry.postponed().stream())
                .mapToInt(Gap::tries)
                .sum();
        Gap inAll = new Gap(failure.kind(), failure.cause(), before + failure.tries());
        if (patience.postpones(run.run(), failure.kind())) {
            ledger.postpone(run.id(), request.id(), inAll);
        } else {
            ledger.gap(run.id(), request.id(), inAll);
        }
    }
}
