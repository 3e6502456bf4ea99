package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.DateStyle;
import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
import com.giosg.chatreports.config.Placeholders;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.names.Team;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.time.Buckets;
import com.giosg.chatreports.time.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes what a reader is shown out of the rows of a run. */
public final class ReportViews {

    private final ReportFacts facts;
    private final Language language;
    private final Window window;
    private final Buckets buckets;
    private final Gathered gathered;
    private final Measured measured;
    private final Room room;

    private ReportViews(ReportFacts facts, Buckets buckets, Gathered gathered, Measured measured, Room room) {
        this.facts = facts;
        this.language = facts.language();
        this.window = facts.window();
        this.buckets = buckets;
        this.gathered = gathered;
        this.measured = measured;
        this.room = room;
    }

    /**
     * Reads the parts once.
     *
     * @param parts all of the run's, in the order of the rows
     * @param room of whatever shows them
     */
    public static ReportView of(ReportFacts facts, List<Part> parts, Room room) throws IOException {
        Buckets buckets = Buckets.of(facts.window(), facts.granularity());
        Gathered whole = Gathered.ofWindow(facts.yardstick().whole(), facts.language(), facts.headline());
        Gathered gathered = Gathered.from(
                parts, facts.language(), facts.headline(), buckets.size(), buckets.size() <= room.buckets(), whole);
        return new ReportViews(facts, buckets, gathered, Measured.by(facts), room).view();
    }

    private ReportView view() {
        Overview overview = overview();
        List<Table> all = tables();
        List<Table> tables = room.equals(Room.TOTALS) ? List.of() : all;
        Set<Mark> marks = Footnotes.marks(overview, tables);
        return new ReportView(
                language,
                title(facts),
                about(facts),
                Period.of(window, language),
                facts.yardstick().before().map(before -> Period.of(before, language)).stream()
                        .toList(),
                facts.metrics().size(),
                Notices.missing(facts),
                gathered.isEmpty(),
                Notices.of(
                        facts,
                        marks,
                        gathered.isEmpty(),
                        Doubts.of(overview, all, facts.yardstick().neverZero(), language)),
                overview,
                curves(),
                tables,
                footnotes(marks, tables),
                facts.metrics().stream()
                        .map(metric -> new Explanation(
                                language.title(metric), language.unit(metric), language.description(metric)))
                        .toList(),
                Palette.of(facts.look().colour()),
                facts.look().logo().stream().toList(),
                facts.look().footer().stream().toList(),
                origin());
    }

    private List<String> footnotes(Set<Mark> marks, List<Table> tables) {
        boolean cutShort = !room.equals(Room.TOTALS) && buckets.size() > room.lines();
        List<String> notes = new ArrayList<>(Footnotes.of(marks, cutShort ? buckets.size() : 0, language));
        boolean answered = Stream.concat(
                        Stream.of(facts.headline()), tables.stream().map(Table::scope))
                .anyMatch(gathered::isAnsweredAsAWhole);
        notes.addAll(Footnotes.of(facts, answered));
        return notes;
    }

    /** What readers call the report. */
    public static String title(ReportFacts facts) {
        return readers(facts).expand(facts.title());
    }

    /** Readers know an organization by its name and a window by its days. */
    public static Placeholders readers(ReportFacts facts) {
        return new Placeholders(
                facts.source().report(),
                facts.organization(),
                Period.of(facts.window(), facts.language()).brief(),
                "",
                "",
                facts.team().map(Team::name).orElse(""));
    }

    /** Whose figures they are. */
    private static String about(ReportFacts facts) {
        return facts.team()
                .map(team -> facts.language().text(Phrase.TEAM_OF_ORGANIZATION, team.name(), facts.organization()))
                .orElse(facts.organization());
    }

    private Origin origin() {
        return new Origin(
                facts.source().report(),
                facts.source().run(),
                language.date(DateStyle.INSTANT, facts.askedAt().atZone(window.zone())),
                facts.source().version());
    }

    private Overview overview() {
        boolean asColumns = buckets.size() > 1 && buckets.size() <= room.columns();
        int columns = asColumns ? buckets.size() : 0;
        return new Overview(
                IntStream.range(0, columns).mapToObj(this::label).toList(),
                isSingle(),
                facts.metrics(facts.headline()).stream()
                        .map(metric -> line(metric, columns))
                        .toList());
    }

    private Overview.Line line(Metric metric, int columns) {
        Figure total = gathered.total(metric);
        return new Overview.Line(
                Heading.of(metric, language),
                total,
                IntStream.range(0, columns)
                        .mapToObj(index -> gathered.ofBucket(buckets.start(index), metric))
                        .toList(),
                measured.change(metric, total),
                measured.verdicts(metric, total));
    }

    private List<Curve> curves() {
        if (isSingle() || buckets.size() > room.points() || gathered.isEmpty()) {
            return List.of();
        }
        return facts.metrics(facts.headline()).stream()
                .filter(metric -> metric.aggregation().addsUp())
                .map(metric -> Curve.of(Heading.of(metric, language), points(metric), language))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Curve.Point> points(Metric metric) {
        return IntStream.range(0, buckets.size())
                .mapToObj(index -> new Curve.Point(label(index), gathered.ofBucket(buckets.start(index), metric)))
                .toList();
    }

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        List<Metric> ofWhole = facts.metrics(facts.headline());
        boolean asLines = buckets.size() > Math.max(1, room.columns()) && buckets.size() <= room.lines();
        if (asLines && !ofWhole.isEmpty()) {
            tables.add(byBucket(ofWhole));
        }
        facts.scopes().stream()
                .filter(scope -> scope != Scope.ORG
                        && scope != facts.headline()
                        && !facts.metrics(scope).isEmpty())
                .forEach(scope -> tables.add(bySubject(scope)));
        return tables;
    }

    private Table byBucket(List<Metric> metrics) {
        Phrase noun = BucketLabels.noun(facts.granularity());
        return new Table(
                language.text(BucketLabels.title(facts.granularity())),
                language.text(noun),
                language.heading(noun),
                Scope.ORG,
                headings(metrics),
                linesByBucket(metrics),
                foot(Phrase.TOTAL, metrics));
    }

    private List<Table.Line> linesByBucket(List<Metric> metrics) {
        return IntStream.range(0, buckets.size())
                .mapToObj(index -> new Table.Line(
                        label(index),
                        metrics.stream()
                                .map(metric -> gathered.ofBucket(buckets.start(index), metric))
                                .toList()))
                .toList();
    }

    private Table bySubject(Scope scope) {
        List<Metric> metrics = facts.metrics(scope);
        return new Table(
                Scopes.all(scope, language),
                Scopes.one(scope, language),
                Scopes.one(scope, language),
                scope,
                headings(metrics),
                gathered.lines(scope, metrics),
                foot(Phrase.WHOLE_ORGANIZATION, metrics));
    }

    /** Asked on its own, since a chat of two users counts for each of them. */
    private List<Table.Line> foot(Phrase label, List<Metric> metrics) {
        List<Metric> asked = facts.metrics(facts.headline());
        return metrics.stream().noneMatch(asked::contains)
                ? List.of()
                : List.of(new Table.Line(
                        new Label(language.text(label), ""),
                        metrics.stream().map(gathered::total).toList()));
    }

    private List<Heading> headings(List<Metric> metrics) {
        return metrics.stream().map(metric -> Heading.of(metric, language)).toList();
    }

    private Label label(int bucket) {
        return BucketLabels.of(buckets.get(bucket), facts.granularity(), isLongerThanAYear(), language);
    }

    /** So that the same day occurs twice in it. */
    private boolean isLongerThanAYear() {
        return window.lastDay().isAfter(window.firstDay().plusYears(1).minusDays(1));
    }

    private boolean isSingle() {
        return buckets.size() == 1;
    }
}
