package com.giosg.chatreports.format.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.format.SampleReport;
import com.giosg.chatreports.metrics.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which figures readers are told to look at. */
class DoubtsTest {

    private static final String DAY = "window: yesterday, time-zone: Europe/Helsinki, ";

    private static final String SALES = "metrics: [real-chats, real-chats-with-sales, messages-in-real-chats,"
            + " sales-in-real-chats, average-purchase-value-in-real-chats]";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10 | 10 | 20 | 1000 | 100    | ''
            10 | 0  | 20 | 0    | ''     | ''
            0  | 0  | 0  | 0    | ''     | ''
            10 | 11 | 20 | 1100 | 100    | “Real chats with sales” (11) cannot be more than “Real chats” (10).
            10 | 4  | 19 | 400  | 100    | “Messages in real chats” (19) cannot be fewer than two for each of “Real chats” (10).
            10 | 4  | 20 | -5   | -1.25  | “Sales in real chats” (−5.00) cannot be below 0.
            10 | 4  | 20 | 400  | 100.9  | ''
            10 | 4  | 20 | 400  | 80     | “Average purchase value in real chats” (80.00) is not what “Sales in real chats” (400.00) makes, divided by “Real chats with sales” (4).
            """)
    void what_cannot_be_is_said(
            String chats, String withSales, String messages, String sales, String value, String sentence)
            throws IOException {
        SampleReport sample = sample(DAY + SALES)
                .org("real-chats", 0, chats, "ok")
                .org("real-chats-with-sales", 0, withSales, "ok")
                .org("messages-in-real-chats", 0, messages, "ok")
                .org("sales-in-real-chats", 0, sales, "ok")
                .org("average-purchase-value-in-real-chats", 0, value, value.isEmpty() ? "none" : "ok");

        assertThat(doubts(sample))
                .filteredOn(doubt -> !doubt.contains("(−1.25)"))
                .hasSize(sentence.isEmpty() ? 0 : 1);
        assertThat(String.join("", doubts(sample))).contains(sentence);
    }

    @Test
    void what_can_still_grow_says_nothing_against_a_larger_figure() throws IOException {
        SampleReport sample = sample(DAY + SALES)
                .org("real-chats", 0, "10", "provisional")
                .org("real-chats-with-sales", 0, "11", "provisional")
                .org("messages-in-real-chats", 0, "3", "provisional");

        assertThat(doubts(sample)).isEmpty();
    }

    @Test
    void a_figure_that_is_0_for_once_is_said() throws IOException {
        SampleReport sample = sample(DAY + "metrics: [real-chats, bot-clicks, short-chats]")
                .org("real-chats", 0, "0", "ok")
                .org("bot-clicks", 0, "0", "ok")
                .org("short-chats", 0, "4", "ok")
                .neverZero("real-chats", 3)
                .neverZero("short-chats", 3);

        assertThat(doubts(sample))
                .containsExactly("“Real chats” (0) in the whole window; in the 3 reports before it was never 0.");
    }

    @Test
    void what_is_missing_says_nothing() throws IOException {
        SampleReport sample =
                sample(DAY + SALES).org("real-chats", 0, "", "gap").org("real-chats-with-sales", 0, "11", "ok");

        assertThat(doubts(sample)).isEmpty();
    }

    @Test
    void nobody_alone_has_more_than_all() throws IOException {
        SampleReport sample = sample(DAY + "metrics: [real-chats, short-chats], scopes: [org, user]")
                .org("real-chats", 0, "5", "ok")
                .org("short-chats", 0, "1", "ok")
                .row("real-chats", Scope.USER, "Anna", 0, "4", "ok")
                .row("real-chats", Scope.USER, "Bert", 0, "5", "ok")
                // A chat in which two users wrote once each is real, and short for both of them.
                .row("short-chats", Scope.USER, "Anna", 0, "2", "ok");
        assertThat(doubts(sample)).as("more together is no wonder").isEmpty();

        sample.row("real-chats", Scope.USER, "Cem", 0, "6", "ok");
        assertThat(doubts(sample))
                .containsExactly("Cem (6) alone cannot have more than the whole organization in “Real chats” (5).");

        sample.row("real-chats", Scope.USER, "Dora", 0, "7", "ok");
        assertThat(doubts(sample))
                .containsExactly(
                        "Dora (7) and 1 other alone cannot have more than the whole organization in “Real chats” (5).");
    }

    @Test
    void whoever_falls_silent_is_noticed() throws IOException {
        SampleReport sample = sample(DAY + "metrics: [chat-invitations, bot-clicks], compare: previous")
                .org("chat-invitations", 0, "0", "ok")
                .org("bot-clicks", 0, "0", "ok")
                .before("chat-invitations", "1234", "ok")
                .before("bot-clicks", "0", "ok");

        assertThat(doubts(sample))
                .containsExactly("“Chat invitations” (0) in the whole window, after 1,234 in the one before.");
    }

    private SampleReport sample(String settings) throws IOException {
        return SampleReport.of(folder, "Acme Oy", settings);
    }

    /** The same wherever they are shown. */
    private static List<String> doubts(SampleReport sample) throws IOException {
        List<String> shown = doubts(sample, Room.MAIL);
        assertThat(doubts(sample, Room.TOTALS)).isEqualTo(shown);
        return shown;
    }

    private static List<String> doubts(SampleReport sample, Room room) throws IOException {
        return ReportViews.of(sample.facts(), sample.parts(), room).notices().stream()
                .filter(notice -> notice.mark() == Mark.DOUBTFUL)
                .flatMap(notice -> notice.details().stream())
                .toList();
    }
}
