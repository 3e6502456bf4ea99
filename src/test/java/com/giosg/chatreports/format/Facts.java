package com.giosg.chatreports.format;

import com.giosg.chatreports.Spoken;
import com.giosg.chatreports.config.Look;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.format.facts.Yardstick;
import com.giosg.chatreports.metrics.Aggregation;
import com.giosg.chatreports.metrics.Api;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** What the artifacts of these tests are about. */
final class Facts {

    static final Metric REAL_CHATS = metric("real-chats", "Real chats", "chats", Aggregation.COUNT);
    static final Metric BOT_CLICKS = metric("bot-clicks", "Bot clicks", "clicks", Aggregation.COUNT);
    static final Metric WAIT = metric("average-wait", "Average wait", "seconds", Aggregation.AVERAGE);
    static final Metric SALES = metric("sales", "Sales", "account currency", Aggregation.SUM);
    static final Metric RATING = metric("rating", "Rating", "stars", Aggregation.AVERAGE);

    /** Of a week in which Helsinki's clocks change. */
    static final Window WINDOW =
            new Window(LocalDate.of(2020, 10, 24), LocalDate.of(2020, 10, 30), ZoneId.of("Europe/Helsinki"));

    private Facts() {}

    static ReportFacts of(List<Metric> metrics, Scope... scopes) {
        return of(Granularity.DAY, metrics, scopes);
    }

    static ReportFacts of(Granularity granularity, List<Metric> metrics, Scope... scopes) {
        return new ReportFacts(
                Spoken.ENGLISH,
                "Chats last week",
                "Acme",
                Optional.empty(),
                Look.USUAL,
                WINDOW,
                granularity,
                metrics,
                List.of(scopes),
                Instant.parse("2020-10-31T06:00:00Z"),
                List.of(new ReportFacts.Missing(WAIT, Scope.USER, FailureKind.SERVER_ERROR)),
                Yardstick.NONE,
                new ReportFacts.Source("weekly", "r1", "1.2.3"));
    }

    static Metric metric(String id, String title, String unit, Aggregation aggregation) {
        return new Metric(
                id,
                title,
                title + ", in words.",
                new Api("test", "/test", true, true),
                EnumSet.allOf(Scope.class),
                unit,
                aggregation,
                Duration.ZERO,
                Optional.empty());
    }
}
