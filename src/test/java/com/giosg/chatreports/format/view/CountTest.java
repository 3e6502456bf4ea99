package com.giosg.chatreports.format.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many of something there are, as people say it. */
class CountTest {

    @Test
    void oneOfThemIsNotSeveral() {
        assertThat(Stream.of(0, 1, 2).map(all -> Count.of(all, "request")))
                .containsExactly("0 requests", "1 request", "2 requests");
        assertThat(Count.of(1, 1, "request")).isEqualTo("1 of 1 request");
        assertThat(Count.of(1, 8, "request")).isEqualTo("1 of 8 requests");
    }

    @Test
    void sizesAreReadAtAGlance() {
        assertThat(Stream.of(1L, 999L, 1000L, 12_345L, 2_500_000L, 7_000_000_000L)
                        .map(Count::ofBytes))
                .containsExactly("1 byte", "999 bytes", "1.0 kB", "12.3 kB", "2.5 MB", "7.0 GB");
    }
}
