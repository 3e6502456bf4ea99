package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestFailure;
import com.giosg.chatreports.row.Answer;
import com.giosg.chatreports.row.AnswerLimits;
import com.giosg.chatreports.row.AnswerReader;
import com.giosg.chatreports.row.Datapoint;
import com.giosg.chatreports.row.PartFile;
import com.giosg.chatreports.row.Row;
import com.giosg.chatreports.row.RowMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;

/** The steps that turn an answer into rows on disk. */
public final class Answers {

    private final Ledger ledger;
    private final AnswerLimits limits;
    private final Hindrances hindrances;

    Answers(Ledger ledger, AnswerLimits limits, Hindrances hindrances) {
        this.ledger = ledger;
        this.limits = limits;
        this.hindrances = hindrances;
    }

    public ActiveRows open(
            @Body InputStream answer,
            @Variable(Variables.RUN) ActiveRun run,
            @Variable(Variables.REQUEST) Request request)
            throws RequestFailure {
        Answer opened = new AnswerReader().read(answer, request, limits);
        try {
            return new ActiveRows(opened, new RowMapper(request, run.names(), run.askedAt()), part(run, request));
        } catch (RequestFailure | RuntimeException e) {
            giveBack(opened, e);
            throw e;
        }
    }

    /** An open answer keeps its connection, and the requests after it would wait for one. */
    private static void giveBack(Answer answer, Exception failure) {
        try {
            answer.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** What the answer is split into. */
    public Answer batches(@Variable(Variables.ROWS) ActiveRows rows) {
        return rows.answer();
    }

    public List<Row> transform(@Variable(Variables.ROWS) ActiveRows rows, @Body List<Datapoint> batch)
            throws RequestFailure {
        try {
            return rows.mapper().rows(batch);
        } catch (RequestFailure e) {
            throw dropped(rows, e);
        }
    }

    public void write(@Variable(Variables.ROWS) ActiveRows rows, @Body List<Row> batch) throws RequestFailure {
        try {
            rows.part().append(batch);
        } catch (IOException e) {
            throw dropped(rows, storage(e));
        }
    }

    /** At once, because a splitter that stops reads what is left of an open answer to its end. */
    private static RequestFailure dropped(ActiveRows rows, RequestFailure failure) {
        rows.drop(failure);
        return failure;
    }

    /** Adds the absent buckets, forces the rows to disk, and only then tells the ledger that there are some. */
    public void seal(
            @Variable(Variables.ROWS) ActiveRows rows,
            @Variable(Variables.RUN) ActiveRun run,
            @Variable(Variables.REQUEST) Request request)
            throws RequestFailure {
        try (rows) {
            rows.part().append(rows.mapper().fill());
            ledger.answered(run.id(), request.id(), rows.part().seal());
            hindrances.kept();
        } catch (IOException e) {
            throw storage(e);
        }
    }

    private static PartFile part(ActiveRun run, Request request) throws RequestFailure {
        try {
            Path folder = Files.createDirectories(run.folder().resolve("parts"));
            return new PartFile(folder.resolve(request.id() + ".csv"));
        } catch (IOException e) {
            throw storage(e);
        }
    }

    private static RequestFailure storage(IOException cause) {
        return new RequestFailure(FailureKind.STORAGE, "the rows could not be kept: " + cause.getMessage(), cause);
    }
}
