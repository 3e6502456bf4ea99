package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.History;
import com.giosg.chatreports.ledger.LedgerFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.impl.engine.DefaultShutdownStrategy;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/** The Camel application: the routes of the folder {@code routes}, the beans they call, and one route per sink. */
public final class Application implements AutoCloseable {

    private static final String RUNS = "{{runs.endpoint}}";

    private final Main main = new Main();
    private ProducerTemplate runs;
    private Thread leaving;

    private Application() {}

    /**
     * Starts the routes; nothing is asked before a run is announced.
     *
     * @throws Exception whatever Camel says about routes that cannot be read or started
     */
    public static Application start(Installation installation) throws Exception {
        return started(Wiring.of(installation, Patience.NONE));
    }

    /**
     * Starts the routes and the timers: runs are planned as they fall due, and those that are not over are taken up again.
     *
     * @param history what the status pages look back at, where there are any
     * @param standing whether it runs with what the operator wants by now
     * @see #start
     */
    public static Application startTimers(Installation installation, History history, Standing standing)
            throws Exception {
        Planning planning = new Planning(installation);
        Wiring wiring = Wiring.of(installation, Patience.LONG)
                .withTimers(planning)
                .withTakeover(installation)
                .withQueues(new Queues());
        Optional<Integer> port = installation.configuration().managementPort();
        Troubles troubles = wiring.troubles(installation, standing);
        port.ifPresent(there -> wiring.withManagement(there, new Status(installation, history, troubles)));
        Application application = started(wiring);
        port.ifPresent(there -> Management.watch(application.main.getCamelContext(), planning, troubles));
        return application;
    }

    /**
     * Finds out whether the routes would start, and does nothing with them: nobody is asked, told or listened to.
     *
     * @see #start
     */
    public static void tryOut(Installation installation) throws Exception {
        started(Wiring.of(installation, Patience.LONG).atRest()).close();
    }

    /**
     * Starts the routes without a sink: runs end with their artifacts.
     *
     * @see #start
     */
    public static Application startPreview(Installation installation) throws Exception {
        return started(Wiring.forPreview(installation));
    }

    /**
     * Starts the routes that try organizations and sinks without delivering.
     *
     * @see #start
     */
    public static Application startCheck(Installation installation) throws Exception {
        return started(Wiring.forCheck(installation));
    }

    private static Application started(Wiring wiring) throws Exception {
        Application application = new Application();
        try {
            application.start(wiring);
        } catch (Exception e) {
            // What has begun to start would go on for as long as the process does.
            application.main.stop();
            throw e;
        }
        return application;
    }

    /** Tries all of them side by side; a result each, in their order. */
    public List<ProbeResult> check(List<Probe> probes) {
        runs.sendBody("direct:check-online", probes);
        return main.lookup("probes", Probes.class).results(probes);
    }

    /** Hands a planned run over to be served. */
    public void announce(String runId) {
        runs.sendBody(RUNS, runId);
    }

    /**
     * For who waits for runs.
     *
     * @throws LedgerFailure where the ledger takes nothing, so that none of them will end
     */
    public void mustGoOn() {
        main.lookup(Wiring.ENDINGS, Endings.class)
                .hindrance()
                .map(Throwable::getCause)
                .filter(LedgerFailure.class::isInstance)
                .ifPresent(failure -> {
                    throw (LedgerFailure) failure;
                });
    }

    /** Plans and begins no more runs, and waits half a minute for those that are going. */
    @Override
    public void close() {
        beginNothingMore();
        main.stop();
    }

    /**
     * Makes room for the application that comes after this one: plans and begins no more runs, answers nobody any more, and
     * ends by itself once the runs that are going are over, however long that takes.
     */
    public void leave() {
        beginNothingMore();
        CamelContext context = main.getCamelContext();
        Management.end(context);
        context.getShutdownStrategy().setTimeUnit(TimeUnit.DAYS);
        context.getShutdownStrategy().setTimeout(Integer.MAX_VALUE);
        leaving = new Thread(main::stop, "leaving");
        leaving.setDaemon(true);
        leaving.start();
    }

    /**
     * Has one that leaves wait no longer: runs that wait for their next try are dropped, and the ledger has them as they are. A step that
     * waits for somebody else does not hear of it, and goes on to its own end; nothing follows it.
     */
    public void hurry() {
        CamelContext context = main.getCamelContext();
        Unheard.from(context);
        // For one that has not begun to wait yet.
        context.getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
        context.getShutdownStrategy().setTimeout(1);
        if (context.getShutdownStrategy() instanceof DefaultShutdownStrategy strategy) {
            Optional.ofNullable(strategy.getCurrentShutdownTaskFuture()).ifPresent(waiting -> waiting.cancel(true));
        }
    }

    /** Whether one that leaves has ended, where need be after it was waited for. */
    public boolean hasLeft(Duration patience) throws InterruptedException {
        leaving.join(Math.max(1, patience.toMillis()));
        return !leaving.isAlive();
    }

    private void beginNothingMore() {
        Planning planning = main.lookup(Wiring.PLANNING, Planning.class);
        if (planning != null) {
            planning.stop();
            main.lookup(Wiring.TAKEOVER, Takeover.class).stop();
            main.lookup(Wiring.QUEUES, Queues.class).end();
        }
    }

    private void start(Wiring wiring) throws Exception {
        // What a signal means is up to the command: Camel's own hook waits for somebody to stop it, up to 45 seconds.
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        wiring.properties().forEach(main::addInitialProperty);
        wiring.beans().forEach(main::bind);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport starting) {
                CamelContext context = starting.getCamelContext();
                wiring.prepare(context);
                wiring.components()
                        .forEach((scheme, made) -> context.getRegistry().bind(scheme, Component.class, made));
            }
        });
        main.start();
        runs = main.getCamelTemplate();
        // A queue of this process would be served to its end, however long that takes.
        if (main.getCamelContext().getEndpoint(RUNS) instanceof SedaEndpoint queue) {
            queue.setPurgeWhenStopping(true);
        }
    }
}
