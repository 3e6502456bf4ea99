package com.giosg.chatreports.route;

import com.giosg.chatreports.Spoken;
import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.ConfigurationReader;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.PropertyFunctions;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.config.SinkKinds;
import com.giosg.chatreports.ledger.InMemoryLedger;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.metrics.Catalogue;
import com.giosg.chatreports.metrics.CatalogueReader;
import com.giosg.chatreports.metrics.Templates;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestFailure;
import com.giosg.chatreports.request.RequestPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Registry;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.test.main.junit5.CamelMainTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The routes as they are shipped, with the beans of the application and a configuration like an operator's. Time
 * stands still, and retries do not wait.
 */
abstract class RouteTestSupport extends CamelMainTestSupport {

    static final Path HOME = Path.of("");
    static final Instant NOW = Instant.parse("2020-11-02T06:00:00Z");
    static final String TOKEN = "canary-token";

    /** With everything in it that means something in an address, a placeholder or an expression. */
    static final String PASSWORD = "#canary &%20+#?=/\\:@{}$'\"";

    private static final Path TEMPLATES = Path.of("templates");
    private static final Catalogue CATALOGUE =
            CatalogueReader.read(TEMPLATES, Templates.configuration(TEMPLATES)).catalogue();
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "TOKEN",
            TOKEN,
            "OTHER_TOKEN",
            "token of another",
            "ORGANIZATION",
            "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
            "SMTP_PASSWORD",
            PASSWORD,
            "SFTP_PASSWORD",
            SftpServer.PASSWORD);

    final ScriptedApi api = new ScriptedApi();
    final InMemoryLedger ledger = new InMemoryLedger();

    @TempDir
    Path folder;

    Configuration configuration;
    Wiring wiring;

    /** What {@link #home()} said; it may make the folder. */
    private Path home;

    /** The folder with {@code routes} and maybe {@code config/camel.properties}. */
    Path home() {
        return HOME;
    }

    /** What stands under {@code sinks} in the configuration. */
    String sinks() {
        return "out: { type: file, directory: %s }".formatted(folder.resolve("out"));
    }

    /** Where the API is. */
    URI apiUrl() {
        return api.url();
    }

    /** What stands under {@code organizations} besides the first one. */
    String otherOrganizations() {
        return "";
    }

    /** What stands under {@code api} besides the address and the token. */
    String api() {
        return "";
    }

    /** Who hands runs to whom. */
    String runsEndpoint() {
        return "seda:runs?pollTimeout=10";
    }

    /** What stands under {@code reports}. */
    String reports() {
        return "daily: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, metrics: real-chats, sinks: out }";
    }

    /** Camel's own preparation is a method before each test, so this has to be an extension, which comes earlier. */
    @RegisterExtension
    final BeforeEachCallback wired = test -> wire();

    private void wire() {
        configuration = read();
        home = home();
        wiring = wiring();
        configuration.sinks().values().forEach(this::probe);
        Properties properties = new Properties();
        properties.putAll(wiring.properties());
        // Every test waits at its end for the reader of each queue to look up.
        properties.put("camel.component.seda.defaultPollTimeout", "5");
        camelContextConfiguration().withUseOverridePropertiesWithPropertiesComponent(properties);
    }

    /** What the application gives the probe of a sink: the settings of the sink itself. */
    private void probe(Sink sink) {
        sink.fixedSettings().forEach((name, value) -> wiring.properties()
                .put("camel.kamelet.%s-probe.probe.%s.%s".formatted(sink.kind().name(), sink.name(), name), value));
    }

    /** Deprecated, but Camel's other ways to bind beans come after the properties that refer to them. */
    @Override
    @SuppressWarnings("deprecation")
    protected Registry createCamelRegistry() {
        Registry registry = new DefaultRegistry();
        wiring.beans().forEach(registry::bind);
        wiring.components().forEach((scheme, made) -> registry.bind(scheme, Component.class, made));
        return registry;
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext created = super.createCamelContext();
        wiring.prepare(created);
        return created;
    }

    @Override
    protected String getPropertyPlaceholderLocations() {
        return "classpath:application.properties";
    }

    Path data() {
        return folder.resolve("data");
    }

    private Configuration read() {
        Path file = folder.resolve("reports.yaml");
        try {
            Files.writeString(
                    file, """
                    runs: { endpoint: "%s" }
                    api: { url: "%s", token: "{{env:TOKEN}}"%s }
                    organizations:
                      acme: { id: "{{env:ORGANIZATION}}", name: Acme Oy }
                      %s
                    reports:
                      %s
                    sinks:
                      %s
                    """.formatted(runsEndpoint(), apiUrl(), api(), otherOrganizations(), reports(), sinks()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ConfigurationReader(
                        CATALOGUE,
                        SinkKinds.in(Path.of("routes/sinks")),
                        Spoken.LANGUAGES,
                        PropertyFunctions.of(ENVIRONMENT::get, folder))
                .read(file, NOW)
                .configuration();
    }

    /** What the application is started for. */
    Wiring wiring() {
        return Wiring.of(installation(), patience()).withTimers(new Planning(installation()));
    }

    /** That of a command, unless a test says otherwise. */
    Patience patience() {
        return Patience.NONE;
    }

    /** What spreads retries: it spreads none, so that nothing waits. */
    RandomGenerator random() {
        return () -> 0;
    }

    Installation installation() {
        return installation(() -> NOW);
    }

    Installation installation(InstantSource clock) {
        return new Installation(
                        home,
                        Templates.configuration(HOME.resolve("templates")),
                        data(),
                        configuration,
                        ledger,
                        clock,
                        random())
                .lasting(clock);
    }

    /** The files of routes that this application reads. */
    List<RouteFile> routeFiles() {
        String excluded = wiring.properties().get("camel.main.routesExcludePattern");
        return RouteFile.all().stream()
                .filter(file -> !excluded.contains("/" + file.path().getFileName()))
                .toList();
    }

    /** The only run of the only report, planned and opened. */
    ActiveRun openRun() {
        try {
            return new Runs(installation()).open(plannedRun().id());
        } catch (RequestFailure e) {
            throw new AssertionError(e);
        }
    }

    Run plannedRun() {
        return plannedRun(NOW);
    }

    Run plannedRun(Instant due) {
        return plannedRun(configuration.reports().values().iterator().next(), due);
    }

    Run plannedRun(Report report, Instant due) {
        return plannedRun(report, report.organizations().get(0), due);
    }

    Run plannedRun(Report report, Organization organization, Instant due) {
        Run run = Run.planned(report, organization, due, report.window().resolve(due, report.zoneFor(organization)));
        // Known already where a test asks for it again.
        ledger.plan(
                run,
                RequestPlan.of(report, organization, run.window()).stream()
                        .map(Request::id)
                        .toList());
        return run;
    }

    Exchange send(String endpoint, Object body, Map<String, ?> variables) {
        return send(endpoint, exchange -> {
            exchange.getMessage().setBody(body);
            variables.forEach(exchange::setVariable);
        });
    }

    Exchange send(String endpoint, Consumer<Exchange> filled) {
        return template.send(endpoint, filled::accept);
    }

    @AfterEach
    void stopTheApi() {
        api.close();
    }
}
