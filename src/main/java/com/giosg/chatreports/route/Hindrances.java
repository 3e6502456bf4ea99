package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.request.RequestFailure;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps the runs of an application from going on since something was last kept. Every run meets the same, so it is said once. */
final class Hindrances {

    private static final Logger LOG = LoggerFactory.getLogger(Hindrances.class);

    private final Patience patience;
    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private volatile Optional<RequestFailure> latest = Optional.empty();

    Hindrances(Patience patience) {
        this.patience = patience;
    }

    void note(RequestFailure failure) {
        latest = Optional.of(failure);
        String next = failure.getCause() instanceof LedgerFailure
                ? ""
                : ". Next: " + failure.kind().nextMove();
        if (goesOn() && said.add(failure.getMessage())) {
            LOG.error("{}{}. Runs stay as they are meanwhile and go on by themselves", failure.getMessage(), next);
        }
    }

    /** One ended or was put off, and that could be noted. */
    void clear() {
        said.clear();
        kept();
    }

    /** Something could be kept. Whether all can, the end of a run says: until then the log says nothing twice. */
    void kept() {
        if (goesOn()) {
            latest = Optional.empty();
        }
    }

    /** Else the run that met it is not taken up again, whatever others can keep, and whoever waits for it has to hear of that. */
    private boolean goesOn() {
        return patience == Patience.LONG;
    }

    Optional<RequestFailure> latest() {
        return latest;
    }
}
