package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.request.RequestFailure;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds runs that nobody serves: a process that died left them, a command handed them over, or the time of their next
 * try has come. For one thread.
 */
public final class Takeover implements Hindered {

    private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);

    /** So many looks later what was announced and is still not served is announced again: a minute. */
    private static final int FORGETS_AFTER = 6;

    private final Ledger ledger;
    private final Runs runs;
    private final InstantSource clock;
    private final Set<String> announced = new HashSet<>();
    private int looks;
    private volatile Optional<LedgerFailure> failure = Optional.empty();
    private volatile boolean stopped;

    Takeover(Ledger ledger, Runs runs, InstantSource clock) {
        this.ledger = ledger;
        this.runs = runs;
        this.clock = clock;
    }

    /** The runs to announce: each once while it waits to be served. */
    public List<String> unserved() {
        if (stopped) {
            return List.of();
        }
        try {
            List<String> unserved = look();
            failure = Optional.empty();
            return unserved;
        } catch (LedgerFailure e) {
            say(e);
            return List.of();
        }
    }

    private List<String> look() {
        List<String> unserved = ledger.ready(clock.instant()).stream()
                .filter(runId -> !runs.isServed(runId))
                .toList();
        if (++looks % FORGETS_AFTER == 0) {
            announced.clear();
        }
        announced.retainAll(Set.copyOf(unserved));
        return unserved.stream().filter(announced::add).toList();
    }

    private void say(LedgerFailure latest) {
        if (failure.filter(said -> said.getMessage().equals(latest.getMessage()))
                .isEmpty()) {
            LOG.warn("{}", latest.getMessage());
        }
        failure = Optional.of(latest);
    }

    @Override
    public Optional<RequestFailure> hindrance() {
        return failure.map(Causes::of);
    }

    /** From now on nothing is taken over. */
    void stop() {
        stopped = true;
    }
}
