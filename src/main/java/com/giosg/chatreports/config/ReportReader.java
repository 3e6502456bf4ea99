package com.giosg.chatreports.config;

import com.giosg.chatreports.metrics.Catalogue;
import com.giosg.chatreports.time.Durations;
import com.giosg.chatreports.time.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one report. */
final class ReportReader {

    static final List<String> KEYS = Stream.of(
                    List.of("title", "language"),
                    ScheduleReader.KEYS,
                    CoverageReader.KEYS,
                    MeasuresReader.KEYS,
                    List.of("sinks", "on-failure", "fill", "catch-up", "late-after", "refill", "exact-start"))
            .flatMap(List::stream)
            .toList();

    private static final Map<String, Report.CatchUp> CATCH_UP =
            Scalars.choices(Report.CatchUp.values(), Scalars::spelled);
    private static final Duration LATE_AFTER = Duration.ofMinutes(30);

    private final CoverageReader coverages;
    private final ScheduleReader schedules;
    private final Named<Sink> sinks;
    private final Languages languages;

    ReportReader(
            Catalogue catalogue,
            Named<Organization> organizations,
            Named<Sink> sinks,
            Languages languages,
            Instant now) {
        this.coverages = new CoverageReader(catalogue, organizations, now);
        this.schedules = new ScheduleReader(now);
        this.sinks = sinks;
        this.languages = languages;
    }

    Optional<Report> read(String name, Value value) {
        Problems problems = value.reading().problems();
        int before = problems.count();
        Section section = new Section(value, KEYS);
        Coverage coverage = coverages.read(section);
        Optional<Schedule> schedule = schedules.read(section, coverage.zone());
        schedule.filter(again -> coverage.isFixed())
                .ifPresent(again -> value.note("falls due again and again for the same days, "
                        + coverage.window().text()));
        Language language = section.parsed("language", languages::named, languages.usual());
        Report report = report(name, section, language, schedule, coverage);
        if (report.isPutIntoWords()) {
            problems.addAll(language.problems());
        }
        return problems.count() == before ? Optional.of(report) : Optional.empty();
    }

    private Report report(
            String name, Section section, Language language, Optional<Schedule> schedule, Coverage coverage) {
        List<Sink> goTo = section.require("sinks", "[archive]").map(this::sinks).orElse(List.of());
        return new Report(
                name,
                section.parsed("title", ReportReader::title, name),
                language,
                schedule,
                coverage.zone(),
                coverage.window(),
                coverage.granularity(),
                coverage.scopes(),
                coverage.metrics(),
                coverage.rooms(),
                coverage.organizations(),
                goTo,
                section.items("on-failure").stream()
                        .map(sinks::find)
                        .flatMap(Optional::stream)
                        .toList(),
                section.flag("fill", true),
                new MeasuresReader(section, coverage, goTo).read(),
                section.find("catch-up").flatMap(value -> value.parsed(ReportReader::catchUp)),
                section.parsed("late-after", Durations::parse, LATE_AFTER),
                section.flag("refill", false),
                section.flag("exact-start", false));
    }

    private static String title(String text) {
        if (Placeholders.nameTheTeam(text)) {
            throw new IllegalArgumentException(
                    "is what all sinks call the report: {team} is for the subject and the file-name of one with per: team");
        }
        return Scalars.unobjectionable(text, Placeholders::problem);
    }

    private static Report.CatchUp catchUp(String text) {
        return Scalars.choice(text, CATCH_UP);
    }

    private List<Sink> sinks(Value value) {
        return value.someItems().stream()
                .map(sinks::find)
                .flatMap(Optional::stream)
                .toList();
    }
}
