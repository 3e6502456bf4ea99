package com.giosg.chatreports.route;

import com.giosg.chatreports.config.ApiSettings;
import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.names.KnownNames;
import com.giosg.chatreports.request.TokenPauses;
import com.giosg.chatreports.row.AnswerLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.camel.spi.PropertiesFunction;

/**
 * What the routes find when they start.
 *
 * @param properties what their placeholders stand for, and what Camel is told about this installation
 * @param beans what their steps refer to, by name
 * @param functions what references in the settings of sinks stand for
 */
record Wiring(Map<String, String> properties, Map<String, Object> beans, List<PropertiesFunction> functions) {

    /** How many runs are served side by side. */
    private static final int RUNS_AT_ONCE = 4;

    /** How many names are kept for the next runs: some ten megabytes. */
    private static final int MOST_NAMES = 100_000;

    /** How long a run waits for all of its names, and for the next byte of them. */
    private static final Duration NAMES_IN_ALL = Duration.ofSeconds(30);

    private static final Duration NAMES_SILENCE = Duration.ofSeconds(10);

    /**
     * @param home the folder with {@code routes}
     * @param data where runs are kept
     * @param random spreads retries
     */
    static Wiring of(
            Path home,
            freemarker.template.Configuration templates,
            Path data,
            Configuration configuration,
            Ledger ledger,
            InstantSource clock,
            RandomGenerator random) {
        Wiring wiring = new Wiring(new HashMap<>(), new HashMap<>(), ResolvedReferences.of(configuration.functions()));
        wiring.routes(home.resolve("routes"), configuration);
        wiring.api(configuration.api());
        wiring.sinks(configuration.sinks().values());
        wiring.beans.put("templates", templates);
        wiring.bind(data, configuration, ledger, clock, random);
        return wiring;
    }

    private void bind(
            Path data, Configuration configuration, Ledger ledger, InstantSource clock, RandomGenerator random) {
        ApiSettings api = configuration.api();
        TokenPauses pauses = new TokenPauses(clock);
        beans.put("http-policy", new HttpPolicy(api.totalTimeout()));
        beans.put("file", new SafeFileComponent());
        beans.put("runs", new Runs(configuration, ledger, data, clock));
        beans.put("naming", new Naming(configuration, ledger, new KnownNames(clock, MOST_NAMES), clock, patience(api)));
        beans.put("directory-failures", new DirectoryFailures(random));
        beans.put("asking", new Asking(ledger, pauses, clock));
        beans.put("answers", new Answers(ledger, new AnswerLimits(api.maxAnswer())));
        beans.put("failures", new Failures(pauses, random));
        beans.put("deliveries", new Deliveries(ledger, configuration.sinks()));
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
        property("runs.endpoint", configuration.runsEndpoint());
        property("runs.at-once", RUNS_AT_ONCE);
        property("user-agent", Version.userAgent());
    }

    private void api(ApiSettings api) {
        property("api.url", api.url());
        property("api.concurrency", api.concurrency());
        property("api.connect-timeout", api.connectTimeout().toMillis());
        property("api.response-timeout", api.responseTimeout().toMillis());
        property("api.total-timeout", api.totalTimeout().toMillis());
        property("api.directory-url", api.directoryUrl());
        property("directory.connect-timeout", shorter(api.connectTimeout(), NAMES_SILENCE));
        property("directory.response-timeout", shorter(api.responseTimeout(), NAMES_SILENCE));
    }

    /** Names are worth less waiting than figures. */
    private static Duration patience(ApiSettings api) {
        return Duration.ofMillis(shorter(api.totalTimeout(), NAMES_IN_ALL));
    }

    private static long shorter(Duration configured, Duration most) {
        return Math.min(configured.toMillis(), most.toMillis());
    }

    private void sinks(Collection<Sink> sinks) {
        int index = 0;
        for (Sink sink : sinks) {
            template(index++, "lane", Map.of("name", sink.name()));
            template(
                    index++,
                    "sink",
                    Map.of("name", sink.name(), "kind", sink.kind().name()));
            settings(sink)
                    .forEach((name, value) -> property(
                            "camel.kamelet.%s-sink.%s.%s".formatted(sink.kind().name(), sink.name(), name), value));
        }
    }

    private void template(int index, String id, Map<String, String> parameters) {
        String prefix = "camel.routeTemplate[" + index + "].";
        property(prefix + "templateId", id);
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
