package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.request.FastRetries;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;

/**
 * Decides, each time a delivery failed, whether and when it is tried again in the fast phase. What comes after that phase is
 * not its business.
 */
public final class DeliveryFailures implements Processor {

    /** Where an exchange was sent to last before it left our own routes. */
    private static final Pattern ON_THE_WAY = Pattern.compile("direct:|kamelet:");

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
        if (isCalled(exchange)) {
            note(failed, thrown);
        }
        Optional<Duration> wait = Optional.of(failed)
                .filter(delivery -> isQuick(delivery, thrown))
                .flatMap(delivery -> FastRetries.waitBeforeNext(PassingCauses.retryAfter(thrown), tries, random));
        wait.ifPresent(delay -> exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, delay.toMillis()));
        exchange.setVariable(Variables.TRIED, new DeliveryAttempt(tries, wait.isPresent()));
    }

    /** Whether the sink had any part in it: what fails on the way there, such as a mail to a team that was removed, says nothing about it. */
    private static boolean isCalled(Exchange exchange) {
        String latest = exchange.getProperty(ExchangePropertyKey.TO_ENDPOINT, "", String.class);
        return !ON_THE_WAY.matcher(latest).lookingAt();
    }

    private void note(Delivery failed, Throwable thrown) {
        String sink = failed.sink();
        if (Causes.chain(thrown).anyMatch(LedgerFailure.class::isInstance)) {
            // The sink has no part in it.
            return;
        }
        if (PassingCauses.mayPass(thrown)) {
            PassingCauses.retryAfter(thrown).ifPresent(asked -> pauses.pause(sink, asked));
            breakers.failed(sink, failed.key(), Deliveries.name(sink), SinkCauses.words(thrown));
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
