package com.giosg.chatreports.cli;

import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.ledger.NewSchedules;
import com.giosg.chatreports.ledger.ObservedLedger;
import com.giosg.chatreports.ledger.SqlLedger;
import com.giosg.chatreports.route.Application;
import com.giosg.chatreports.route.Installation;
import com.giosg.chatreports.route.Served;
import com.giosg.chatreports.route.Standing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The applications of one process that work on one ledger: the one that serves, and those before it that finish what they
 * began, with the configuration with which they began it.
 */
final class Serving {

    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    /** What is enough for everything that is told to wait no longer. */
    private static final Duration MOMENT = Duration.ofSeconds(3);

    private final Surroundings surroundings;
    private final Path data;
    private final SqlLedger ledger;
    private final Consumer<String> over;
    private final Standing standing;
    private final Served served;
    private final List<Application> leaving = new ArrayList<>();
    private Optional<Application> current = Optional.empty();
    private boolean ended;

    /**
     * Nothing is served yet.
     *
     * @param data where runs are kept
     * @param over gets the id of each run that is over
     * @param standing what status pages say first
     * @param before what is left of those that worked on a ledger which was lost
     */
    Serving(
            Surroundings surroundings,
            Path data,
            SqlLedger ledger,
            Consumer<String> over,
            Standing standing,
            Remnants before) {
        this.surroundings = surroundings;
        this.data = data;
        this.ledger = ledger;
        this.served = new Served(surroundings.clock().instant(), before::have, before.receipts());
        this.over = over;
        this.standing = standing;
    }

    /** Serves, unless it was ended already. */
    synchronized void begin(Edition edition) {
        if (!ended) {
            current = Optional.of(start(edition));
        }
    }

    /**
     * Serves something else from now on. Where that does not start, all stays as it was.
     *
     * @return false: nothing is served any more
     * @throws Complaint why it does not start
     */
    synchronized boolean goOnWith(Edition next, Edition before) {
        if (ended) {
            return false;
        }
        tryOut(next);
        leaving.removeIf(Serving::hasLeft);
        new NewSchedules(ledger)
                .begin(
                        before.configuration().reports(),
                        next.configuration().reports(),
                        surroundings.clock().instant());
        // Before the next one starts: two cannot answer on one port.
        leave();
        startOrGoBack(next, before);
        return true;
    }

    private void leave() {
        current.ifPresent(application -> {
            application.leave();
            leaving.add(application);
        });
        current = Optional.empty();
    }

    private void tryOut(Edition edition) {
        ReportRunner.orComplain(edition.configuration(), () -> {
            Application.tryOut(installation(edition));
            return edition;
        });
    }

    private void startOrGoBack(Edition next, Edition before) {
        try {
            current = Optional.of(start(next));
        } catch (Complaint | LedgerFailure e) {
            current = startAgain(before, e);
            throw e;
        }
    }

    /** Nobody would serve otherwise, and whoever watches over the process would not find out. */
    private Optional<Application> startAgain(Edition before, RuntimeException why) {
        try {
            return Optional.of(start(before));
        } catch (Complaint | LedgerFailure e) {
            if (ledger.isLost()) {
                // Whoever takes it again starts anew.
                return Optional.empty();
            }
            why.addSuppressed(e);
            throw new IllegalStateException("neither the next application starts nor the one before it", why);
        }
    }

    private Application start(Edition edition) {
        return ReportRunner.orComplain(
                edition.configuration(),
                () -> Application.startTimers(installation(edition), ledger.history(), standing));
    }

    private Installation installation(Edition edition) {
        return surroundings
                .installation(edition.templates(), data, edition.configuration(), new ObservedLedger(ledger, over))
                .beside(served);
    }

    /**
     * Ends where the process goes on: what is going may finish within half a minute, and waits no longer for its next try then. What
     * does not hear of that is not waited for; {@link #beingSent} has its run until it is over.
     */
    void end() {
        endInTime();
        if (!isOver()) {
            leaving().forEach(Application::hurry);
            awaitEnds(MOMENT);
        }
    }

    /**
     * Ends with the process: what is going may finish within half a minute. The rest is left as it is, and is taken up again by
     * the next start. It is not cut off: a step that waits for somebody would not hear of it, and the end would wait for the step.
     */
    void endInTime() {
        beginNothingMore();
        awaitEnds(LONGEST_END);
    }

    private synchronized void beginNothingMore() {
        ended = true;
        leave();
    }

    /** Whether it has come to its end, and nothing of it is left. */
    boolean isOver() {
        return servesNothing() && leaving().stream().allMatch(Serving::hasLeft);
    }

    private synchronized boolean servesNothing() {
        return current.isEmpty();
    }

    /** The ids of the runs of which somebody is being sent something. */
    Set<String> beingSent() {
        return served.beingSent();
    }

    /** Others have to be let in while somebody waits for these. */
    private synchronized List<Application> leaving() {
        return List.copyOf(leaving);
    }

    private void awaitEnds(Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        leaving().forEach(application -> awaitEnd(application, Duration.ofNanos(deadline - System.nanoTime())));
    }

    private static boolean hasLeft(Application application) {
        return awaitEnd(application, Duration.ZERO);
    }

    private static boolean awaitEnd(Application application, Duration patience) {
        try {
            return application.hasLeft(patience);
        } catch (InterruptedException e) {
            // The end of the process does not wait either.
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
