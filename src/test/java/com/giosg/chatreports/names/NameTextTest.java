package com.giosg.chatreports.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people type, a name is one line that can be printed. */
class NameTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jürgen \"Jorma\" Groß",
                "=SUM(A1:A9)",
                "<script>alert(1)</script>",
                "Zoë 🎧",
                "👩‍👩‍👧",
                "אבג",
                "-"
            })
    void printableNamesStayAsTheyAre(String name) {
        assertThat(NameText.printable(name)).isEqualTo(name);
    }

    @Test
    void whatBreaksOrSteersALineBecomesASpace() {
        assertThat(NameText.printable("\u0000a\r\nb\tc\u001b[31md\u0085e\u2028f\u2029g\u202eh\u2066i\u007f"))
                .isEqualTo("a  b c [31md e f g h i");
        assertThat(NameText.printable(" \r\n\t\u00a0".replace("\u00a0", ""))).isEmpty();
    }

    @Test
    void halfACharacterIsReplaced() {
        assertThat(NameText.printable("a\ud83cb\udfa7")).isEqualTo("a\ufffdb\ufffd");
    }

    @Test
    void longNamesAreCutBetweenCharacters() {
        assertThat(NameText.printable("x".repeat(200))).hasSize(200);
        assertThat(NameText.printable("🎧".repeat(1000))).isEqualTo("🎧".repeat(199) + "…");
    }
}
