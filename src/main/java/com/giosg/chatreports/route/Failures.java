package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.FastRetries;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Decides, each time a request failed, whether and when it is asked again. The only owner of that decision. */
public final class Failures implements Processor {

    private final TokenPauses pauses;
    private final Breakers breakers;
    private final Patience patience;
    private final InstantSource clock;
    private final RandomGenerator random;

    Failures(TokenPauses pauses, Breakers breakers, Patience patience, InstantSource clock, RandomGenerator random) {
        this.pauses = pauses;
        this.breakers = breakers;
        this.patience = patience;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public void process(Exchange exchange) {
        try {
            decide(exchange);
        } finally {
            // Only now, so that whoever is next knows what was found out; and before it waits, since that one may have
            // less
            // time.
            TokenTurns.giveBack(exchange);
        }
    }

    private void decide(Exchange exchange) {
        RequestFailure failure = Causes.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        // What a try has read is worth nothing now; its connection and its temporary file are given back.
        Optional.ofNullable(exchange.getVariable(Variables.ROWS, ActiveRows.class))
                .ifPresent(rows -> rows.drop(failure));
        Attempt latest = exchange.getVariable(Variables.FAILURE, Attempt.class);
        if (!failure.isTried()) {
            leaveUntried(exchange, latest, failure);
            return;
        }
        Request request = exchange.getVariable(Variables.REQUEST, Request.class);
        if (!wasRefusedBefore(exchange, failure)) {
            note(request, failure);
        }
        int tries = latest == null ? 1 : latest.tries() + 1;
        Optional<Duration> usual = FastRetries.waitBeforeNext(failure, tries, random);
        if (failure.kind() == FailureKind.BUSY) {
            failure.retryAfter().or(() -> usual).ifPresent(asked -> pauses.pause(request.organization(), asked));
        }
        Optional<Duration> wait = usual.filter(delay -> failure.retryAfter().isEmpty() || isInTime(exchange, delay));
        wait.ifPresent(delay -> exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, delay.toMillis()));
        exchange.setVariable(Variables.FAILURE, new Attempt(failure, tries, wait.isPresent()));
    }

    /** It lines up again where the API asked for a pause while it stood in line, if there is time for that; else that was all. */
    private void leaveUntried(Exchange exchange, Attempt latest, RequestFailure notTried) {
        boolean again = notTried.kind() == FailureKind.BUSY
                && notTried.retryAfter()
                        .filter(pause -> isInTime(exchange, pause))
                        .isPresent();
        exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, 0L);
        exchange.setVariable(Variables.FAILURE, Attempt.notTried(latest, notTried, again));
    }

    /** Then nothing was asked: the answer was to another request of the run. */
    private static boolean wasRefusedBefore(Exchange exchange, RequestFailure failure) {
        return Optional.ofNullable(exchange.getVariable(Variables.RUN, ActiveRun.class))
                .flatMap(ActiveRun::refusal)
                .filter(refusal -> refusal == failure)
                .isPresent();
    }

    private boolean isInTime(Exchange exchange, Duration delay) {
        return patience.waitsFor(exchange.getVariable(Variables.RUN, ActiveRun.class), delay, clock.instant());
    }

    private void note(Request request, RequestFailure failure) {
        FailureKind kind = failure.kind();
        Organization organization = request.organization();
        String about = String.join(" ", organization.key(), request.window().label(), request.id());
        if (kind.isOfOtherSide()) {
            breakers.failed(organization.token().fingerprint(), about, Asking.name(organization), failure.getMessage());
        } else if (kind.isAnswer()) {
            breakers.answered(organization.token().fingerprint(), Asking.name(organization));
        }
    }
}
