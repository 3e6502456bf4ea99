package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.fault.Fault;
import com.giosg.chatreports.simulator.http.JournalEntry;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import com.giosg.chatreports.simulator.world.Room;
import com.giosg.chatreports.simulator.world.User;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Names from the directory in everything that the whole application writes, and what is left where there are none. */
class NamesJourneyTest extends SimulatedJourney {

    private static final Instant NOW = Instant.parse("2026-11-04T14:20:00Z");
    private static final Organization ACME = Organizations.ACME;
    private static final Organization CORNER = Organizations.CORNER;
    private static final Coverage BY_USER = Coverage.everything(ACME, "2026-10-26", "2026-10-30", "all")
            .of(List.of(TrueMetric.REAL_CHATS), List.of("user"));

    @Override
    SimulatorSettings simulated() {
        return SimulatorSettings.defaults().withClock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** A deleted user, a bot, a user of a partner, and two of one name. */
    @Test
    void everybody_has_a_name_but_the_users_of_others() throws Exception {
        assertThat(run(new ReportsYaml(folder).report("figures", BY_USER)).err())
                .isEmpty();

        List<ReportRow> rows = Written.rows(file("long", BY_USER, "csv"));
        assertThat(rows).containsExactlyInAnyOrderElementsOf(new TrueFigures(simulator.world()).rows(BY_USER, NOW));
        String guest = ACME.guests().get(0).id();
        assertThat(rows)
                .anyMatch(row -> row.subjectId().equals(guest) && row.subject().equals(guest));
        assertThat(rows).extracting(ReportRow::subject).contains("Anna Väisänen", "Jürgen \"Jorma\" Groß", "Chat bot");
    }

    @Test
    void two_users_of_one_name_stay_two() throws Exception {
        Coverage coverage = Coverage.everything(CORNER, "2026-08-01", "2026-10-30", "all")
                .of(List.of(TrueMetric.REAL_CHATS), List.of("user"));
        run(new ReportsYaml(folder).report("figures", coverage, List.of(CORNER), List.of("long", "wide")));

        assertThat(Written.rows(file("long", coverage, "csv")))
                .filteredOn(row -> row.subject().equals("Bo Åkesson"))
                .extracting(ReportRow::subjectId)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(Written.table(file("wide", coverage, "csv")))
                .extracting(line -> line.get("subject"))
                .isSorted()
                .contains("Bo Åkesson", "Bo Åkesson");
    }

    @Test
    void names_may_hold_anything() throws Exception {
        List<String> typed = List.of(
                "=cmd|' /C calc'!A0",
                "<script>alert(1)</script>",
                "one\\r\\ntwo\\u0000",
                "\\\"quoted\\\", and more; ä",
                "\\ud83c",
                "${7*7}{{env:PATH}}");
        List<String> printed = List.of(
                "=cmd|' /C calc'!A0",
                "<script>alert(1)</script>",
                "one  two",
                "\"quoted\", and more; ä",
                "\ufffd",
                "${7*7}{{env:PATH}}");
        List<User> users = ACME.users().subList(1, 1 + typed.size());
        String results = users.stream()
                .map(user ->
                        "{\"id\": \"%s\", \"full_name\": \"%s\"}".formatted(user.id(), typed.get(users.indexOf(user))))
                .collect(Collectors.joining(", "));
        simulator.faults().add(Fault.parse("path=/users", "{\"next\": null, \"results\": [" + results + "]}"));

        Journey.Outcome outcome =
                run(new ReportsYaml(folder).report("figures", BY_USER, List.of(ACME), ReportsYaml.SINKS));

        assertThat(outcome.err()).isEmpty();
        for (String format : List.of("json", "ndjson")) {
            assertThat(Written.rows(file(format, BY_USER, format)))
                    .extracting(row -> row.subjectId() + " " + row.subject())
                    .containsAll(users.stream()
                            .map(user -> user.id() + " " + printed.get(users.indexOf(user)))
                            .toList());
        }
        assertThat(Written.table(file("long", BY_USER, "csv")))
                .extracting(line -> line.get("subject"))
                .contains("'=cmd|' /C calc'!A0")
                .containsAll(printed.subList(1, printed.size()));
    }

    @Test
    void a_report_of_organizations_alone_asks_no_directory() throws Exception {
        Coverage coverage = BY_USER.of(List.of(TrueMetric.REAL_CHATS, TrueMetric.CHAT_INVITATIONS), List.of("org"));

        run(new ReportsYaml(folder).report("figures", coverage));

        assertThat(simulator.journal().entries()).hasSize(2);
        assertThat(directory()).isEmpty();
    }

    @Test
    void each_scope_asks_its_own_list_only() throws Exception {
        run(new ReportsYaml(folder).report("figures", BY_USER.of(List.of(TrueMetric.REAL_CHATS), List.of("team"))));

        assertThat(directory()).isNotEmpty().allMatch(entry -> entry.path().endsWith("/teams"));
    }

    @Test
    void a_directory_that_says_no_is_one_line_and_changes_nothing_else() throws Exception {
        simulator.faults().add("status=403,path=/api/v");
        String configuration = new ReportsYaml(folder)
                .report("figures", BY_USER.of(List.of(TrueMetric.REAL_CHATS), List.of("team", "user")))
                .toString();

        Journey.Outcome outcome = journey().run(configuration, "figures");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err().lines())
                .containsExactly("figures of acme: names could not be had: the directory answered 403:"
                        + " {\"detail\":\"The simulator was told to answer 403.\"} (users and teams). Next: check that the"
                        + " token's user may see the organization's users and teams");
        assertThat(Written.rows(file("long", BY_USER, "csv"))).isNotEmpty().allMatch(row -> row.subject()
                .equals(row.subjectId()));
        assertThat(journey().run(configuration, "figures", "--json").out())
                .contains("\"notes\" : [ \"names could not be had: ");
    }

    @Test
    void rooms_by_name_are_the_same_as_by_id() throws Exception {
        List<Room> rooms = ACME.rooms().subList(1, 3);
        Coverage byId = BY_USER.of(List.of(TrueMetric.REAL_CHATS), List.of("org"))
                .narrowedTo(rooms.stream().map(Room::id).toList());
        String byName = new ReportsYaml(folder)
                .report("figures", byId)
                .toString()
                .replace("[" + String.join(", ", byId.rooms()) + "]", "[\"'vip' <b>room</b>\", \"Backstube\"]");

        for (String fault : List.of("path=nowhere,status=500", "status=404,path=%s/rooms".formatted(ACME.id()))) {
            simulator.faults().clear();
            simulator.faults().add(fault);
            assertThat(journey().run(byName, "figures").err()).isEmpty();

            assertThat(Written.rows(file("long", byId, "csv")))
                    .containsExactlyInAnyOrderElementsOf(new TrueFigures(simulator.world()).rows(byId, NOW));
            Files.delete(file("long", byId, "csv"));
        }
        assertThat(directory()).extracting(JournalEntry::path).contains("/api/v5/rooms");
    }

    @Test
    void a_room_that_is_not_there_ends_the_run_with_what_there_is() throws Exception {
        Journey.Outcome outcome = run(new ReportsYaml(folder)
                .report(
                        "figures",
                        BY_USER.of(List.of(TrueMetric.REAL_CHATS), List.of("org"))
                                .narrowedTo(List.of("Lobby"))));

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains(
                        "figures of acme: no room is called “Lobby”; there are “'VIP' <b>room</b>”,"
                                + " “Bäckerei (shared)”, “Verkkokauppa – Åbo”. Next: call the rooms as the directory does, or give their ids")
                .doesNotContain("\tat ");
        assertThat(paths()).containsExactly("/api/v5/orgs/" + ACME.id() + "/rooms");
    }

    @Test
    void without_a_directory_rooms_by_name_end_the_run() throws Exception {
        simulator.faults().add("status=403,path=/api/v");

        Journey.Outcome outcome = run(new ReportsYaml(folder)
                .report(
                        "figures",
                        BY_USER.of(List.of(TrueMetric.REAL_CHATS), List.of("org"))
                                .narrowedTo(List.of("Lobby"))));

        assertThat(outcome.err()).contains("the ids of the rooms could not be looked up: the directory answered 403");
        assertThat(outcome.exitCode()).isEqualTo(3);
    }

    private Journey.Outcome run(ReportsYaml configuration) throws Exception {
        return journey().run(configuration.toString(), "figures");
    }

    private List<JournalEntry> directory() {
        return simulator.journal().entries("/api/v");
    }

    private Set<String> paths() {
        return simulator.journal().entries().stream().map(JournalEntry::path).collect(Collectors.toSet());
    }

    private Journey journey() {
        return new Journey(folder, ReportsYaml.environment(simulator.url()), InstantSource.fixed(NOW));
    }

    private Path file(String sink, Coverage coverage, String format) {
        return folder.resolve(sink).resolve(ReportsYaml.fileName("figures", coverage, format));
    }
}
