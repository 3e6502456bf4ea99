package com.giosg.chatreports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The identity of runs. */
class RunTest {

    private static final Instant DUE = Instant.parse("2020-11-02T05:30:00Z");

    /** Receipts and folders of earlier versions are found by these ids: they must never change. */
    @ParameterizedTest
    @CsvSource({
        "weekly-teams, acme, 2020-11-02T05:30:00Z, rb48f74jli47g48ok",
        "weekly-teams, acme, 2020-11-09T05:30:00Z, rn97j20g0dv201h64",
        "nightly-export, beta, 1970-01-01T00:00:00Z, rocg7u1hqnjum2hth",
    })
    void theIdNeverChanges(String report, String organization, Instant due, String id) {
        assertThat(RunId.of(report, organization, due)).isEqualTo(id);
    }

    @Test
    void whatStandsOnOneSideOfTheBorderIsNotTheOther() {
        assertThat(RunId.of("a", "bc", DUE)).isNotEqualTo(RunId.of("ab", "c", DUE));
    }

    @Test
    void everyInstantHasAnIdOfOneLengthThatSuitsFolders() {
        Set<String> ids = IntStream.range(0, 10_000)
                .mapToObj(second -> RunId.of("report", "acme", DUE.plusSeconds(second)))
                .collect(Collectors.toSet());

        assertThat(ids).hasSize(10_000).allMatch(id -> id.matches("r[0-9a-v]{16}"));
    }

    @Test
    void zerosInFrontAreKept() {
        assertThat(IntStream.range(0, 10_000).mapToObj(second -> RunId.of("report", "acme", DUE.plusSeconds(second))))
                .anyMatch(id -> id.startsWith("r0"));
    }

    @ParameterizedTest
    @EnumSource
    void aRunIsOverWhenItIsDoneFailedCancelledOrSkipped(Run.State state) {
        assertThat(state.isFinal())
                .isEqualTo(Set.of(
                                Run.State.DONE,
                                Run.State.DONE_WITH_GAPS,
                                Run.State.FAILED,
                                Run.State.CANCELLED,
                                Run.State.SKIPPED)
                        .contains(state));
    }
}
