package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.ledger.Gap;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.Interval;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.row.Datapoint;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.PartFile;
import com.giosg.chatreports.row.PartReader;
import com.giosg.chatreports.row.Row;
import com.giosg.chatreports.row.RowMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A window of more than 180 days, which is asked in two requests. */
class SealedPartsTest extends RouteTestSupport {

    private static final Datapoint EARLY = new Datapoint("2020-01-01T00:00:00.000+02:00", "early", "3");
    private static final Datapoint LATE = new Datapoint("2020-07-01T00:00:00.000+03:00", "late", "4");
    private static final Datapoint NOBODY = new Datapoint("2020-08-01T00:00:00.000+03:00", null, "5");

    @Override
    String reports() {
        return "long: { window: 2020-01-01..2020-10-31, granularity: month, time-zone: Europe/Helsinki,"
                + " scopes: team, metrics: [real-chats, short-chats], sinks: out }";
    }

    @Test
    void haveTheRowsOfOneRequestThoughSomeTeamsOccurInOneAnswerOnly() throws Exception {
        ActiveRun run = openRun();
        assertThat(run.requests()).hasSize(4);
        answer(run, 0, EARLY);
        answer(run, 1, LATE, NOBODY);
        answer(run, 2);
        answer(run, 3, LATE);

        List<Row> expected = new ArrayList<>(inOnePiece(run, 0, EARLY, LATE, NOBODY));
        // Whose figures of one metric were answered says nothing about another metric.
        expected.addAll(inOnePiece(run, 2, LATE));
        assertThat(rows(run)).containsExactlyInAnyOrderElementsOf(expected).hasSize(3 * 10 + 10);
    }

    @Test
    void haveNoFillWhereTheOtherAnswerIsAGap() throws Exception {
        ActiveRun run = openRun();
        answer(run, 0, EARLY);
        ledger.gap(run.id(), run.requests().get(1).id(), new Gap(FailureKind.REJECTED, "no", 1));
        answer(run, 2);
        answer(run, 3);

        assertThat(rows(run))
                .hasSize(10)
                .allMatch(row -> row.subjectId().equals("early"))
                .filteredOn(row -> row.status() == Row.Status.GAP)
                .hasSize(5);
    }

    private void answer(ActiveRun run, int index, Datapoint... datapoints) throws Exception {
        Request request = run.requests().get(index);
        Path folder = Files.createDirectories(run.folder().resolve("parts"));
        try (PartFile part = new PartFile(folder.resolve(request.id() + ".csv"))) {
            part.append(mapped(run, request, datapoints));
            ledger.answered(run.id(), request.id(), part.seal());
        }
    }

    private static List<Row> mapped(ActiveRun run, Request request, Datapoint... datapoints) throws Exception {
        RowMapper mapper = new RowMapper(request, run.names(), run.askedAt());
        List<Row> rows = new ArrayList<>(mapper.rows(List.of(datapoints)));
        mapper.fill().forEach(rows::add);
        return rows;
    }

    private static List<Row> inOnePiece(ActiveRun run, int index, Datapoint... datapoints) throws Exception {
        Request part = run.requests().get(index);
        Request whole = new Request(
                part.id(),
                part.organization(),
                part.metric(),
                part.scope(),
                part.window(),
                part.granularity(),
                new Interval(part.window().start(), part.window().end()),
                part.rooms(),
                part.fill());
        return mapped(run, whole, datapoints);
    }

    private List<Row> rows(ActiveRun run) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (Part part : SealedParts.of(run, ledger.requests(run.id()))) {
            try (Stream<Row> read = PartReader.rows(part)) {
                read.forEach(rows::add);
            }
        }
        return rows;
    }
}
