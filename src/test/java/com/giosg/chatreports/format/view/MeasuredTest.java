package com.giosg.chatreports.format.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.config.Measures.Send;
import com.giosg.chatreports.format.SampleReport;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.request.FailureKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How figures stand against the window before and against targets, and whether they are worth sending. */
class MeasuredTest {

    private static final String DAY = "window: 2020-10-31, time-zone: Europe/Helsinki, ";
    private static final String DAYS = "window: 2020-10-31..2020-11-01, time-zone: Europe/Helsinki, ";
    private static final String WAIT = "average-response-wait-time";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            110     | 100  | ▲ +10% (+10)
            100     | 110  | ▼ −9.1% (−10)
            1004    | 1000 | ▲ +0.4% (+4)
            12345   | 100  | ▲ +12,245% (+12,245)
            7       | 7    | = ±0% (±0)
            0       | 0    | = ±0% (±0)
            0       | 4    | ▼ −100% (−4)
            4       | 0    | ▲ new
            4       |      | –
            ''      | 4    | –
            """)
    void a_change_is_said_in_percent_and_absolutely(String now, String before, String words) throws IOException {
        SampleReport sample = sample(DAY + "metrics: real-chats, compare: previous")
                .org("real-chats", 0, now, now.isEmpty() ? "gap" : "ok");
        if (before != null) {
            sample.before("real-chats", before, "ok");
        }

        assertThat(line(sample).change()).extracting(Change::words).containsExactly(words);
        assertThat(view(sample).before()).extracting(Period::brief).containsExactly("30 Oct 2020");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            86.03   | 91.9    | ▼ −6.4% (−5.9)
            52      | 50      | ▲ +4% (+2.0)
            4.25    | 4       | ▲ +6.3% (+0.25)
            120.84  | 120.81  | = ±0% (±0.0)
            9.99    | 10.49   | ▼ −4.8% (−0.5)
            """)
    void a_change_of_an_average_has_the_places_of_the_average(String now, String before, String words)
            throws IOException {
        SampleReport sample = sample(DAY + "compare: previous, metrics: " + WAIT)
                .org(WAIT, 0, now, "ok")
                .before(WAIT, before, "ok");

        assertThat(line(sample).change()).extracting(Change::words).containsExactly(words);
    }

    @Test
    void an_average_that_had_nothing_to_average_before_is_new() throws IOException {
        SampleReport sample =
                sample(DAY + "compare: previous, metrics: " + WAIT).org(WAIT, 0, "12.5", "ok");

        assertThat(line(sample.before(WAIT, "", "none")).change())
                .extracting(Change::words)
                .containsExactly("▲ new");
    }

    @Test
    void nothing_is_compared_unless_that_is_wanted() throws IOException {
        SampleReport sample = sample(DAY + "metrics: real-chats").org("real-chats", 0, "1", "ok");

        assertThat(line(sample).change()).isEmpty();
        assertThat(view(sample).before()).isEmpty();
        assertThat(view(sample).footnotes()).isEmpty();
    }

    @Test
    void an_average_of_several_buckets_is_compared_only_as_it_was_answered_for_all_of_them() throws IOException {
        SampleReport sample = sample(DAYS + "compare: previous, metrics: " + WAIT)
                .org(WAIT, 0, "10", "ok")
                .org(WAIT, 1, "20", "ok")
                .before(WAIT, "8", "ok");
        assertThat(line(sample).total().mark()).isEqualTo(Mark.APART);
        assertThat(line(sample).change()).extracting(Change::words).containsExactly("–");

        sample.whole(WAIT, "12", "ok");
        assertThat(line(sample).total().text()).isEqualTo("12.0");
        assertThat(line(sample).change()).extracting(Change::words).containsExactly("▲ +50% (+4.0)");
        assertThat(view(sample).footnotes())
                .anyMatch(note -> note.startsWith("The average of the whole window is what Giosg answered"));
    }

    @Test
    void a_window_that_had_not_ended_is_not_like_one_that_had() throws IOException {
        SampleReport today =
                sample("window: today, time-zone: Europe/Helsinki, metrics: real-chats, compare: previous");

        assertThat(view(today).footnotes())
                .contains("The window had not ended when it was asked; the one that it is compared with is whole.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            min: 100                 | 100 | 0   | ✓ Target met: at least 100
            min: 100.5               | 100 | 0   | ✗ Target missed: at least 100.5
            max: 100                 | 100 | 0   | ✓ Target met: at most 100
            max: 99                  | 100 | 0   | ✗ Target missed: at most 99
            min: 1                   | ''  | 0   | ? Target not known: at least 1
            change: +5%              | 105 | 100 | ✓ Target met: at least 5% more
            change: 5%               | 104 | 100 | ✗ Target missed: at least 5% more
            change: -10%             | 90  | 100 | ✓ Target met: at least 10% less
            change: -10%             | 91  | 100 | ✗ Target missed: at least 10% less
            change: { min: -10% }    | 90  | 100 | ✓ Target met: no more than 10% less
            change: { min: -10% }    | 89  | 100 | ✗ Target missed: no more than 10% less
            change: { max: 2.5% }    | 103 | 100 | ✗ Target missed: no more than 2.5% more
            change: { min: 0% }      | 100 | 100 | ✓ Target met: no less than before
            change: { max: 0% }      | 101 | 100 | ✗ Target missed: no more than before
            change: { min: 5% }      | 3   | 0   | ✓ Target met: at least 5% more
            change: { max: 5% }      | 3   | 0   | ✗ Target missed: no more than 5% more
            change: 5%               | 3   | ''  | ? Target not known: at least 5% more
            """)
    void a_target_is_met_or_missed_or_not_known(String target, String now, String before, String words)
            throws IOException {
        SampleReport sample = sample(DAY
                        + "metrics: real-chats, compare: previous, targets: { real-chats: { %s } }".formatted(target))
                .org("real-chats", 0, now, now.isEmpty() ? "gap" : "ok");
        if (!before.isEmpty()) {
            sample.before("real-chats", before, "ok");
        }

        assertThat(line(sample).verdicts()).extracting(Verdict::words).containsExactly(words);
    }

    @Test
    void what_is_missing_is_a_reason_to_send() throws IOException {
        String targets = DAYS + "metrics: [real-chats, short-chats], targets: { real-chats: { min: 1 } }";
        assertThat(why(Send.WHEN_TARGET_MISSED, sample(targets).org("real-chats", 0, "5", "ok")))
                .isEqualTo("every target is met");
        assertThat(why(Send.WHEN_TARGET_MISSED, sample(targets).org("real-chats", 0, "0", "ok")))
                .isEmpty();
        assertThat(why(Send.WHEN_TARGET_MISSED, sample(targets).gap("real-chats", Scope.ORG, FailureKind.UNREACHABLE)))
                .isEmpty();

        assertThat(why(Send.WHEN_NOT_EMPTY, sample(targets).org("real-chats", 0, "0", "ok")))
                .isEqualTo("nothing happened in the window");
        assertThat(why(
                        Send.WHEN_NOT_EMPTY,
                        sample(targets)
                                .org("real-chats", 0, "0", "ok")
                                .gap("short-chats", Scope.ORG, FailureKind.UNREACHABLE)))
                .isEmpty();
        assertThat(why(Send.ALWAYS, sample(targets).org("real-chats", 0, "0", "ok")))
                .isEmpty();
    }

    private static String why(Send send, SampleReport sample) throws IOException {
        return Unsent.why(send, view(sample)).orElse("");
    }

    private static Overview.Line line(SampleReport sample) throws IOException {
        List<Overview.Line> lines = view(sample).overview().lines();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private SampleReport sample(String settings) throws IOException {
        return SampleReport.of(folder, "Acme Oy", settings);
    }

    private static ReportView view(SampleReport sample) throws IOException {
        return ReportViews.of(sample.facts(), sample.parts(), Room.TOTALS);
    }
}
