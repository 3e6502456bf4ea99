package com.giosg.chatreports.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A directory is divided where it begins to depend on the artifact. */
class DirectoryTest {

    private static final Placeholders PLACEHOLDERS =
            new Placeholders("daily", "acme", "2020-10-29_2020-10-30", "csv", "a@example.com", "");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # setting                           | fixed                 | path of rows.csv below it
                    out/archive                         | out/archive           | rows.csv
                    out/{organization}                  | out                   | acme/rows.csv
                    out/{organization}/{window}/        | out                   | acme/2020-10-29_2020-10-30/rows.csv
                    out/of-{organization}/a//b          | out                   | of-acme/a/b/rows.csv
                    out/a b/{format}-{report}           | out/a b               | csv-daily/rows.csv
                    {report}                            | .                     | daily/rows.csv
                    /{report}                           | /                     | daily/rows.csv
                    /incoming/{report}                  | /incoming             | daily/rows.csv
                    {{env:OUT}}                         | {{env:OUT}}           | rows.csv
                    {{env:OUT}}/{report}                | {{env:OUT}}           | daily/rows.csv
                    {{file:/run/secrets/out}}/{report}  | {{file:/run/secrets/out}} | daily/rows.csv
                    # Of the changing part nothing leaves the fixed one.
                    out/{report}/../../etc              | out                   | daily/-/-/etc/rows.csv
                    out/{recipients}                    | out                   | a-example.com/rows.csv
                    """)
    void isDividedAtTheFirstPlaceholder(String setting, String fixed, String path) {
        Directory directory = Directory.of(setting);

        assertThat(directory.fixed()).isEqualTo(fixed);
        assertThat(directory.path(PLACEHOLDERS, "rows.csv")).isEqualTo(path);
    }

    @Test
    void aReferenceBehindAPlaceholderIsRefused() {
        assertThat(Directory.problem("out/{report}/{{env:PART}}"))
                .contains("must not hold a reference such as {{env:NAME}} after the first placeholder");
        assertThat(Directory.problem("{{env:OUT}}/{report}")).isEmpty();
    }
}
