package com.giosg.chatreports.route;

import com.giosg.chatreports.config.ApiSettings;
import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.format.Artifacts;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.names.KnownNames;
import com.giosg.chatreports.row.AnswerLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** What the steps of routes that ask and deliver refer to, by name. */
final class Beans {

    /** How many names are kept for the next runs: some ten megabytes. */
    private static final int MOST_NAMES = 100_000;

    /** How long a run waits for all of its names. */
    private static final Duration NAMES_IN_ALL = Duration.ofSeconds(30);

    private Beans() {}

    static Map<String, Object> of(Installation installation, Patience patience) {
        Map<String, Object> beans = new HashMap<>();
        Restraint restraint = Restraint.of(installation, patience);
        beans.put(Wiring.RESTRAINT, restraint);
        beans.put("templates", installation.templates());
        beans.put("file", new SafeFileComponent());
        beans.putAll(ofAsking(installation, patience, restraint));
        beans.putAll(ofRuns(installation, patience, restraint.hindrances()));
        beans.putAll(ofDelivering(installation, patience, restraint));
        return beans;
    }

    private static Map<String, Object> ofAsking(Installation installation, Patience patience, Restraint restraint) {
        Ledger ledger = installation.ledger();
        InstantSource clock = installation.clock();
        ApiSettings api = installation.configuration().api();
        TokenPauses pauses = restraint.tokenPauses();
        Breakers breakers = restraint.tokens();
        return Map.of(
                "http-policy",
                new HttpPolicy(api.totalTimeout()),
                "naming",
                new Naming(
                        installation.configuration(),
                        ledger,
                        new KnownNames(clock, MOST_NAMES),
                        clock,
                        namesInAll(api)),
                "directory-failures",
                new DirectoryFailures(installation.random()),
                "asking",
                new Asking(ledger, pauses, breakers, patience, clock),
                "turns",
                new TokenTurns(api.concurrency()),
                "answers",
                new Answers(ledger, new AnswerLimits(api.maxAnswer()), restraint.hindrances()),
                "failures",
                new Failures(pauses, breakers, patience, clock, installation.random()));
    }

    /** Names are worth less waiting than figures. */
    private static Duration namesInAll(ApiSettings api) {
        return api.totalTimeout().compareTo(NAMES_IN_ALL) < 0 ? api.totalTimeout() : NAMES_IN_ALL;
    }

    private static Map<String, Object> ofRuns(Installation installation, Patience patience, Hindrances hindrances) {
        Configuration configuration = installation.configuration();
        Mails mails =
                new Mails(new Artifacts(installation.templates()), configuration.functions(), installation.clock());
        Notices notices = new Notices(installation.ledger(), configuration, patience, mails);
        return Map.of(
                Wiring.RUNS,
                new Runs(installation),
                "seals",
                new Seals(installation, patience, mails, notices, hindrances),
                Wiring.ENDINGS,
                new Endings(installation, patience, notices, hindrances));
    }

    private static Map<String, Object> ofDelivering(Installation installation, Patience patience, Restraint restraint) {
        Held held = new Held(installation.configuration());
        return Map.of(
                "delivery-failures",
                new DeliveryFailures(held, restraint.sinks(), restraint.sinkPauses(), installation.random()),
                "deliveries",
                new Deliveries(installation, restraint.sinks(), restraint.sinkPauses(), patience));
    }
}
