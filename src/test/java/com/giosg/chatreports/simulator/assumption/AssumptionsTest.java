package com.giosg.chatreports.simulator.assumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssumptionsTest {

    @Test
    void keeps_the_default_of_what_is_not_named() {
        Assumptions assumptions = Assumptions.parse(List.of("numbers=string", "max-days=unlimited"));
        assertThat(assumptions.value(Assumption.NUMBERS)).isEqualTo("string");
        assertThat(assumptions.is(Assumption.MAX_DAYS, "unlimited")).isTrue();
        assertThat(assumptions.value(Assumption.TIMESTAMPS)).isEqualTo("zone");
    }

    @Test
    void lists_what_there_is_when_a_name_or_value_is_unknown() {
        assertThatThrownBy(() -> Assumptions.parse(List.of("number=string")))
                .hasMessageStartingWith("there is no assumption `number`; there are: timestamp-when-all, timestamps,");
        assertThatThrownBy(() -> Assumptions.parse(List.of("numbers=text")))
                .hasMessage("`numbers` cannot be `text`; it can be number, string");
        assertThatThrownBy(() -> Assumptions.parse(List.of("numbers")))
                .hasMessage("`numbers` is no assumption; write NAME=VALUE");
    }

    @ParameterizedTest
    @EnumSource
    void describes_each_in_one_line_with_a_choice(Assumption assumption) {
        assertThat(assumption.description()).isNotBlank().doesNotContain("\n");
        assertThat(assumption.possibleValues()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        assertThat(Assumption.of(assumption.id())).isEqualTo(assumption);
    }
}
