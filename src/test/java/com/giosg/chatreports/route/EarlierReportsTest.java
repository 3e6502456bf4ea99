package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.ledger.Folders;
import com.giosg.chatreports.ledger.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A figure that is 0 for once: whoever reads the page is told to look at it. */
class EarlierReportsTest extends RouteTestSupport {

    private static final String NEVER = "in the 2 reports before it was never 0.";

    @Override
    String reports() {
        return "daily: { window: yesterday, time-zone: Europe/Helsinki, metrics: real-chats, sinks: page }";
    }

    @Override
    String sinks() {
        return "page: { type: file, directory: \"%s\", format: html, file-name: \"{window}.html\" }".formatted(folder);
    }

    @Test
    void aFigureThatWasNeverZeroBefore() throws Exception {
        made(2, "2020-10-30", 3);
        assertThat(made(1, "2020-10-31", 0)).as("one report says little").doesNotContain("never 0");
        assertThat(made(0, "2020-11-01", 0)).as("it was 0 before").doesNotContain("never 0");
    }

    @Test
    void aFigureThatIsZeroForOnce() throws Exception {
        made(2, "2020-10-30", 3);
        made(1, "2020-10-31", 5);

        assertThat(made(0, "2020-11-01", 0)).contains("“Real chats” (0) in the whole window; " + NEVER);
    }

    @Test
    void rowsThatAreNotKeptAnyMoreSayNothing() throws Exception {
        made(3, "2020-10-29", 3);
        made(2, "2020-10-30", 3);
        made(1, "2020-10-31", 5);
        for (Run before : ledger.before(plannedRun(), 2)) {
            Folders.delete(data().resolve("runs").resolve(before.id()));
        }

        assertThat(made(0, "2020-11-01", 0)).doesNotContain("never 0");
    }

    /** The page of the day before so many days ago. */
    private String made(int daysAgo, String day, int chats) throws Exception {
        api.answers(json("""
                {"fields": [{"name": "timestamp", "type": "dimension"}, {"name": "count", "type": "metric"}],
                 "data": [["%sT00:00:00.000+02:00", %d]]}""".formatted(day, chats)));
        Run run = plannedRun(NOW.minus(Duration.ofDays(daysAgo)));
        template.sendBody("{{runs.endpoint}}", run.id());
        await().until(() -> ledger.run(run.id()).orElseThrow().state().isFinal());
        assertThat(ledger.run(run.id()).orElseThrow().state()).isEqualTo(Run.State.DONE);
        Path page = folder.resolve(day + ".html");
        return Files.readString(page);
    }
}
