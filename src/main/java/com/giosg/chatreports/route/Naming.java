package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.IdOrName;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.names.DirectoryList;
import com.giosg.chatreports.names.KnownNames;
import com.giosg.chatreports.names.KnownNames.Known;
import com.giosg.chatreports.names.Listing;
import com.giosg.chatreports.names.MissingNames;
import com.giosg.chatreports.names.RoomNames;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import com.giosg.chatreports.request.RetryAfter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.apache.camel.component.http.HttpConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the routes ask about names: which are needed, what the directory says, and what the run is told in the end. */
public final class Naming {

    private static final Logger LOG = LoggerFactory.getLogger(Naming.class);

    private final URI directory;
    private final Ledger ledger;
    private final KnownNames known;
    private final InstantSource clock;
    private final Duration patience;

    /** @param patience how long a run waits for names in all */
    Naming(Configuration configuration, Ledger ledger, KnownNames known, InstantSource clock, Duration patience) {
        this.directory = configuration.api().directoryUrl();
        this.ledger = ledger;
        this.known = known;
        this.clock = clock;
        this.patience = patience;
    }

    /** What the run needs and no run before it has asked just now. */
    public NameSearch search(@Variable(Variables.RUN) ActiveRun run) {
        Organization organization = run.organization();
        List<DirectoryList> needed = needed(run);
        NameSearch search = new NameSearch(
                needed.stream()
                        .filter(list -> known.fresh(organization, list).isEmpty())
                        .map(list -> new Listing(list, directory, organization.id()))
                        .toList(),
                patience);
        needed.forEach(list -> known.fresh(organization, list).ifPresent(fresh -> search.found(list, fresh)));
        return search;
    }

    private List<DirectoryList> needed(ActiveRun run) {
        if (run.run().state().isSealed()) {
            return lacksATeamsMail(run) ? List.of(DirectoryList.TEAMS) : List.of();
        }
        List<DirectoryList> needed = new ArrayList<>();
        if (asks(run, Scope.USER)) {
            needed.add(DirectoryList.USERS);
        }
        if (asks(run, Scope.TEAM)) {
            needed.add(DirectoryList.TEAMS);
        }
        if (!run.report().rooms().stream().allMatch(IdOrName::isId)) {
            needed.add(DirectoryList.ROOMS);
        }
        return needed;
    }

    private boolean lacksATeamsMail(ActiveRun run) {
        Instant now = clock.instant();
        return ledger.deliveries(run.id()).stream()
                .anyMatch(delivery -> delivery.isMissing()
                        && delivery.isDue(now)
                        && delivery.team().isPresent());
    }

    private static boolean asks(ActiveRun run, Scope scope) {
        return run.requests().stream().anyMatch(request -> request.scope() == scope);
    }

    /** Waits for its turn, for as long as that takes. */
    public void lineUp(@Variable(Variables.SEARCH) NameSearch search) {
        search.pause();
    }

    /** Begins with a list, unless one before it found out that there is no use. */
    public void begin(@Variable(Variables.LISTING) Listing listing, @Variable(Variables.SEARCH) NameSearch search) {
        search.goOn();
        search.hopeless().ifPresent(listing::giveUp);
    }

    /**
     * Takes in a page.
     *
     * @param answer null where it has no body
     */
    public void read(
            @Header(HttpConstants.HTTP_RESPONSE_CODE) int status,
            @Header("Retry-After") Object retryAfter,
            @Header("Date") String date,
            @Header("Location") String location,
            @Variable(Variables.RUN) ActiveRun run,
            @Variable(Variables.SEARCH) NameSearch search,
            @Variable(Variables.LISTING) Listing listing,
            @Body InputStream answer)
            throws RequestFailure, IOException {
        InputStream bounded = search.bounded(answer == null ? InputStream.nullInputStream() : answer);
        if (status == 200) {
            listing.read(bounded);
            return;
        }
        RequestFailure refusal = new Refusal(
                        "directory",
                        status,
                        RetryAfter.parse(HeaderLines.of(retryAfter), date, clock.instant()),
                        location)
                .failure(bounded, run.organization().token());
        if (status != 404 || !listing.fallsBack()) {
            throw refusal;
        }
    }

    /** The rest of a list is done without. */
    public void giveUp(
            @Variable(Variables.RUN) ActiveRun run,
            @Variable(Variables.LISTING) Listing listing,
            @Variable(Variables.FAILURE) Attempt attempt) {
        RequestFailure failure = attempt.failure();
        listing.giveUp(failure);
        if (failure.kind() == FailureKind.DEFECT) {
            LOG.error("{}, names of {}: {}", run, listing.list(), failure.getMessage(), failure);
        }
    }

    /** The run with its names, the rooms of its questions as ids, and a note where names are missing. */
    public ActiveRun name(@Variable(Variables.RUN) ActiveRun run, @Variable(Variables.SEARCH) NameSearch search)
            throws RequestFailure {
        search.listings().forEach(listing -> search.found(listing.list(), known.learn(run.organization(), listing)));
        if (search.asksNothing()) {
            return run;
        }
        MissingNames.note(search.failures())
                // A run that is asked again later says it once.
                .filter(note -> !run.run().notes().contains(note))
                .ifPresent(note -> ledger.note(run.id(), note));
        return narrowed(run.named(search.names()), search);
    }

    private static ActiveRun narrowed(ActiveRun run, NameSearch search) throws RequestFailure {
        Optional<Known> rooms = search.known(DirectoryList.ROOMS);
        if (rooms.isEmpty()) {
            return run;
        }
        RequestFailure failure = rooms.get().failure().orElse(null);
        if (failure != null && rooms.get().entries().isEmpty()) {
            // Without its cause: whoever looks for the innermost one would take the run for refused.
            throw new RequestFailure(
                    FailureKind.DIRECTORY, "the ids of the rooms could not be looked up: " + failure.getMessage());
        }
        return run.narrowedTo(RoomNames.resolve(run.report().rooms(), search.rooms()));
    }
}
