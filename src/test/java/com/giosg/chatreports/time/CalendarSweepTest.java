package com.giosg.chatreports.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every day of 2000 to 2040 in the zones with the oddest clocks and in others drawn by lot. */
class CalendarSweepTest {

    private static final long SEED = Long.getLong("test.seed", System.nanoTime());
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate END = LocalDate.of(2041, 1, 1);

    /** Shifts of 30 and 120 minutes, at midnight, across midnight; a skipped day; a gap that runs to midnight. */
    private static final List<String> ODD_ZONES = List.of(
            "Europe/Helsinki",
            "America/New_York",
            "Australia/Lord_Howe",
            "Antarctica/Troll",
            "America/Sao_Paulo",
            "Asia/Beirut",
            "America/St_Johns",
            "Pacific/Apia",
            "America/Nuuk",
            "Africa/Casablanca");

    /** The longest stretch around a clock change that is divided this finely, in days. */
    private static final Map<Granularity, Integer> DAYS_DIVIDED = Map.of(
            Granularity.ALL, 400,
            Granularity.MINUTE, 3,
            Granularity.FIFTEEN_MINUTE, 10,
            Granularity.THIRTY_MINUTE, 10,
            Granularity.HOUR, 30,
            Granularity.DAY, 200,
            Granularity.WEEK, 400,
            Granularity.MONTH, 1000,
            Granularity.YEAR, 3000);

    private final Random random = new Random(SEED);
    private final List<ZoneId> zones = zones(random);

    @BeforeAll
    @SuppressWarnings("SystemOut")
    static void print_the_seed() {
        System.out.println("CalendarSweepTest: -Dtest.seed=" + SEED);
    }

    private static List<ZoneId> zones(Random random) {
        List<String> others =
                new ArrayList<>(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        Collections.shuffle(others, random);
        return Stream.concat(ODD_ZONES.stream(), others.stream())
                .distinct()
                .limit(40)
                .map(ZoneId::of)
                .toList();
    }

    @Test
    void windows_tile_without_gap_or_overlap() {
        for (ZoneId zone : zones) {
            for (String window : List.of("yesterday", "last-week", "last-month", "last-quarter", "last-year")) {
                assertTiles(Windows.parse(window), zone);
            }
        }
    }

    /** From noon to noon a window stays what it is or gives way to the one that begins at its end. */
    private static void assertTiles(WindowRule rule, ZoneId zone) {
        Window last = rule.resolve(noon(FIRST, zone), zone);
        for (LocalDate day = FIRST; day.isBefore(END); day = day.plusDays(1)) {
            Window window = rule.resolve(noon(day, zone), zone);
            if (!window.equals(last)) {
                assertThat(window.start())
                        .as("%s on %s in %s", rule.text(), day, zone)
                        .isEqualTo(last.end())
                        .isBefore(window.end());
            }
            last = window;
        }
    }

    private static Instant noon(LocalDate day, ZoneId zone) {
        return day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }

    @Test
    void buckets_tile_their_window_around_clock_changes() {
        for (ZoneId zone : zones) {
            DAYS_DIVIDED.forEach((granularity, days) -> {
                LocalDate firstDay = nearClockChange(zone).minusDays(random.nextInt(days));
                assertTiles(new Window(firstDay, firstDay.plusDays(days), zone), granularity);
            });
        }
    }

    private LocalDate nearClockChange(ZoneId zone) {
        LocalDate day = FIRST.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(FIRST, END)));
        ZoneOffsetTransition change = zone.getRules().nextTransition(noon(day, zone));
        return change == null ? day : change.getDateTimeBefore().toLocalDate();
    }

    private static void assertTiles(Window window, Granularity granularity) {
        Buckets buckets = Buckets.of(window, granularity);
        ZonedDateTime end = window.start();
        int index = 0;
        for (Bucket bucket : buckets) {
            assertThat(bucket.start())
                    .as("bucket %d, %s of %s", index, granularity, window)
                    .isEqualTo(end)
                    .isBefore(bucket.end());
            assertThat(index == 0 ? index : buckets.indexOf(bucket.start().toInstant()))
                    .isEqualTo(index);
            end = bucket.end();
            index++;
        }
        assertThat(end).isEqualTo(window.end());
        assertThat(index).isEqualTo(buckets.size());
    }

    @Test
    void a_daily_report_falls_due_once_a_local_day() {
        for (ZoneId zone : zones) {
            List<LocalDate> days = FIRST.datesUntil(END)
                    .filter(day ->
                            !day.atStartOfDay(zone).isEqual(day.plusDays(1).atStartOfDay(zone)))
                    .toList();
            LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60));
            for (Schedule daily : List.of(Schedules.every("1d"), Schedules.at(List.of(time.toString()), List.of()))) {
                assertThat(datesDue(daily, zone))
                        .as("%s in %s", daily.text(), zone)
                        .isEqualTo(days);
            }
        }
    }

    private static List<LocalDate> datesDue(Schedule schedule, ZoneId zone) {
        Instant before = FIRST.atStartOfDay(zone).toInstant().minusNanos(1);
        Instant end = END.atStartOfDay(zone).toInstant();
        return Stream.iterate(
                        schedule.nextAfter(before, zone), due -> due.flatMap(last -> schedule.nextAfter(last, zone)))
                .flatMap(Optional::stream)
                .takeWhile(end::isAfter)
                .map(due -> LocalDate.ofInstant(due, zone))
                .toList();
    }
}
