package com.giosg.chatreports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.config.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Another schedule, while the application goes on. */
class NewSchedulesTest {

    private static final Instant LAST = Instant.parse("2020-10-29T07:30:00Z");
    private static final Instant NOW = Instant.parse("2020-10-29T13:00:00Z");

    private final InMemoryLedger ledger = new InMemoryLedger();

    @Test
    void anotherTimeOfDayThatIsPastTodayIsNotMadeUpFor() {
        planned(LAST);

        begin("at 07:30", "at 12:00");

        assertThat(cursor()).contains(NOW);
    }

    @Test
    void theSameScheduleIsLeftAlone() {
        planned(LAST);

        begin("at 07:30", "at 07:30");

        assertThat(cursor()).contains(LAST);
    }

    /** Its next run waits for one that is going, for example. */
    @Test
    void whatIsStillToBePlannedIsNotLost() {
        planned(LAST);

        begin("at 07:30, 12:30", "at 12:00");

        assertThat(cursor()).contains(LAST);
    }

    @Test
    void oneThatComesBackBeginsNow() {
        planned(LAST);

        begin("", "at 12:00");

        assertThat(cursor()).contains(NOW);
    }

    @Test
    void oneThatWasNeverThereHasNothingToPass() {
        begin("", "at 12:00");

        assertThat(cursor()).isEmpty();
    }

    private void begin(String before, String next) {
        new NewSchedules(ledger).begin(reports(before), reports(next), NOW);
    }

    private void planned(Instant until) {
        ledger.pass("report", "acme", until, List.of());
    }

    private Optional<Instant> cursor() {
        return ledger.cursor("report", "acme");
    }

    private static Map<String, Report> reports(String schedule) {
        return schedule.isEmpty() ? Map.of() : Map.of("report", ReportsForTests.report(schedule));
    }
}
