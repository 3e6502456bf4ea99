package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One file for many organizations, as an agency has it: each with its own token, zone, name and folder. */
class OrganizationsJourneyTest extends SimulatedJourney {

    @Test
    void each_gets_its_own_figures_though_the_token_of_one_is_refused() throws Exception {
        Map<String, String> environment = ReportsYaml.environment(simulator.url());
        environment.put("CORNER_DEMO_TOKEN", "canary-corner-token");

        Journey.Outcome outcome = run(environment, "everybody");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err())
                .contains("everybody of corner: 1 of 1 request failed (denied)")
                .doesNotContain("everybody of acme", "everybody of bakery");
        assertThat(folder.resolve("out/corner")).doesNotExist();
        assertHasFigures(Organizations.ACME, "Agency's Acme", "2026-10-29T00:00:00+02:00");
        assertHasFigures(Organizations.BAKERY, "Agency's Bakery", "2026-10-29T00:00:00-04:00");
        Canary.assertNowhere("canary-corner-token", outcome, folder);
    }

    private void assertHasFigures(Organization organization, String name, String start) {
        String key = ReportsYaml.key(organization);
        Path file = folder.resolve("out/%s/everybody/2026-10-29 %s-example.com.csv".formatted(key, key));
        assertThat(file)
                .content()
                .startsWith("organization_id,")
                .contains("%s,%s,real-chats,org,,,%s,".formatted(organization.id(), name, start));
        assertThat(simulator.journal().entries(organization.id()))
                .hasSize(1)
                .allMatch(entry ->
                        entry.request().header("Authorization").orElse("").equals("Token " + organization.token()));
    }

    @Test
    void a_report_is_made_for_those_it_names() throws Exception {
        Journey.Outcome outcome = run(ReportsYaml.environment(simulator.url()), "some");

        assertThat(outcome.exitCode()).isZero();
        try (var made = Files.list(folder.resolve("out"))) {
            assertThat(made)
                    .extracting(Path::getFileName)
                    .extracting(Path::toString)
                    .containsOnly("bakery", "corner");
        }
    }

    /** What stands in keys and names of a file, or behind its references, stays below the folder or is refused. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            acme:          | "../../acme":      | the name of an organization has
            acme:          | "ac\\0me":       | the name of an organization has
            acme:          | LONG:              | the name of an organization has
            everybody:     | "../everybody":    | the name of a report has
            everybody:     | "every\\0body":  | the name of a report has
            everybody:     | LONG:              | the name of a report has
            own:           | "../own":          | the name of a sink has
            "{window} {recipients}.csv" | "../../{window}"  | a file name has no folders
            "{window} {recipients}.csv" | "{window}\\0"  | control characters
            "{window} {recipients}.csv" | "LONG"  | a file name has at most 200 characters
            "{window} {recipients}.csv" | "{{env:UPWARDS}}"  | a file name has no folders
            """)
    void names_that_lead_elsewhere_are_refused(String name, String hostile, String problem) throws Exception {
        String replacement = hostile.replace("LONG", "x".repeat(300)).replace("\\\\", "\\");
        Map<String, String> environment = ReportsYaml.environment(simulator.url());
        environment.put("UPWARDS", "../../x");

        Journey.Outcome outcome = journey(environment).run(configuration().replace(name, replacement), "everybody");

        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(1);
        assertThat(outcome.err()).contains(problem).doesNotContain("\tat ");
        assertThat(Canary.files(folder)).containsExactly(folder.resolve("reports.yaml"));
    }

    /** What readers see may look like anything, and decides no file's name. */
    @Test
    void a_name_for_readers_decides_nothing() throws Exception {
        String configuration =
                configuration().replace("Agency's Acme", "../../../${file:name}{{x}}".replace("{{x}}", ""));

        Journey.Outcome outcome = journey(ReportsYaml.environment(simulator.url()))
                .run(configuration, "everybody", "--organization", "acme");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(folder.resolve("out/acme/everybody/2026-10-29 acme-example.com.csv"))
                .content()
                .contains(",../../../${file:name},real-chats,");
    }

    @Test
    void a_link_in_place_of_an_organizations_folder_is_not_followed() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createDirectory(folder.resolve("out"));
        Files.createSymbolicLink(folder.resolve("out/acme"), elsewhere);

        Journey.Outcome outcome = run(ReportsYaml.environment(simulator.url()), "everybody");

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err()).contains("out/acme is a link, which is not followed");
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(folder.resolve("out/bakery/everybody")).isNotEmptyDirectory();
    }

    private Journey.Outcome run(Map<String, String> environment, String report) throws IOException {
        return journey(environment).run(configuration(), report);
    }

    private Journey journey(Map<String, String> environment) {
        return new Journey(folder, environment, InstantSource.system());
    }

    private String configuration() {
        return """
                api: { url: "{{env:API_URL}}" }
                organizations:
                  acme: { id: %s, name: "Agency's Acme", token: "{{env:ACME_DEMO_TOKEN}}", time-zone: Europe/Helsinki, recipients: acme@example.com }
                  bakery: { id: %s, name: "Agency's Bakery", token: "{{env:BAKERY_DEMO_TOKEN}}", time-zone: America/New_York, recipients: bakery@example.com }
                  corner: { id: %s, token: "{{env:CORNER_DEMO_TOKEN}}", recipients: corner@example.com }
                reports:
                  everybody: { window: 2026-10-29, time-zone: UTC, metrics: real-chats, sinks: own, organizations: all }
                  some: { window: 2026-10-29, time-zone: UTC, metrics: real-chats, sinks: own, organizations: [corner, bakery] }
                sinks:
                  own: { type: file, directory: "%s/out/{organization}/{report}", file-name: "{window} {recipients}.csv" }
                """.formatted(Organizations.ACME.id(), Organizations.BAKERY.id(), Organizations.CORNER.id(), folder);
    }
}
