package com.giosg.chatreports.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.Spoken;
import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.ConfigurationReader;
import com.giosg.chatreports.config.PropertyFunctions;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.SinkKinds;
import com.giosg.chatreports.metrics.CatalogueReader;
import com.giosg.chatreports.metrics.Templates;
import com.giosg.chatreports.time.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked besides rows: figures to measure by, and averages that buckets do not make. As little as somebody will see. */
class SideRequestsTest {

    private static final Instant NOW = Instant.parse("2020-11-02T05:30:00Z");
    private static final Path TEMPLATES = Path.of("templates");
    private static final String BOTH = "metrics: [real-chats, average-response-wait-time], ";
    private static final String COMPARED = "compare: previous, ";

    @TempDir
    Path folder;

    @Test
    void one_figure_per_metric_of_the_window_before_and_one_per_average_of_the_whole() throws IOException {
        List<Request> requests = requests("window: last-week, scopes: [org, team], sinks: page, " + BOTH + COMPARED);

        assertThat(requests)
                .extracting(Request::id)
                .containsExactly(
                        "side-0001-average-response-wait-time-org-whole",
                        "side-0002-real-chats-org-before",
                        "side-0003-average-response-wait-time-org-before");
        assertThat(requests)
                .extracting(request ->
                        request.interval().first() + " to " + request.interval().last())
                .containsExactly(
                        "2020-10-26T00:00:00.000+02:00 to 2020-11-01T23:59:59.999+02:00",
                        "2020-10-19T00:00:00.000+03:00 to 2020-10-25T23:59:59.999+02:00",
                        "2020-10-19T00:00:00.000+03:00 to 2020-10-25T23:59:59.999+02:00");
        assertThat(requests).allMatch(request -> SideRequests.isOne(request.id()));
        assertThat(requests.get(1).question()).isEqualTo("real-chats by org of 2020-10-19_2020-10-25");
    }

    @Test
    void one_bucket_is_the_whole_window() throws IOException {
        assertThat(ids("window: yesterday, sinks: page, " + BOTH + COMPARED))
                .containsExactly("side-0001-real-chats-org-before", "side-0002-average-response-wait-time-org-before");
    }

    @Test
    void readers_see_the_averages_of_teams_and_users_too() throws IOException {
        assertThat(ids("window: last-week, scopes: [org, team, user], sinks: page,"
                        + " metrics: [real-chats, average-purchase-value-in-real-chats, average-response-wait-time], "))
                .containsExactly(
                        "side-0001-average-purchase-value-in-real-chats-org-whole",
                        "side-0002-average-purchase-value-in-real-chats-team-whole",
                        "side-0003-average-purchase-value-in-real-chats-user-whole",
                        "side-0004-average-response-wait-time-org-whole",
                        "side-0005-average-response-wait-time-user-whole");
    }

    @Test
    void a_workbook_has_those_of_the_organization_where_they_are_measured() throws IOException {
        assertThat(ids("window: last-week, scopes: [org, user], sinks: book, " + BOTH))
                .isEmpty();
        assertThat(ids("window: last-week, scopes: [org, user], sinks: book, " + BOTH
                        + "targets: { average-response-wait-time: { max: 60 } }, "))
                .containsExactly("side-0001-average-response-wait-time-org-whole");
    }

    @Test
    void nothing_that_nobody_sees() throws IOException {
        assertThat(ids("window: last-week, sinks: page, metrics: real-chats, ")).isEmpty();
        assertThat(ids("window: last-week, sinks: rows, " + BOTH + COMPARED)).isEmpty();
        assertThat(ids("window: last-week, sinks: rows, " + BOTH
                        + "targets: { average-response-wait-time: { max: 60 } }, "))
                .isEmpty();
        assertThat(ids("window: last-week, scopes: team, sinks: page, metrics: real-chats, " + COMPARED))
                .isEmpty();
    }

    @Test
    void a_target_of_an_average_takes_its_figure_of_the_whole_window() throws IOException {
        String target = "targets: { average-response-wait-time: { max: 60 } }, ";

        assertThat(ids("window: last-week, sinks: page, " + BOTH + target))
                .containsExactly("side-0001-average-response-wait-time-org-whole");
        assertThat(ids("window: last-week, sinks: rows, send: when-target-missed, " + BOTH + target))
                .containsExactly("side-0001-average-response-wait-time-org-whole");
    }

    @Test
    void a_change_that_decides_takes_the_figures_that_it_is_about() throws IOException {
        assertThat(ids("window: last-week, sinks: rows, send: when-target-missed, " + BOTH + COMPARED
                        + "targets: { real-chats: { change: -10% } }, "))
                .containsExactly("side-0001-real-chats-org-before");
    }

    @Test
    void of_more_time_than_Giosg_answers_counts_take_several_answers_and_averages_have_none() throws IOException {
        List<Request> requests = requests("window: last-year, granularity: month, sinks: page, " + BOTH + COMPARED);

        assertThat(requests)
                .hasSize(3)
                .allMatch(request -> request.metric().id().equals("real-chats"));
        assertThat(requests.get(0).interval().first()).startsWith("2018-01-01");
        assertThat(requests.get(2).interval().last()).startsWith("2018-12-31");
    }

    private List<String> ids(String settings) throws IOException {
        return requests(settings).stream().map(Request::id).toList();
    }

    private List<Request> requests(String settings) throws IOException {
        Path file = Files.writeString(folder.resolve("reports.yaml"), """
                api: { token: "{{env:TOKEN}}" }
                organizations: { acme: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3301 } }
                reports: { weekly: { %s time-zone: Europe/Helsinki } }
                sinks:
                  rows: { type: file, directory: rows }
                  page: { type: file, directory: page, format: html }
                  book: { type: file, directory: book, format: xlsx }
                """.formatted(settings));
        Configuration configuration = new ConfigurationReader(
                        CatalogueReader.read(TEMPLATES, Templates.configuration(TEMPLATES))
                                .catalogue(),
                        SinkKinds.in(Path.of("routes/sinks")),
                        Spoken.LANGUAGES,
                        PropertyFunctions.of(name -> "secret", folder))
                .read(file, NOW)
                .configuration();
        Report report = configuration.reports().get("weekly");
        Window window = report.window().resolve(NOW, report.zone());
        return SideRequests.of(report, report.organizations().get(0), window, NOW);
    }
}
