package com.giosg.chatreports.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestFailure;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What the API returned, in batches of at most {@value #BATCH} datapoints. Whatever is wrong with it comes out of
 * {@link #hasNext()} as an {@link UncheckedRequestFailure}: batches already handed out are then worth nothing.
 */
public final class Answer implements Iterator<List<Datapoint>>, Closeable {

    static final int BATCH = 1000;

    private final HeadKeeper body;
    private final JsonFactory json;
    private final Request request;
    private JsonParser parser;
    private Datapoints datapoints;
    private List<Datapoint> next;

    Answer(InputStream body, JsonFactory json, Request request) {
        this.body = new HeadKeeper(body);
        this.json = json;
        this.request = request;
    }

    /** One of the shapes that an answer can have. */
    interface Datapoints {

        /** At most {@value Answer#BATCH} datapoints, none at the end of the answer. */
        List<Datapoint> next() throws IOException, RequestFailure;
    }

    /** The first 64 KiB, as far as they have been read: kept for inspection when the answer is refused. */
    public byte[] head() {
        return body.head();
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            // Whoever asks again after a failure is told that there is no more: what a broken answer goes on with is
            // noise.
            next = List.of();
            next = read();
        }
        return !next.isEmpty();
    }

    @Override
    public List<Datapoint> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the answer has no more datapoints");
        }
        List<Datapoint> batch = next;
        next = null;
        return batch;
    }

    private List<Datapoint> read() {
        try {
            return recognised().next();
        } catch (RequestFailure e) {
            throw new UncheckedRequestFailure(e);
        } catch (StreamConstraintsException e) {
            throw failure(FailureKind.LIMIT, "the answer is larger or deeper than allowed: " + cause(e), e);
        } catch (JsonProcessingException e) {
            throw failure(FailureKind.BAD_ANSWER, "the answer is not valid JSON: " + cause(e), e);
        } catch (CharConversionException e) {
            throw failure(FailureKind.BAD_ANSWER, "the answer is not text: " + e.getMessage(), e);
        } catch (IOException e) {
            throw failure(FailureKind.INTERRUPTED, "the answer broke off: " + e.getMessage(), e);
        } catch (OutOfMemoryError | StackOverflowError e) {
            // Camel's splitter catches exceptions of its iterator but no errors: the run would never end.
            throw failure(FailureKind.LIMIT, "the answer does not fit into memory", e);
        }
    }

    private Datapoints recognised() throws IOException, RequestFailure {
        if (datapoints == null) {
            parser = json.createParser(body);
            datapoints = recognise();
        }
        return datapoints;
    }

    private Datapoints recognise() throws IOException, RequestFailure {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new RequestFailure(FailureKind.BAD_ANSWER, "the answer is empty");
        }
        String key = first == JsonToken.START_OBJECT ? parser.nextFieldName() : null;
        boolean table = "fields".equals(key) || "data".equals(key);
        return table || request.metric().api().buckets() ? new Table(parser, request) : new LoneNumber(parser);
    }

    private static UncheckedRequestFailure failure(FailureKind kind, String message, Throwable cause) {
        return new UncheckedRequestFailure(new RequestFailure(kind, message, cause));
    }

    /** Jackson's words, without its settings and its grammar. */
    private static String cause(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        return Quoted.printable(message.replaceAll(", from `.*?`| \\((?:start marker|JSON String).*", ""));
    }

    /** There are no more batches then, whatever has not been read. */
    @Override
    public void close() throws IOException {
        next = List.of();
        if (parser != null) {
            parser.close();
        }
        body.close();
    }
}
