package com.giosg.chatreports.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.giosg.chatreports.names.Names;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestFailure;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowMapperTest {

    private static final Instant LATER = Instant.parse("2026-01-01T00:00:00Z");
    private static final String MIDNIGHT = "2020-10-29T00:00:00.000+02:00";

    @Test
    void givesUpOnMoreSubjectsThanFitASmallHeap() throws RequestFailure {
        RowMapper mapper = new RowMapper(Requests.request("scope", "user"), Names.none(), LATER);
        mapper.rows(users(0, 50_000));
        assertThatThrownBy(() -> mapper.rows(users(50_000, 1)))
                .isInstanceOfSatisfying(RequestFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.LIMIT))
                .hasMessage("the answer has more than 50000 subjects with 1 buckets each");
    }

    @Test
    void givesUpSoonerWhereBucketsAreMany() throws RequestFailure {
        Request halfAYearOfMinutes = Requests.request(
                "scope", "user", "granularity", "minute", "first-day", "2020-10-29", "last-day", "2021-03-27");
        RowMapper mapper = new RowMapper(halfAYearOfMinutes, Names.none(), LATER);
        int fit = 100_000_000 / (150 * 24 * 60);
        mapper.rows(users(0, fit));
        assertThatThrownBy(() -> mapper.rows(users(fit, 1))).isInstanceOf(RequestFailure.class);
    }

    private static List<Datapoint> users(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> new Datapoint(MIDNIGHT, "user-" + i, "1"))
                .toList();
    }

    @Test
    void knowsABucketHoweverManyOffsetsItIsSpelledWith() throws RequestFailure {
        RowMapper mapper = new RowMapper(Requests.request("scope", "user"), Names.none(), LATER);
        Instant midnight = OffsetDateTime.parse(MIDNIGHT).toInstant();
        for (int seconds = -12_000; seconds < 12_000; seconds++) {
            String spelled =
                    midnight.atOffset(ZoneOffset.ofTotalSeconds(seconds)).toString();
            assertThat(mapper.rows(List.of(new Datapoint(spelled, "user" + seconds, "1"))))
                    .extracting(Row::bucketStart)
                    .containsExactly("2020-10-29T00:00:00+02:00");
        }
    }

    @Test
    void hasGapsForEveryKnownSubjectOfAFailedRequest() {
        Request request = Requests.request("scope", "user", "last-day", "2020-10-30");
        assertThat(GapRows.of(request, List.of("anna", ""), Names.none(), LATER))
                .extracting(Row::subjectId, Row::subject, Row::bucketStart, Row::value, Row::status)
                .containsExactly(
                        tuple("anna", "anna", "2020-10-29T00:00:00+02:00", "", Row.Status.GAP),
                        tuple("", "(no user)", "2020-10-29T00:00:00+02:00", "", Row.Status.GAP),
                        tuple("anna", "anna", "2020-10-30T00:00:00+02:00", "", Row.Status.GAP),
                        tuple("", "(no user)", "2020-10-30T00:00:00+02:00", "", Row.Status.GAP));
    }

    @Test
    void hasOneGapPerBucketWhereNoSubjectIsKnown() {
        Request request = Requests.request("scope", "user", "last-day", "2020-10-30");
        assertThat(GapRows.of(request, Set.of(), Names.none(), LATER))
                .extracting(Row::subject)
                .containsExactly("", "");
    }

    @Test
    void regardsOnlyTheBucketsOfItsPartOfALongWindow() throws RequestFailure {
        Request secondPart = Requests.request("last-day", "2021-04-29", "from-bucket", "180");
        RowMapper mapper = new RowMapper(secondPart, Names.none(), LATER);
        assertThat(mapper.rows(List.of(new Datapoint("2021-04-28T00:00:00.000+03:00", null, "7"))))
                .extracting(Row::bucketStart, Row::value)
                .containsExactly(tuple("2021-04-28T00:00:00+03:00", "7"));
        assertThat(mapper.fill())
                .extracting(Row::bucketStart, Row::value)
                .containsExactly(tuple("2021-04-27T00:00:00+03:00", "0"), tuple("2021-04-29T00:00:00+03:00", "0"));
        assertThat(GapRows.of(secondPart, Set.of(), Names.none(), LATER))
                .extracting(Row::bucketStart)
                .containsExactly("2021-04-27T00:00:00+03:00", "2021-04-28T00:00:00+03:00", "2021-04-29T00:00:00+03:00");
        assertThatThrownBy(() -> mapper.rows(List.of(new Datapoint(MIDNIGHT, null, "1"))))
                .isInstanceOf(RequestFailure.class)
                .hasMessageContaining("asked for 2021-04-27T00:00:00+03:00 to 2021-04-30T00:00:00+03:00");
    }

    @Test
    void hasAGapForTheOneBucketOfAnApiWithoutBuckets() {
        Request request = Requests.request("buckets", "false", "last-day", "2020-10-31", "bucket", "2");
        assertThat(GapRows.of(request, Set.of(), Names.none(), LATER))
                .extracting(Row::bucketStart)
                .containsExactly("2020-10-31T00:00:00+02:00");
    }

    @Test
    void hasNoGapForABucketThatHadNotBegunAtTheAsking() {
        Request request = Requests.request("last-day", "2020-11-30");
        Instant secondMidnight = Instant.parse("2020-10-29T22:00:00Z");
        assertThat(GapRows.of(request, Set.of(), Names.none(), secondMidnight))
                .extracting(Row::bucketStart)
                .containsExactly("2020-10-29T00:00:00+02:00", "2020-10-30T00:00:00+02:00");
        assertThat(GapRows.of(request, Set.of(), Names.none(), secondMidnight.minusSeconds(1)))
                .extracting(Row::bucketStart)
                .containsExactly("2020-10-29T00:00:00+02:00");
    }
}
