package com.giosg.chatreports.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            stauts=503         ; a fault has no `stauts`; it can have: path, method,
            status=abc         ; `status` cannot be `abc`; write status=NUMBER
            status             ; `status` needs a value: status=NUMBER
            drop=yes           ; `drop` stands alone, without a value
            delay=100          ; `delay` cannot be `100`; write delay=DURATION
            drip=10ms          ; `drip` cannot be `10ms`; write drip=BYTES/PAUSE
            body=xml           ; `body` cannot be `xml`; write body=html|garbage|empty|broken
            header=To          ; `header` cannot be `To`; write header=NAME:VALUE
            times=-1           ; `times` cannot be `-1`; write times=NUMBER
            status=503,        ; a fault has no ``; it can have:
            """)
    void says_what_would_be_right(String text, String message) {
        assertThatThrownBy(() -> Fault.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void prints_as_it_was_written() {
        String text = "status=503,retry-after=2,times=3,path=chat_sessions";
        assertThat(Fault.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @EnumSource
    void describes_every_key(FaultKey key) {
        assertThat(key.description()).isNotBlank().doesNotContain("\n");
        assertThat(FaultKey.of(key.id())).isEqualTo(key);
    }
}
