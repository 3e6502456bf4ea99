package com.giosg.chatreports.route;

import com.giosg.chatreports.names.Listing;
import com.giosg.chatreports.request.RequestFailure;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Decides, each time a page of the directory failed, whether it is asked again: soon, or not at all. */
public final class DirectoryFailures implements Processor {

    private static final int MOST_TRIES = 3;
    static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final int LONGEST_JITTER_MILLIS = 500;

    private final RandomGenerator random;

    DirectoryFailures(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public void process(Exchange exchange) {
        RequestFailure failure = Causes.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        int tries = exchange.getVariable(Variables.LISTING, Listing.class).tried();
        Duration wait = failure.retryAfter()
                .orElseGet(() -> Duration.ofMillis(random.nextLong(LONGEST_JITTER_MILLIS * (long) tries + 1)));
        boolean again = tries < Math.min(MOST_TRIES, failure.kind().tries())
                && wait.compareTo(LONGEST_WAIT) <= 0
                && exchange.getVariable(Variables.SEARCH, NameSearch.class).lasts(wait);
        exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, wait.toMillis());
        exchange.setVariable(Variables.FAILURE, new Attempt(failure, tries, again));
    }
}
