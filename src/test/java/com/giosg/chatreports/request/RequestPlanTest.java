package com.giosg.chatreports.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.Spoken;
import com.giosg.chatreports.config.Look;
import com.giosg.chatreports.config.Measures;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.metrics.Aggregation;
import com.giosg.chatreports.metrics.Api;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.Window;
import com.giosg.chatreports.time.Windows;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestPlanTest {

    private static final LocalDate NEW_YEAR = LocalDate.parse("2021-01-01");

    /** 2021-01-01 is a Friday; 180 days from there end with 2021-06-29, a Tuesday. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            180 | minute | 2021-01-01
            180 | day    | 2021-01-01
            180 | week   | 2021-01-01
            180 | month  | 2021-01-01
            180 | all    | 2021-01-01
            181 | minute | 2021-01-01 2021-06-30
            181 | hour   | 2021-01-01 2021-06-30
            181 | day    | 2021-01-01 2021-06-30
            181 | week   | 2021-01-01 2021-06-28
            181 | month  | 2021-01-01 2021-06-01
            365 | hour   | 2021-01-01 2021-06-30 2021-12-27
            365 | day    | 2021-01-01 2021-06-30 2021-12-27
            365 | week   | 2021-01-01 2021-06-28 2021-12-20
            365 | month  | 2021-01-01 2021-06-01 2021-11-01
            """)
    void asksALongWindowInPartsThatStartWithABucket(int days, String granularity, String starts) {
        List<Request> requests = plan(days, granularity, true);
        assertThat(requests)
                .extracting(request -> request.interval().start())
                .containsExactlyElementsOf(List.of(starts.split(" ")).stream()
                        .map(day -> LocalDate.parse(day).atStartOfDay(zone()))
                        .toList());
        assertTiled(requests);
    }

    @ParameterizedTest
    @CsvSource({"180, day, 180", "181, day, 181", "365, week, 53", "365, month, 12"})
    void asksAnApiWithoutBucketsOncePerBucket(int days, String granularity, int expected) {
        List<Request> requests = plan(days, granularity, false);
        assertThat(requests).hasSize(expected);
        assertTiled(requests);
    }

    @Test
    void numbersThePartsLikeAllRequests() {
        assertThat(plan(365, "day", true))
                .extracting(Request::id)
                .containsExactly("0001-real-chats-org", "0002-real-chats-org", "0003-real-chats-org");
    }

    private static void assertTiled(List<Request> requests) {
        Window window = requests.get(0).window();
        assertThat(requests.get(0).interval().start()).isEqualTo(window.start());
        assertThat(requests.get(requests.size() - 1).interval().end()).isEqualTo(window.end());
        for (int i = 0; i < requests.size(); i++) {
            Interval interval = requests.get(i).interval();
            assertThat(interval.end())
                    .isAfter(interval.start())
                    .isBeforeOrEqualTo(interval.start().plusDays(180));
            if (i > 0) {
                assertThat(interval.start())
                        .isEqualTo(requests.get(i - 1).interval().end());
            }
        }
    }

    private static ZoneId zone() {
        return ZoneId.of("Europe/Helsinki");
    }

    private static List<Request> plan(int days, String granularity, boolean buckets) {
        Metric metric = new Metric(
                "real-chats",
                "",
                "",
                new Api("api", "/api", true, buckets),
                Set.of(Scope.ORG),
                "chats",
                Aggregation.COUNT,
                Duration.ZERO,
                Optional.empty());
        Organization organization =
                new Organization("acme", "org-1", "Acme", null, Optional.empty(), List.of(), Map.of(), Look.USUAL);
        Window window = new Window(NEW_YEAR, NEW_YEAR.plusDays(days - 1L), zone());
        return RequestPlan.of(report(metric, organization, granularity), organization, window);
    }

    private static Report report(Metric metric, Organization organization, String granularity) {
        return new Report(
                "yearly",
                "Yearly",
                Spoken.ENGLISH,
                Optional.empty(),
                zone(),
                Windows.parse("yesterday"),
                Granularity.of(granularity).orElseThrow(),
                List.of(Scope.ORG),
                List.of(metric),
                List.of(),
                List.of(organization),
                List.of(),
                List.of(),
                true,
                Measures.NONE,
                Optional.empty(),
                Duration.ZERO,
                false,
                false);
    }
}
