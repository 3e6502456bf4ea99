package com.giosg.chatreports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultPrinterTest {

    @Test
    void aChecksumHasEightDigitsLikeThatOfAnyOtherProgram() {
        assertThat(ResultPrinter.checksum(0x0a26878dL)).isEqualTo("0a26878d");
        assertThat(ResultPrinter.checksum(0xfedcba98L)).isEqualTo("fedcba98");
    }
}
