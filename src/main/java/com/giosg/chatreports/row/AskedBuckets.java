package com.giosg.chatreports.row;

import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestFailure;
import com.giosg.chatreports.row.Row.Status;
import com.giosg.chatreports.time.Bucket;
import com.giosg.chatreports.time.Buckets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The buckets that a request asks for: those of its window that lie in its interval. */
final class AskedBuckets {

    /** So many timestamps are worth remembering; an answer can spell them in ever new ways. */
    private static final int REMEMBERED = 10_000;

    private final Request request;
    private final Instant asked;
    private final Buckets buckets;
    private final int first;
    private final int size;
    private final Map<String, AskedBucket> byTimestamp = new HashMap<>();
    private String lastTimestamp;
    private AskedBucket last;

    /** The instant at which the question was asked decides what can still change. */
    AskedBuckets(Request request, Instant asked) {
        this.request = request;
        this.asked = asked;
        this.buckets = Buckets.of(request.window(), request.granularity());
        this.first = firstOfInterval();
        Instant end = request.interval().end().toInstant();
        this.size = buckets.holding(end.minusMillis(1)) - first + 1;
    }

    /**
     * One bucket as the rows need it.
     *
     * @param status of a figure that was answered for it
     * @param begun whether it had begun when the question was asked
     */
    record AskedBucket(int index, Cells cells, Status status, boolean begun) {}

    private int firstOfInterval() {
        Instant start = request.interval().start().toInstant();
        int index = buckets.holding(start);
        if (!buckets.get(index).start().toInstant().equals(start)) {
            throw new IllegalArgumentException(
                    "%s: no bucket of the window starts at %s".formatted(request.question(), start));
        }
        return index;
    }

    int size() {
        return size;
    }

    Stream<AskedBucket> stream() {
        return IntStream.range(0, size).mapToObj(this::get);
    }

    private AskedBucket get(int index) {
        Bucket bucket = buckets.get(first + index);
        Cells cells = Cells.of(
                buckets.start(first + index),
                buckets.end(first + index),
                request.granularity().id());
        Instant settled = bucket.end().toInstant().plus(request.metric().settlesAfter());
        Status status = settled.isAfter(asked) ? Status.PROVISIONAL : Status.OK;
        return new AskedBucket(index, cells, status, !bucket.start().toInstant().isAfter(asked));
    }

    /** The bucket with this start as it was answered; null stands for the only bucket. */
    AskedBucket at(String timestamp) throws RequestFailure {
        // Answers mostly come bucket by bucket, and the same text is the same string.
        if (last == null || !Objects.equals(timestamp, lastTimestamp)) {
            last = lookUp(timestamp);
            lastTimestamp = timestamp;
        }
        return last;
    }

    private AskedBucket lookUp(String timestamp) throws RequestFailure {
        AskedBucket known = byTimestamp.get(timestamp);
        if (known != null) {
            return known;
        }
        if (byTimestamp.size() == REMEMBERED) {
            byTimestamp.clear();
        }
        AskedBucket bucket = get(indexOf(timestamp));
        byTimestamp.put(timestamp, bucket);
        return bucket;
    }

    private int indexOf(String timestamp) throws RequestFailure {
        if (timestamp == null) {
            if (size == 1) {
                return 0;
            }
            throw changed("a row has no timestamp, though the answer has %d buckets".formatted(size));
        }
        int index = buckets.indexOf(instant(timestamp)) - first;
        if (index < 0 || index >= size) {
            throw changed("no %s of the asked time starts at %s; asked for %s to %s"
                    .formatted(
                            request.granularity().id(),
                            Quoted.text(timestamp),
                            buckets.start(first),
                            buckets.end(first + size - 1)));
        }
        return index;
    }

    private static Instant instant(String timestamp) throws RequestFailure {
        try {
            return OffsetDateTime.parse(timestamp).toInstant();
        } catch (DateTimeException e) {
            throw changed("expected a timestamp like 2020-10-29T00:00:00.000Z; found " + Quoted.text(timestamp));
        }
    }

    private static RequestFailure changed(String message) {
        return new RequestFailure(FailureKind.SHAPE_CHANGED, message);
    }
}
