package com.giosg.chatreports.row;

import com.giosg.chatreports.config.Look;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.metrics.Aggregation;
import com.giosg.chatreports.metrics.Api;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.request.Interval;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.time.Bucket;
import com.giosg.chatreports.time.Buckets;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Requests for tests, from a few words; what is not said is a count by org of one day in Helsinki, asked long after.
 *
 * @param words {@code metric, scope, first-day, last-day, time-zone, granularity, aggregation, settles-after, buckets}
 *     (of the API), {@code bucket} (the number of the asked one), {@code from-bucket} (the first of the asked ones, to the window's end), {@code fill, asked, organization}
 */
public record Requests(Map<String, String> words) {

    public static Request request(String... words) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            map.put(words[i], words[i + 1]);
        }
        return new Requests(map).request();
    }

    public Request request() {
        LocalDate first = LocalDate.parse(word("first-day", "2020-10-29"));
        LocalDate last = LocalDate.parse(word("last-day", first.toString()));
        Window window = new Window(first, last, ZoneId.of(word("time-zone", "Europe/Helsinki")));
        Granularity granularity = Granularity.of(word("granularity", "day")).orElseThrow();
        return new Request(
                "01",
                organization(),
                metric(),
                Scope.of(word("scope", "org")).orElseThrow(),
                window,
                granularity,
                interval(window, granularity),
                List.of(),
                Boolean.parseBoolean(word("fill", "true")));
    }

    public Instant asked() {
        return Instant.parse(word("asked", "2026-01-01T00:00:00Z"));
    }

    private Organization organization() {
        return new Organization(
                "acme",
                "org-1",
                word("organization", "Acme Oy"),
                null,
                Optional.empty(),
                List.of(),
                Map.of(),
                Look.USUAL);
    }

    private Metric metric() {
        boolean buckets = Boolean.parseBoolean(word("buckets", "true"));
        return new Metric(
                word("metric", "real-chats"),
                "",
                "",
                new Api("api", "/api", true, buckets),
                Set.of(Scope.values()),
                word("unit", "chats"),
                Aggregation.of(word("aggregation", "count")).orElseThrow(),
                Duration.parse(word("settles-after", "PT0S")),
                Optional.empty());
    }

    private Interval interval(Window window, Granularity granularity) {
        if (words.containsKey("from-bucket")) {
            int first = Integer.parseInt(words.get("from-bucket"));
            return new Interval(Buckets.of(window, granularity).get(first).start(), window.end());
        }
        if (!words.containsKey("bucket")) {
            return new Interval(window.start(), window.end());
        }
        Bucket bucket = Buckets.of(window, granularity).get(Integer.parseInt(words.get("bucket")));
        return new Interval(bucket.start(), bucket.end());
    }

    private String word(String key, String otherwise) {
        return words.getOrDefault(key, otherwise);
    }
}
