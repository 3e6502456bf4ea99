package com.giosg.chatreports.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an HTTP status says about a request. */
class FailureKindTest {

    @ParameterizedTest
    @CsvSource({
        "401, DENIED",
        "403, DENIED",
        "400, REJECTED",
        "404, REJECTED",
        "405, REJECTED",
        "413, REJECTED",
        "415, REJECTED",
        "422, REJECTED",
        "408, SERVER_ERROR",
        "425, SERVER_ERROR",
        "500, SERVER_ERROR",
        "502, SERVER_ERROR",
        "503, SERVER_ERROR",
        "504, SERVER_ERROR",
        "501, SERVER_ERROR",
        "520, SERVER_ERROR",
        "429, BUSY",
        "301, REDIRECTED",
        "302, REDIRECTED",
        "307, REDIRECTED",
        "308, REDIRECTED",
        "201, SHAPE_CHANGED",
        "204, SHAPE_CHANGED",
        "206, SHAPE_CHANGED",
    })
    void statusByStatus(int status, FailureKind kind) {
        assertThat(FailureKind.ofStatus(status, false)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"503, BUSY", "429, BUSY", "500, SERVER_ERROR", "401, DENIED"})
    void aServerThatSaysWhenToComeBackIsBusy(int status, FailureKind kind) {
        assertThat(FailureKind.ofStatus(status, true)).isEqualTo(kind);
    }
}
