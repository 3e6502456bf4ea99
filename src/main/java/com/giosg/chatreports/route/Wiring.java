package com.giosg.chatreports.route;

import com.giosg.chatreports.config.ApiSettings;
import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.Sink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.properties.PropertiesComponent;
import org.apache.camel.spi.PropertiesFunction;

/**
 * What the routes find when they start.
 *
 * @param properties what their placeholders stand for, and what Camel is told about this installation
 * @param beans what their steps refer to, by name
 * @param components those that cost nothing unless a sink uses them, by the scheme of their endpoints
 * @param functions what references in the settings of sinks stand for
 * @param instances how many routes are made from templates
 */
record Wiring(
        Map<String, String> properties,
        Map<String, Object> beans,
        Map<String, Supplier<Object>> components,
        List<PropertiesFunction> functions,
        AtomicInteger instances) {

    static final String RUNS = "runs";
    static final String ENDINGS = "endings";
    static final String PLANNING = "planning";
    static final String TAKEOVER = "takeover";
    static final String QUEUES = "queues";
    static final String STATUS = "status";
    static final String RESTRAINT = "restraint";

    /** Milliseconds after which a consumer notices that it is to stop: every command waits for that at its end, unless it wakes it. */
    private static final String POLL_TIMEOUT = "camel.component.seda.defaultPollTimeout";

    private static final Duration OFTEN = Duration.ofMillis(50);

    /** How long a run that a command hands over may wait: each look into the ledger costs something, day and night. */
    private static final Duration TAKEOVER_PERIOD = Duration.ofSeconds(10);

    private static final Duration SELDOM = Duration.ofHours(1);

    /** How many runs are served side by side. */
    static final int RUNS_AT_ONCE = 4;

    /** More runs than are begun side by side may wait for the end of a pause: they let go of their threads meanwhile. */
    private static final int LANES_BEHIND_A_PAUSE = 4;

    /** Runs are handed to the lanes of their sinks. */
    private static final String HAND_OVER = "hand-over";

    /** Runs end with their artifacts: the route {@code preview}. */
    private static final String PREVIEW = "preview";

    /** After that long, what has not answered counts as failed. */
    private static final Duration LONGEST_CHECK = Duration.ofMinutes(1);

    /** In this process: what others planned is none of a preview's business. */
    private static final String OWN_RUNS = "seda:previews";

    /** How long a run waits for the next byte of its names, which are worth less waiting than figures. */
    private static final Duration NAMES_SILENCE = Duration.ofSeconds(10);

    /** Asks, and delivers. */
    static Wiring of(Installation installation, Patience patience) {
        Wiring wiring = asking(installation, patience);
        wiring.property("runs.hand-over", HAND_OVER);
        wiring.property("runs.consign", "into-lane");
        wiring.exclude("check", PREVIEW, STATUS);
        wiring.sinks(installation.configuration().sinks().values());
        return wiring;
    }

    /** Asks, and has neither a lane nor a sink: nothing can be delivered. */
    static Wiring forPreview(Installation installation) {
        Wiring wiring = asking(installation, Patience.NONE);
        wiring.property("runs.hand-over", PREVIEW);
        wiring.property("runs.consign", "set-aside");
        wiring.property("runs.endpoint", OWN_RUNS);
        wiring.exclude("check", "schedule", STATUS);
        wiring.beans.put("previews", new Previews(installation.ledger()));
        return wiring;
    }

    /** Asks single questions, and has a probe in place of each sink. */
    static Wiring forCheck(Installation installation) {
        Configuration configuration = installation.configuration();
        Wiring wiring = asking(installation, Patience.NONE);
        wiring.exclude("run", PREVIEW, "schedule", STATUS);
        wiring.property("runs.endpoint", OWN_RUNS);
        wiring.property("runs.consign", PREVIEW);
        for (Sink sink : configuration.sinks().values()) {
            if (Probes.hasProbe(installation.home(), sink)) {
                wiring.kamelet("probe", sink);
            }
        }
        wiring.property("check.timeout", LONGEST_CHECK.toMillis());
        wiring.property("camel.threadpool.config[probes].maxQueueSize", -1);
        wiring.beans.put("probes", new Probes(configuration));
        return wiring;
    }

    private static Wiring asking(Installation installation, Patience patience) {
        Configuration configuration = installation.configuration();
        Path home = installation.home();
        Wiring wiring = new Wiring(
                new HashMap<>(),
                new HashMap<>(),
                // Not Class::new, which would load the class.
                Map.of(
                        "http", () -> new PlainHttpComponent(),
                        "sftp", () -> new SafeSftpComponent(),
                        "sftp-probe", () -> new SftpProbeComponent()),
                ResolvedReferences.of(configuration.functions()),
                new AtomicInteger());
        // First, so that nothing which the application itself has to say is lost.
        wiring.properties.putAll(CamelSettings.in(home.resolve("config").resolve("camel.properties")));
        // Only where somebody can ask for it: see withManagement.
        wiring.property("camel.health.enabled", false);
        wiring.routes(home.resolve("routes"), configuration);
        wiring.api(configuration.api());
        wiring.beans.putAll(Beans.of(installation, patience));
        return wiring;
    }

    /** Tells Camel where to look references up, before it resolves any. */
    void prepare(CamelContext context) {
        PropertiesComponent references = (PropertiesComponent) context.getPropertiesComponent();
        functions.forEach(references::addPropertiesFunction);
        // What a sink is not given must not be found in a variable that happens to be called so, such as TOKEN or
        // USERNAME.
        references.setEnvironmentVariableMode(PropertiesComponent.ENVIRONMENT_VARIABLES_MODE_NEVER);
    }

    /** The same, with a timer for each report that has a schedule: runs are planned as they fall due. */
    Wiring withTimers(Planning planning) {
        planning.reports().forEach(this::timer);
        beans.put(PLANNING, planning);
        return this;
    }

    /** The same, with a timer that takes up runs which are not over and which nobody serves. */
    Wiring withTakeover(Installation installation) {
        beans.put(TAKEOVER, new Takeover(installation.ledger(), (Runs) beans.get(RUNS), installation.clock()));
        instance(TAKEOVER, Map.of("period", TAKEOVER_PERIOD.toMillis()));
        return this;
    }

    /** What is not as it should be, whenever somebody asks. */
    Troubles troubles(Installation installation, Standing standing) {
        return new Troubles(
                installation.configuration(),
                standing,
                (Restraint) beans.get(RESTRAINT),
                Stream.of(ENDINGS, PLANNING, TAKEOVER)
                        .map(beans::get)
                        .filter(Hindered.class::isInstance)
                        .map(Hindered.class::cast)
                        .toList(),
                installation.clock());
    }

    /** The same, with status pages, health and metrics on a port of this machine. */
    Wiring withManagement(int port, Status status) {
        properties.putAll(Management.properties(port));
        beans.put(STATUS, status);
        beans.put("status-headers", Management.headers());
        exclude("check", PREVIEW);
        return this;
    }

    /** The same, with readers of queues that sleep until there is something to read. */
    Wiring withQueues(Queues queues) {
        beans.put(QUEUES, queues);
        property("camel.component.seda.defaultQueueFactory", "#bean:" + QUEUES);
        property(POLL_TIMEOUT, SELDOM.toMillis());
        return this;
    }

    /** The same, with routes that are made and never run. */
    Wiring atRest() {
        property("camel.main.autoStartup", false);
        return this;
    }

    private void timer(Report report) {
        Duration period = Wakes.period(report.schedule().orElseThrow(), report.exactStart());
        instance("report", Map.of("name", report.name(), "period", period.toMillis()));
    }

    /** Files of routes that have nothing to do are not read. */
    private void exclude(String... files) {
        property(
                "camel.main.routesExcludePattern",
                Stream.of(files).map("**/%s.camel.yaml"::formatted).collect(Collectors.joining(",")));
    }

    private void routes(Path routes, Configuration configuration) {
        property("camel.main.routesIncludePattern", "file:" + routes + "/*.camel.yaml");
        property("camel.component.kamelet.location", "file:" + routes.resolve("sinks"));
        int lanes = RUNS_AT_ONCE * configuration.api().concurrency();
        for (String component : List.of("http", "https")) {
            property("camel.component." + component + ".connectionsPerRoute", lanes);
            property("camel.component." + component + ".maxTotalConnections", lanes);
        }
        property("camel.threadpool.config[requests].poolSize", lanes);
        property("camel.threadpool.config[requests].maxPoolSize", lanes);
        property("camel.threadpool.config[pauses].poolSize", LANES_BEHIND_A_PAUSE * lanes);
        property("camel.threadpool.config[pauses].maxPoolSize", LANES_BEHIND_A_PAUSE * lanes);
        property(POLL_TIMEOUT, OFTEN.toMillis());
        property("runs.endpoint", configuration.runsEndpoint());
        property("runs.at-once", RUNS_AT_ONCE);
        property("user-agent", Version.userAgent());
    }

    private void api(ApiSettings api) {
        property("api.url", api.url());
        property("api.directory-url", api.directoryUrl());
        property("api.connect-timeout", api.connectTimeout().toMillis());
        property("api.response-timeout", api.responseTimeout().toMillis());
        property("api.total-timeout", api.totalTimeout().toMillis());
        property("directory.connect-timeout", shorter(api.connectTimeout(), NAMES_SILENCE));
        property("directory.response-timeout", shorter(api.responseTimeout(), NAMES_SILENCE));
    }

    private static long shorter(Duration configured, Duration most) {
        return Math.min(configured.toMillis(), most.toMillis());
    }

    private void sinks(Collection<Sink> sinks) {
        for (Sink sink : sinks) {
            instance("lane", Map.of("name", sink.name()));
            kamelet("sink", sink);
        }
    }

    /** A route to the sink's Kamelet, or to the one that tries it: both are given the same settings. */
    private void kamelet(String template, Sink sink) {
        String kind = sink.kind().name();
        instance(template, Map.of("name", sink.name(), "kind", kind));
        settings(sink)
                .forEach((name, value) -> property(
                        "camel.kamelet.%1$s-%2$s.%2$s.%3$s.%4$s".formatted(kind, template, sink.name(), name), value));
    }

    /** One more route made from a template. */
    private void instance(String template, Map<String, Object> parameters) {
        String prefix = "camel.routeTemplate[" + instances.getAndIncrement() + "].";
        property(prefix + "templateId", template);
        parameters.forEach((name, value) -> property(prefix + name, value));
    }

    /** A setting that depends on the artifact is an expression: the value travels as a variable. */
    private static Map<String, String> settings(Sink sink) {
        Map<String, String> settings = sink.fixedSettings();
        sink.settings().keySet().stream()
                .filter(name -> !settings.containsKey(name))
                .toList()
                .forEach(name -> settings.put(name, "${variable.%s[%s]}".formatted(Variables.SETTINGS, name)));
        return settings;
    }

    private void property(String name, Object value) {
        properties.put(name, value.toString());
    }
}
