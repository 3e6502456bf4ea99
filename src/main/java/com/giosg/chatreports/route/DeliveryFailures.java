package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.request.FastRetries;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Decides, each time a delivery failed, whether and when it is tried again in the fast phase. What comes after that phase is
 * not its business.
 */
public final class DeliveryFailures implements Processor {

    private final Held held;
    private final Breakers breakers;
    private final SinkPauses pauses;
    private final RandomGenerator random;

    DeliveryFailures(Held held, Breakers breakers, SinkPauses pauses, RandomGenerator random) {
        this.held = held;
        this.breakers = breakers;
        this.pauses = pauses;
        this.random = random;
    }

    @Override
    public void process(Exchange exchange) {
        Throwable thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        int tries = 1
                + Optional.ofNullable(exchange.getVariable(Variables.TRIED, DeliveryAttempt.class))
                        .map(DeliveryAttempt::tries)
                        .orElse(0);
        Delivery failed = exchange.getVariable(Variables.DELIVERY, Delivery.class);
        note(failed, thrown);
        Optional<Duration> wait = Optional.of(failed)
                .filter(delivery -> isQuick(delivery, thrown))
                .flatMap(delivery -> FastRetries.waitBeforeNext(PassingCauses.retryAfter(thrown), tries, random));
        wait.ifPresent(delay -> exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, delay.toMillis()));
        exchange.setVariable(Variables.TRIED, new DeliveryAttempt(tries, wait.isPresent()));
    }

    private void note(Delivery failed, Throwable thrown) {
        String sink = failed.sink();
        if (Causes.chain(thrown).anyMatch(LedgerFailure.class::isInstance)) {
            // The sink has no part in it.
            return;
        }
        if (PassingCauses.mayPass(thrown)) {
            PassingCauses.retryAfter(thrown).ifPresent(asked -> pauses.pause(sink, asked));
            breakers.failed(sink, failed.key(), Deliveries.name(sink));
        } else if (!(thrown instanceof NotTried)) {
            breakers.answered(sink, Deliveries.name(sink));
        }
    }

    /** Of a sink that is left alone, no more; in the slow phase each try is one; and what ran into a time-out has kept the others of its sink waiting for long enough. */
    private boolean isQuick(Delivery delivery, Throwable thrown) {
        return breakers.shutUntil(delivery.sink()).isEmpty()
                && delivery.slowPhase().isEmpty()
                && PassingCauses.mayPassSoon(thrown)
                && !held.is(delivery, thrown);
    }
}
