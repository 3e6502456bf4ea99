package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Organization;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Of which organizations it was said that the API refuses their token. That is the same for every request and every
 * report, so it is said once, and again only when it still holds much later.
 */
final class Refusals {

    private static final Duration LATER = Duration.ofHours(1);

    private final InstantSource clock;
    private final Map<String, Instant> said = new HashMap<>();

    Refusals(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether it has not been said lately; who asks is going to say it. */
    synchronized boolean isNews(Organization organization) {
        String key = organization.key() + "\n" + organization.token().fingerprint();
        Instant now = clock.instant();
        Instant earlier = said.get(key);
        boolean news = earlier == null || !earlier.plus(LATER).isAfter(now);
        if (news) {
            said.put(key, now);
        }
        return news;
    }
}
