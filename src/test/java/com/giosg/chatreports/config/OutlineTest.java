package com.giosg.chatreports.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said about two configurations that differ. */
class OutlineTest {

    private static final String BEFORE = """
            api: { url: "https://a" }
            reports:
              weekly: { at: "07:30", sinks: [archive] }
              daily: { at: "08:00", sinks: [archive] }
            sinks: { archive: { type: file, directory: out } }
            """;

    @Test
    void whatWasWrittenInAnotherWayIsTheSame() {
        assertThat(differences("""
                # A comment.
                api:
                  url: https://a
                reports:
                  weekly:
                    at: '07:30'
                    sinks:
                      - archive
                  daily: { at: "08:00", sinks: [archive] }
                sinks: { archive: { type: file, directory: out } }
                """)).isEmpty();
    }

    @Test
    void whatHasANameIsSaidByItsName() {
        assertThat(differences(BEFORE.replace("daily", "nightly").replace("07:30", "07:31")))
                .containsExactly("reports: weekly changed, nightly added, daily removed");
    }

    @Test
    void whatElseIsThereIsSaidByItsKey() {
        assertThat(differences(BEFORE.replace("https://a", "https://b") + "management: { port: 1234 }\n"))
                .containsExactly("api changed", "management changed");
    }

    private static List<String> differences(String next) {
        return outline(next).differencesFrom(outline(BEFORE));
    }

    private static Outline outline(String text) {
        return Outline.of(YamlDocument.parse(text, new Problems("reports.yaml")).orElseThrow());
    }
}
