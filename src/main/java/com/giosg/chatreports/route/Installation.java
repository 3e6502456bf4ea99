package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.ledger.Ledger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * What an application is started with.
 *
 * @param home the folder with {@code routes}
 * @param templates what {@link com.giosg.chatreports.metrics.Templates} made of the folder of the templates
 * @param data where runs are kept
 * @param configuration what the operator wants
 * @param ledger what is to do, and what was done
 * @param served what is being done
 * @param clock what time it is
 * @param steady a clock that nobody sets: how long something lasts, not when it is
 * @param random spreads retries
 */
public record Installation(
        Path home,
        freemarker.template.Configuration templates,
        Path data,
        Configuration configuration,
        Ledger ledger,
        Served served,
        InstantSource clock,
        InstantSource steady,
        RandomGenerator random) {

    private static final InstantSource STEADY = () -> Instant.EPOCH.plusNanos(System.nanoTime());

    /** The first one of its process: nothing is being done so far. */
    public Installation(
            Path home,
            freemarker.template.Configuration templates,
            Path data,
            Configuration configuration,
            Ledger ledger,
            InstantSource clock,
            RandomGenerator random) {
        this(
                home,
                templates,
                data,
                configuration,
                ledger,
                new Served(clock.instant(), runId -> false, new ConcurrentHashMap<>()),
                clock,
                STEADY,
                random);
    }

    /** The same in a process in which others are doing something. */
    public Installation beside(Served others) {
        return new Installation(home, templates, data, configuration, ledger, others, clock, steady, random);
    }

    /** The same with another clock that nobody sets. */
    Installation lasting(InstantSource otherSteady) {
        return new Installation(home, templates, data, configuration, ledger, served, clock, otherSteady, random);
    }
}
