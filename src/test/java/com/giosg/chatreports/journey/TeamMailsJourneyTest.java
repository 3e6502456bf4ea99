package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.route.MailServer;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import com.giosg.chatreports.simulator.world.Team;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mail for each team: from the command line to a real mail server. Beside it the rows of all, in a file. */
class TeamMailsJourneyTest extends SimulatedJourney {

    private static final Organization ACME = Organizations.ACME;
    private static final List<Team> TEAMS = ACME.teams().stream()
            .filter(team -> team.deletedAt().isEmpty())
            .limit(2)
            .toList();

    private MailServer mails;

    @BeforeEach
    void start() throws Exception {
        mails = MailServer.plain();
    }

    @AfterEach
    void stop() {
        mails.close();
    }

    @Test
    void eachTeamGetsItsOwnRowsAndNothingElse() throws Exception {
        Journey.Outcome outcome = run(byName(), "", "weekly");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(mails.received())
                .extracting(MailServer.Received::to)
                .containsExactly(
                        List.of("lead1@example.com", "boss@example.com"),
                        List.of("lead2@example.com", "boss@example.com"));
        for (int index = 0; index < TEAMS.size(); index++) {
            Team team = TEAMS.get(index);
            ReceivedMail mail = mail(index);
            assertThat(mail.subject()).isEqualTo(name(team) + " of Acme Oy, 26 Oct – 1 Nov 2026");
            assertThat(lines(attachment(mail, ".csv"))).containsExactlyElementsOf(rowsOf(team));
            assertThat(mail.text()).contains(name(team)).doesNotContain(name(TEAMS.get(1 - index)));
            assertThat(mail.text()).containsPattern("Real chats +%d  chats".formatted(chats(team)));
        }
        assertThat(mail(0).id()).isNotEqualTo(mail(1).id());
    }

    @Test
    void aPageAndAWorkbookOfATeamAreAboutItAlone() throws Exception {
        Journey.Outcome outcome = run(byName(), "attach: [html, xlsx]", "weekly");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        String page = new String(attachment(mail(0), ".html"), StandardCharsets.UTF_8);
        assertThat(page)
                .contains(name(TEAMS.get(0)) + ", Acme Oy")
                .doesNotContain(name(TEAMS.get(1)))
                .doesNotContain("Whole organization");
        assertThat(WorkbookRows.of(attachment(mail(0), ".xlsx")).stream()
                        .map(ReportRow::subjectId)
                        .distinct())
                .containsExactly(TEAMS.get(0).id());
    }

    @Test
    void theAverageOfATeamIsWhatGiosgAnswersForTheWholeWindow() throws Exception {
        TrueMetric average = TrueMetric.AVERAGE_PURCHASE_VALUE_IN_REAL_CHATS;
        Coverage week = Coverage.everything(ACME, "2026-10-26", "2026-11-01", "all");

        Journey.Outcome outcome =
                journey().run(configuration(byName(), "").replace("sales-in-real-chats", average.id()), "weekly");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        List<ReportRow> truth = new TrueFigures(simulator.world())
                .rows(week.of(List.of(average), List.of("team")), Instant.parse("2026-11-22T00:00:00Z"));
        for (int index = 0; index < TEAMS.size(); index++) {
            String id = TEAMS.get(index).id();
            BigDecimal figure = truth.stream()
                    .filter(row -> row.subjectId().equals(id))
                    .map(row -> new BigDecimal(row.value()).setScale(2, RoundingMode.HALF_UP))
                    .findFirst()
                    .orElseThrow();
            assertThat(mail(index).text())
                    .containsPattern("Average purchase value in real\\s+chats +%s ".formatted(figure));
        }
    }

    @Test
    void aTeamMayBeGivenByItsId() throws Exception {
        Journey.Outcome outcome =
                run("%s: lead1@example.com".formatted(TEAMS.get(0).id()), "", "weekly");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(mail(0).subject()).startsWith(name(TEAMS.get(0)));
    }

    @Test
    void nothingOfTheOrganizationOrOfItsUsersIsInATeamsMail() throws Exception {
        Journey.Outcome outcome = run(byName(), "attach: [json, xlsx, html]", "weekly");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        String total = "%,d"
                .formatted(all().stream()
                        .filter(line -> line.contains(",real-chats,org,"))
                        .mapToLong(line -> Long.parseLong(line.split(",", -1)[9]))
                        .sum());
        ReceivedMail mail = mail(0);
        String shown = mail.html() + mail.text() + new String(attachment(mail, ".html"), StandardCharsets.UTF_8);
        assertThat(shown).doesNotContain(">" + total + "<", " " + total + " ", "Whole organization");
        assertThat(shown + new String(attachment(mail, ".json"), StandardCharsets.UTF_8))
                .doesNotContain("Väisänen", "Larsson", name(TEAMS.get(1)));
    }

    @Test
    void aTeamWithoutChatsHasZeros() throws Exception {
        Journey.Outcome outcome = run("Vanha tiimi: lead1@example.com", "", "weekly");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(mail(0).text()).contains("No chats in this window").containsPattern("Real chats +0  chats");
        assertThat(lines(attachment(mail(0), ".csv")))
                .hasSize(14)
                .allMatch(line -> line.contains(",Vanha tiimi,") && line.contains(",0,"));
    }

    @Test
    void aTeamWithoutChatsGetsNoMailWhereThatIsWanted() throws Exception {
        Journey.Outcome outcome = journey()
                .run(
                        configuration(byName() + ", Vanha tiimi: lead3@example.com", "")
                                .replace("compare: previous", "send: when-not-empty"),
                        "weekly");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(mails.received()).hasSize(2);
        assertThat(outcome.err() + outcome.out())
                .contains("not sent to the team Vanha tiimi: nothing happened in the window");
    }

    @Test
    void whatAReferenceStandsForCountsAsWell() throws Exception {
        Journey.Outcome outcome =
                journey().run(configuration(byName(), "").replace("per: team", "per: \"{{env:PER}}\""), "weekly");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(mails.received()).hasSize(2);
    }

    @Test
    void madeAnewEachTeamGetsAnotherMail() throws Exception {
        run(byName(), "", "weekly");
        Journey.Outcome again = run(byName(), "", "weekly");

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(mails.received().stream()
                        .map(mail -> ReceivedMail.of(mail.bytes()).id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void onceItsNameIsMendedARetrySendsTheMailOfATeamAndNoOther() throws Exception {
        Journey.Outcome failed = run(byName().replaceFirst("'.*?'", "Slaes"), "", "weekly");
        assertThat(failed.exitCode()).isEqualTo(4);
        assertThat(mails.received()).hasSize(1);

        Journey.Outcome retried = retry(failed, byName());

        assertThat(retried.exitCode()).as(retried.err()).isZero();
        assertThat(mails.received()).hasSize(2);
        assertThat(mail(0).subject()).startsWith(name(TEAMS.get(0)));
        assertThat(lines(attachment(mail(0), ".csv"))).containsExactlyElementsOf(rowsOf(TEAMS.get(0)));
    }

    @Test
    void forTheMailOfATeamThatIsMadeLaterNoEarlierReportIsRead() throws Exception {
        run(byName(), "", "weekly", "--window", "2026-10-19..2026-10-25");
        List<Path> earlier = parts();
        Journey.Outcome failed = run(byName().replaceFirst("'.*?'", "Slaes"), "", "weekly");
        for (Path part : earlier) {
            Files.writeString(part, Files.readString(part).replaceAll("\\d", "x"));
        }

        Journey.Outcome retried = retry(failed, byName());

        assertThat(earlier).isNotEmpty();
        assertThat(retried.exitCode()).as(retried.err()).isZero();
        assertThat(mails.received()).hasSize(4);
    }

    /** Of all runs so far. */
    private List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data/runs"))) {
            return files.filter(file -> file.getParent().endsWith("parts")).toList();
        }
    }

    @Test
    void whereTheReportAsksSomethingElseByNowOnlyTheMailThatWasNotMadeIsGivenUp() throws Exception {
        mails.close();
        Journey.Outcome failed = run(byName().replaceFirst("'.*?'", "Slaes"), "", "weekly");
        assertThat(failed.exitCode()).isEqualTo(4);
        mails = MailServer.plain();
        Path file = folder.resolve("reports.yaml");
        Files.writeString(
                file,
                configuration(byName(), "").replace("sales-in-real-chats", "average-purchase-value-in-real-chats"));
        String run = failed.err().replaceFirst("(?s).*chat-reports retry (\\S+).*", "$1");

        Journey.Outcome retried = journey()
                .execute(
                        "retry",
                        run,
                        "--config",
                        file.toString(),
                        "--data",
                        folder.resolve("data").toString());

        assertThat(retried.exitCode()).isEqualTo(4);
        assertThat(retried.err() + retried.out()).contains("the report asks something else by now");
        assertThat(mails.received()).hasSize(1);
    }

    @Test
    void onceTheDirectoryIsBackARetrySendsTheMail() throws Exception {
        simulator.faults().add("status=403,path=teams");
        Journey.Outcome failed = run(byName(), "", "weekly");
        assertThat(failed.exitCode()).isEqualTo(4);
        assertThat(mails.received()).isEmpty();
        simulator.faults().clear();

        Journey.Outcome retried = retry(failed, byName());

        assertThat(retried.exitCode()).as(retried.err()).isZero();
        assertThat(mail(0).subject()).startsWith(name(TEAMS.get(0)));
        assertThat(mail(1).subject()).startsWith(name(TEAMS.get(1)));
    }

    @Test
    void aTeamThatDoesNotExistFailsAloneAndSaysWhichThereAre() throws Exception {
        Journey.Outcome outcome = run(byName() + ", Slaes: x@example.com", "", "weekly");

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err()).contains("no team is called “Slaes”; there are “");
        assertThat(mails.received()).hasSize(2);
    }

    @Test
    void aPreviewNamesTheTeamThatWouldGetNothingAndWhoGetsBlindCopies() throws Exception {
        String configuration = configuration(byName() + ", Slaes: x@example.com", "")
                .replace("bcc: boss@example.com", "bcc: ['boss-{organization}@example.com', '{recipients}']");
        Files.writeString(folder.resolve("reports.yaml"), configuration);
        Path out = folder.resolve("preview");

        Journey.Outcome outcome = journey()
                .execute(
                        "preview",
                        "weekly",
                        "--config",
                        folder.resolve("reports.yaml").toString(),
                        "--out",
                        out.toString());

        assertThat(outcome.err())
                .contains("weekly of acme, sink mails (Slaes): no team is called “Slaes”")
                .contains("Next: mend what the cause names, then make the preview again")
                .doesNotContain("chat-reports retry");
        assertThat(outcome.out()).contains("\tmails (%s)\t".formatted(name(TEAMS.get(0))));
        assertThat(Files.readString(out.resolve("weekly/acme/index.html")))
                .contains("<b>Sink mails (Slaes) gets nothing</b>")
                .contains("<dt>Bcc</dt><dd><bdi>boss-acme@example.com, lead1@example.com</bdi></dd>")
                .contains("<dt>Bcc</dt><dd><bdi>boss-acme@example.com, lead2@example.com</bdi></dd>")
                .contains("for the team <bdi>Slaes</bdi>");
    }

    @Test
    void whoeverAsksIsToldWhichTeamADeliveryIsFor() throws Exception {
        Journey.Outcome outcome = run(byName(), "", "weekly");
        String data = folder.resolve("data").toString();
        String json = journey().execute("history", "--json", "--data", data).out();
        String run = json.replaceFirst("(?s).*\"run\" ?: ?\"(\\w+)\".*", "$1");

        assertThat(outcome.out()).contains("\tmails (%s)\t".formatted(name(TEAMS.get(0))));
        assertThat(json).containsPattern("\"team\" ?: ?\"%s\"".formatted(name(TEAMS.get(1))));
        assertThat(journey().execute("show", run, "--data", data).out())
                .contains("mails (%s)\t".formatted(name(TEAMS.get(0))), "mails (%s)\t".formatted(name(TEAMS.get(1))));
    }

    @Test
    void whereNamesCannotBeHadATeamIsFoundByItsIdAlone() throws Exception {
        simulator.faults().add("status=403,path=teams");

        Journey.Outcome outcome = run(
                "%s: lead1@example.com, Sales: x@example.com"
                        .formatted(TEAMS.get(0).id()),
                "",
                "weekly");

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err()).contains("which team “Sales” is could not be looked up; its id");
        assertThat(mails.received()).hasSize(1);
        assertThat(mail(0).subject()).startsWith(TEAMS.get(0).id());
    }

    @Test
    void whatCouldNotBeHadIsMarkedInEachMail() throws Exception {
        simulator.faults().add("status=400,path=chat_sessions,contains=\"sales\"");

        Journey.Outcome outcome = run(byName(), "", "weekly");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(mail(0).subject()).startsWith("[incomplete 1/2]");
        assertThat(lines(attachment(mail(0), ".csv")).stream()
                        .filter(line -> line.contains(",sales-in-real-chats,"))
                        .map(line -> line.replaceAll(".*,", ""))
                        .distinct())
                .containsExactly("gap");
    }

    @Test
    void whereNothingIsKnownOfATeamItIsMissingAndNotEmpty() throws Exception {
        simulator.faults().add("status=400,path=chat_sessions,contains=\"team\"");

        Journey.Outcome outcome = run(byName(), "", "weekly");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(mail(0).subject()).startsWith("[incomplete 0/2]");
        assertThat(mail(0).text()).doesNotContain("No chats in this window");
        assertThat(lines(attachment(mail(0), ".csv")))
                .hasSize(14)
                .allMatch(line -> line.contains(",team," + TEAMS.get(0).id() + ",") && line.endsWith(",gap"));
    }

    @Test
    void whoeverIsRemovedFromTheConfigurationGetsNothingMore() throws Exception {
        mails.close();
        Journey.Outcome failed = run(byName(), "", "weekly");
        assertThat(failed.exitCode()).isEqualTo(4);

        Journey.Outcome retried = retry(failed, "'%s': lead2@example.com".formatted(name(TEAMS.get(1))));

        assertThat(retried.err())
                .contains("the configuration names nobody for the team \"%s\" of acme any more"
                        .formatted(name(TEAMS.get(0))));
    }

    private Journey.Outcome retry(Journey.Outcome failed, String teams) throws IOException {
        Path file = Files.writeString(folder.resolve("reports.yaml"), configuration(teams, ""));
        String run = failed.err().replaceFirst("(?s).*chat-reports retry (\\S+).*", "$1");
        return journey()
                .execute(
                        "retry",
                        run,
                        "--config",
                        file.toString(),
                        "--data",
                        folder.resolve("data").toString());
    }

    private static String byName() {
        return "'%s': lead1@example.com, '%s': lead2@example.com".formatted(name(TEAMS.get(0)), name(TEAMS.get(1)));
    }

    private static String name(Team team) {
        return TrueNames.of(ACME, "team", team.id());
    }

    private Journey journey() {
        return new Journey(
                folder, Map.of("TOKEN", ACME.token(), "PER", "team"), () -> Instant.parse("2026-11-22T00:00:00Z"));
    }

    private Journey.Outcome run(String teams, String more, String... report) throws IOException {
        return journey().run(configuration(teams, more), report);
    }

    private String configuration(String teams, String more) {
        return """
                api: { url: "%s", token: "{{env:TOKEN}}" }
                organizations:
                  acme: { id: %s, name: Acme Oy, teams: { %s } }
                reports:
                  weekly:
                    window: 2026-10-26..2026-11-01
                    time-zone: Europe/Helsinki
                    scopes: [org, team]
                    metrics: [real-chats, sales-in-real-chats]
                    compare: previous
                    sinks: [mails, all]
                sinks:
                  mails:
                    type: email
                    per: team
                    to: "{recipients}"
                    bcc: boss@example.com
                    from: reports@example.com
                    subject: "{team} of {organization}, {window}"
                    smtp: "127.0.0.1:%d"
                    tls: none
                    %s
                  all: { type: file, directory: "%s" }
                """.formatted(simulator.url(), ACME.id(), teams, mails.port(), more, folder.resolve("out"));
    }

    private List<String> rowsOf(Team team) throws IOException {
        return all().stream()
                .filter(line -> line.contains(",team," + team.id() + ","))
                .toList();
    }

    private long chats(Team team) throws IOException {
        return rowsOf(team).stream()
                .filter(line -> line.contains(",real-chats,"))
                .mapToLong(line -> Long.parseLong(line.split(",", -1)[9]))
                .sum();
    }

    private List<String> all() throws IOException {
        return lines(Files.readAllBytes(folder.resolve("out/weekly-acme-2026-10-26_2026-11-01.csv")));
    }

    /** Without the heading. */
    private static List<String> lines(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8).lines().skip(1).toList();
    }

    private ReceivedMail mail(int index) {
        return mails.received().stream()
                .sorted(Comparator.comparing(mail -> mail.to().get(0)))
                .map(mail -> ReceivedMail.of(mail.bytes()))
                .toList()
                .get(index);
    }

    private static byte[] attachment(ReceivedMail mail, String ending) {
        return mail.attachments().entrySet().stream()
                .filter(attachment -> attachment.getKey().endsWith(ending))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}
