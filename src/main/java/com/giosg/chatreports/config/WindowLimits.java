package com.giosg.chatreports.config;

import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.time.Buckets;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.Window;
import com.giosg.chatreports.time.WindowRule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How long a window can be and how finely divided, so that all of it can be asked. */
public final class WindowLimits {

    /** Local days; Giosg's reporting API answers no longer time range. */
    public static final int MOST_DAYS = 180;

    /** Where each bucket is a request of its own. */
    private static final int MOST_REQUESTS = 400;

    private WindowLimits() {}

    /** Why these metrics cannot be asked for the window that the rule has now, and what could be; empty: they can. */
    public static Optional<String> problem(
            List<Metric> metrics, Granularity granularity, WindowRule rule, Instant now, ZoneId zone) {
        try {
            Window window = rule.resolve(now, zone);
            Buckets buckets = Buckets.of(window, granularity);
            String asked = rule.text() + " by " + granularity.id();
            return tooLong(window, buckets, asked).or(() -> tooMany(metrics, buckets, asked));
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static Optional<String> tooLong(Window window, Buckets buckets, String asked) {
        boolean answeredAtOnce = !window.end().isAfter(window.start().plusDays(MOST_DAYS));
        if (answeredAtOnce || IntStream.range(0, buckets.size()).noneMatch(index -> tooLong(buckets, index))) {
            return Optional.empty();
        }
        return Optional.of(
                "%s has a bucket of more than %d days, and Giosg answers no longer time: choose a finer granularity or a shorter window"
                        .formatted(asked, MOST_DAYS));
    }

    private static boolean tooLong(Buckets buckets, int index) {
        return buckets.get(index).end().isAfter(buckets.get(index).start().plusDays(MOST_DAYS));
    }

    private static Optional<String> tooMany(List<Metric> metrics, Buckets buckets, String asked) {
        if (buckets.size() <= MOST_REQUESTS) {
            return Optional.empty();
        }
        return metrics.stream()
                .filter(metric -> !metric.api().buckets())
                .findFirst()
                .map(metric ->
                        "%s takes a request for every bucket, at most %d; %s has %d: choose a coarser granularity or a shorter window"
                                .formatted(metric.id(), MOST_REQUESTS, asked, buckets.size()));
    }
}
