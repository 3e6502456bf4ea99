package com.giosg.chatreports.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestFailure;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {

    private static final String FIELDS = """
            {"fields": [{"name": "timestamp", "type": "dimension"}, {"name": "team_id", "type": "dimension"},
             {"name": "count", "type": "metric"}], "data": [""";

    private final Request byTeam = Requests.request("scope", "team");

    @Test
    void comesInBatchesOfAThousand() throws IOException {
        assertThat(batches(rows(2001))).containsExactly(1000, 1000, 1);
        assertThat(batches(rows(1000))).containsExactly(1000);
        assertThat(batches(rows(0))).isEmpty();
    }

    private List<Integer> batches(String json) throws IOException {
        List<Integer> sizes = new ArrayList<>();
        try (Answer answer = answer(json, 1_000_000)) {
            answer.forEachRemaining(batch -> sizes.add(batch.size()));
            assertThatThrownBy(answer::next).isInstanceOf(NoSuchElementException.class);
        }
        return sizes;
    }

    @Test
    void holdsTheSameStringForATextThatCameBefore() throws IOException {
        try (Answer answer = answer(rows(2001), 1_000_000)) {
            String first = answer.next().get(0).timestamp();
            assertThat(answer.next())
                    .allSatisfy(later -> assertThat(later.timestamp()).isSameAs(first));
        }
    }

    @Test
    void tellsApartMoreTextsThanItRemembers() throws IOException {
        try (Answer answer = answer(rows(40_000), 10_000_000)) {
            List<String> ids = new ArrayList<>();
            answer.forEachRemaining(batch -> batch.forEach(datapoint -> ids.add(datapoint.subjectId())));
            assertThat(ids)
                    .isEqualTo(IntStream.range(0, 40_000)
                            .mapToObj(i -> "team-" + i)
                            .toList());
        }
    }

    @Test
    void isGivenUpOneByteBeyondTheLimit() {
        String json = rows(3000);
        assertThat(failure(json, json.length())).isNull();
        assertThat(failure(json, json.length() - 1).kind()).isEqualTo(FailureKind.LIMIT);
    }

    @ParameterizedTest
    @CsvSource({"256, ", "257, LIMIT", "1048577, LIMIT"})
    void takesTimestampsAndIdsOf256Characters(int length, FailureKind expected) {
        String text = "x".repeat(length);
        for (String row : List.of("[\"t\", \"" + text + "\", 1]", "[\"" + text + "\", \"blue\", 1]")) {
            RequestFailure failure = failure(FIELDS + row + "]}", 10_000_000);
            assertThat(failure == null ? null : failure.kind()).isEqualTo(expected);
        }
    }

    @Test
    void failsLikeAnyOtherWhereItDoesNotFitIntoMemory() {
        for (Error error : List.of(new OutOfMemoryError("Java heap space"), new StackOverflowError())) {
            InputStream full = new FilterInputStream(InputStream.nullInputStream()) {
                @Override
                public int read(byte[] bytes, int offset, int length) {
                    throw error;
                }
            };
            RequestFailure failure = failure(full, 1_000_000);
            assertThat(failure.kind()).isEqualTo(FailureKind.LIMIT);
            assertThat(failure)
                    .hasMessage("the answer does not fit into memory")
                    .hasCause(error);
        }
    }

    @ParameterizedTest
    @CsvSource({"64, ", "65, LIMIT"})
    void takesNumbersOf64Characters(int length, FailureKind expected) {
        for (String number : List.of("7".repeat(length), "\"" + "7".repeat(length) + "\"")) {
            RequestFailure failure = failure(FIELDS + "[\"t\", \"x\", " + number + "]]}", 10_000);
            assertThat(failure == null ? null : failure.kind()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"1e30, ", "1e31, LIMIT", "1e-30, ", "1e-31, LIMIT", "12e29, ", "12e30, LIMIT", "1e2147483648, LIMIT"})
    void takesExponentsUpTo30(String number, FailureKind expected) {
        RequestFailure failure = failure(FIELDS + "[\"t\", \"x\", " + number + "]]}", 10_000);
        assertThat(failure == null ? null : failure.kind()).isEqualTo(expected);
    }

    @Test
    void thatBreaksOffCanBeAskedAgain() {
        InputStream reset = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("connection reset");
            }
        };
        InputStream broken = new SequenceInputStream(stream(rows(1500) + " ".repeat(10)), reset);
        RequestFailure failure = failure(broken, 1_000_000);
        assertThat(failure.kind()).isEqualTo(FailureKind.INTERRUPTED);
        assertThat(failure).hasMessage("the answer broke off: connection reset");
    }

    @Test
    void keepsItsFirst64KibibytesForInspection() throws IOException {
        String json = rows(10_000);
        try (Answer answer = answer(json, 1_000_000)) {
            assertThat(answer.head()).isEmpty();
            answer.forEachRemaining(batch -> {});
            assertThat(answer.head()).isEqualTo(json.substring(0, 1 << 16).getBytes(StandardCharsets.UTF_8));
        }
        String html = "<html>gateway</html>";
        try (Answer answer = answer(html, 1_000_000)) {
            assertThatThrownBy(answer::hasNext).isInstanceOf(UncheckedRequestFailure.class);
            assertThat(answer.head()).isEqualTo(html.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void closesItsBodyEvenWhenNothingWasRead() throws IOException {
        List<String> closed = new ArrayList<>();
        InputStream body = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed.add("closed");
            }
        };
        new AnswerReader().read(body, byTeam, new AnswerLimits(10)).close();
        assertThat(closed).containsExactly("closed");
    }

    @Test
    void mayStartWithAByteOrderMark() {
        assertThat(failure('\uFEFF' + rows(1), 1000)).isNull();
    }

    private RequestFailure failure(String json, long limit) {
        return failure(stream(json), limit);
    }

    private RequestFailure failure(InputStream body, long limit) {
        Answer answer = new AnswerReader().read(body, byTeam, new AnswerLimits(limit));
        UncheckedRequestFailure failure =
                catchThrowableOfType(UncheckedRequestFailure.class, () -> answer.forEachRemaining(batch -> {}));
        return failure == null ? null : failure.failure();
    }

    private Answer answer(String json, long limit) {
        return new AnswerReader().read(stream(json), byTeam, new AnswerLimits(limit));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "[\"2020-10-29T00:00:00.000+02:00\", \"team-" + i + "\", 1]")
                .collect(Collectors.joining(",", FIELDS, "]}"));
    }
}
