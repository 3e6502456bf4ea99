package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.Delivery;
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

    private final RandomGenerator random;

    DeliveryFailures(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public void process(Exchange exchange) {
        Throwable thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        int tries = 1
                + Optional.ofNullable(exchange.getVariable(Variables.TRIED, DeliveryAttempt.class))
                        .map(DeliveryAttempt::tries)
                        .orElse(0);
        Optional<Duration> wait = Optional.of(exchange.getVariable(Variables.DELIVERY, Delivery.class))
                .filter(delivery -> isQuick(delivery, thrown))
                .flatMap(delivery -> FastRetries.waitBeforeNext(PassingCauses.retryAfter(thrown), tries, random));
        wait.ifPresent(delay -> exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, delay.toMillis()));
        exchange.setVariable(Variables.TRIED, new DeliveryAttempt(tries, wait.isPresent()));
    }

    /** In the slow phase each try is one; and what ran into a time-out has kept the others of its sink waiting for long enough. */
    private static boolean isQuick(Delivery delivery, Throwable thrown) {
        return delivery.slowPhase().isEmpty() && PassingCauses.mayPassSoon(thrown);
    }
}
