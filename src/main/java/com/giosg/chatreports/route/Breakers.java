package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.request.Breaker;
import com.giosg.chatreports.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The breakers of the sinks, or of the tokens: a line in the log when one of them opens, and one when it closes. Only where what is not tried can be
 * tried later; whoever waits for a command wants everything tried.
 */
final class Breakers {

    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);

    private final Patience patience;
    private final InstantSource steady;
    private final InstantSource clock;
    private final Map<String, Breaker> byKey = new ConcurrentHashMap<>();

    /**
     * Nobody is left alone so far.
     *
     * @param steady a clock that nobody sets: how long somebody is left alone
     * @param clock what time it is, for people and for plans
     */
    Breakers(Patience patience, InstantSource steady, InstantSource clock) {
        this.patience = patience;
        this.steady = steady;
        this.clock = clock;
    }

    /** Until when nothing more is called; empty: it may be. */
    Optional<Instant> shutUntil(String key) {
        return Optional.of(of(key).remaining()).filter(wait -> !wait.isZero()).map(clock.instant()::plus);
    }

    /**
     * Notes that a call failed for a reason of the other side.
     *
     * @param about what it was about; the same where it is tried again
     * @param name what the log calls it
     * @param cause in plain words
     */
    void failed(String key, String about, String name, String cause) {
        if (patience == Patience.LONG && of(key).failed(about, cause)) {
            LOG.warn(
                    "{}: the last {} calls failed. Nothing more is tried before {}; then one call a minute, until it answers. What is due waits for its next try",
                    name,
                    Breaker.FAILURES,
                    print(clock.instant().plus(Breaker.PAUSE)));
        }
    }

    /** Notes that somebody is there. */
    void answered(String key, String name) {
        of(key).answered().ifPresent(shut -> LOG.warn("{}: answers again, after {}", name, words(shut)));
    }

    /** Who is left alone, by its key: who is for longest comes first. */
    Map<String, Breaker.LeftAlone> leftAlone() {
        Map<String, Breaker.LeftAlone> found = new LinkedHashMap<>();
        byKey.entrySet().stream()
                .flatMap(entry -> entry.getValue().leftAlone().stream().map(alone -> Map.entry(entry.getKey(), alone)))
                .sorted(Comparator.comparing(entry -> entry.getValue().lasted(), Comparator.reverseOrder()))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    boolean leavesAlone(String key) {
        return of(key).leftAlone().isPresent();
    }

    /** Why something is not tried. */
    static String words(Instant until) {
        return "%s: the last %d calls failed, and none is made before %s"
                .formatted(Delivery.NOT_TRIED, Breaker.FAILURES, print(until));
    }

    private static String words(Duration shut) {
        return shut.toMinutes() == 0 ? shut.toSeconds() + " s" : shut.toMinutes() + " min";
    }

    static String print(Instant instant) {
        return Times.print(instant.atZone(ZoneId.systemDefault()));
    }

    private Breaker of(String key) {
        return byKey.computeIfAbsent(key, first -> new Breaker(steady));
    }
}
