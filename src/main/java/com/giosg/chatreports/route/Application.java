package com.giosg.chatreports.route;

import com.giosg.chatreports.config.ApiSettings;
import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.request.TokenPauses;
import com.giosg.chatreports.row.AnswerLimits;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/** The Camel application: the routes of the folder {@code routes}, the beans they call, and one route per sink. */
public final class Application implements AutoCloseable {

    /** How many runs are served side by side. */
    private static final int RUNS_AT_ONCE = 4;

    private final Main main = new Main();
    private ProducerTemplate runs;

    private Application() {}

    /**
     * Starts the routes; nothing is asked before a run is announced.
     *
     * @param routes the folder of the routes and, below it, the sinks
     * @param templates what {@link com.giosg.chatreports.metrics.Templates} made of the folder of the templates
     * @param data where runs are kept
     * @param random spreads retries
     * @throws Exception whatever Camel says about routes that cannot be read or started
     */
    public static Application start(
            Path routes,
            freemarker.template.Configuration templates,
            Path data,
            Configuration configuration,
            Ledger ledger,
            InstantSource clock,
            RandomGenerator random)
            throws Exception {
        Application application = new Application();
        application.configure(routes, configuration);
        application.main.bind("templates", templates);
        application.bind(data, configuration, ledger, clock, random);
        application.main.start();
        application.runs = application.main.getCamelTemplate();
        return application;
    }

    /** Hands a planned run over to be served. */
    public void announce(String runId) {
        runs.sendBody("{{runs.endpoint}}", runId);
    }

    @Override
    public void close() {
        main.stop();
    }

    private void bind(
            Path data, Configuration configuration, Ledger ledger, InstantSource clock, RandomGenerator random) {
        TokenPauses pauses = new TokenPauses(clock);
        main.bind("http-policy", new HttpPolicy(configuration.api().totalTimeout()));
        main.bind("runs", new Runs(configuration, ledger, data, clock));
        main.bind("asking", new Asking(ledger, pauses, clock));
        main.bind(
                "answers",
                new Answers(ledger, new AnswerLimits(configuration.api().maxAnswer())));
        main.bind("failures", new Failures(pauses, random));
        main.bind("deliveries", new Deliveries(ledger));
    }

    private void configure(Path routes, Configuration configuration) {
        ApiSettings api = configuration.api();
        property("camel.main.routesIncludePattern", "file:" + routes + "/*.camel.yaml");
        property("camel.component.kamelet.location", "file:" + routes.resolve("sinks"));
        property("camel.threadpool.config[requests].poolSize", RUNS_AT_ONCE * api.concurrency());
        property("runs.endpoint", configuration.runsEndpoint());
        property("runs.at-once", RUNS_AT_ONCE);
        property("api.url", api.url());
        property("api.concurrency", api.concurrency());
        property("api.connect-timeout", api.connectTimeout().toMillis());
        property("api.response-timeout", api.responseTimeout().toMillis());
        property("api.total-timeout", api.totalTimeout().toMillis());
        property("user-agent", "chat-reports/" + Version.text());
        sinks(configuration.sinks().values());
    }

    private void sinks(Collection<Sink> sinks) {
        int index = 0;
        for (Sink sink : sinks) {
            String template = "camel.routeTemplate[" + index++ + "].";
            property(template + "templateId", "sink");
            property(template + "name", sink.name());
            property(template + "kind", sink.kind());
            for (Map.Entry<String, String> setting : sink.settings().entrySet()) {
                property(
                        "camel.kamelet.%s-sink.%s.%s".formatted(sink.kind(), sink.name(), setting.getKey()),
                        setting.getValue());
            }
        }
    }

    private void property(String name, Object value) {
        main.addInitialProperty(name, value.toString());
    }
}
