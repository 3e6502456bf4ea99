package com.giosg.chatreports.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

    private static final Placeholders PLACEHOLDERS =
            new Placeholders("weekly", "acme", "2020-10-24_2020-11-01", "csv", "{report},b@example.com", "");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {report}-{organization}-{window}.{format} | weekly-acme-2020-10-24_2020-11-01.csv
            to {recipients}                           | to {report},b@example.com
            {{env:report}} {report}                   | {{env:report}} weekly
            {unknown} { report } {}                   | {unknown} { report } {}
            no placeholder                            | no placeholder
            """)
    void areReplacedOnce(String text, String expanded) {
        assertThat(PLACEHOLDERS.expand(text)).isEqualTo(expanded);
    }

    @Test
    void takeDollarsAndBackslashesAsTheyAre() {
        Placeholders hostile = new Placeholders("$1\\", "${body}", "", "", "", "");
        assertThat(hostile.expand("{report}{organization}")).isEqualTo("$1\\${body}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{raport}", "{}", "a {Report} b", "${body}", "$${report}"})
    void areRefusedWhenUnknown(String text) {
        assertThat(Placeholders.problem(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{report} {window}", "{{env:HOME}}/{report}", "100 $", "a } b { c"})
    void areAcceptedWhenKnown(String text) {
        assertThat(Placeholders.problem(text)).isEmpty();
    }
}
