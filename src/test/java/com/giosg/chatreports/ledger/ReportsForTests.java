package com.giosg.chatreports.ledger;

import com.giosg.chatreports.Spoken;
import com.giosg.chatreports.config.Look;
import com.giosg.chatreports.config.Measures;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.Schedule;
import com.giosg.chatreports.time.Schedules;
import com.giosg.chatreports.time.Windows;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports of which nothing matters but when they fall due. */
final class ReportsForTests {

    private ReportsForTests() {}

    /** One that starts at its second. */
    static Report report(String schedule) {
        return report(schedule, Optional.empty());
    }

    static Report report(String schedule, Optional<Report.CatchUp> catchUp) {
        return report(parse(schedule), catchUp, true);
    }

    static Report spread(String schedule) {
        return report(parse(schedule), Optional.empty(), false);
    }

    private static Report report(Schedule schedule, Optional<Report.CatchUp> catchUp, boolean exact) {
        return new Report(
                "report",
                "Report",
                Spoken.ENGLISH,
                Optional.of(schedule),
                ZoneOffset.UTC,
                Windows.parse("yesterday"),
                Granularity.DAY,
                List.of(),
                List.of(),
                List.of(),
                List.of(organization("acme", ZoneOffset.UTC)),
                List.of(),
                List.of(),
                true,
                Measures.NONE,
                catchUp,
                Duration.ofMinutes(30),
                false,
                exact);
    }

    static Organization organization(String key, String zone) {
        return organization(key, ZoneId.of(zone));
    }

    static Organization organization(String key, ZoneId zone) {
        return new Organization(key, "", key, null, Optional.of(zone), List.of(), Map.of(), Look.USUAL);
    }

    /** Every, cron, or at some times and maybe on some days. */
    private static Schedule parse(String text) {
        String[] kind = text.split(" ", 2);
        return switch (kind[0]) {
            case "every" -> Schedules.every(kind[1]);
            case "cron" -> Schedules.cron(kind[1]);
            default -> {
                String[] at = kind[1].split(" on ", -1);
                yield Schedules.at(list(at[0]), at.length > 1 ? list(at[1]) : List.of());
            }
        };
    }

    private static List<String> list(String text) {
        return Arrays.asList(text.split(", ", -1));
    }
}
