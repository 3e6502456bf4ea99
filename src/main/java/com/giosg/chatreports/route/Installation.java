package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.ledger.Ledger;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What an application is started with.
 *
 * @param home the folder with {@code routes}
 * @param templates what {@link com.giosg.chatreports.metrics.Templates} made of the folder of the templates
 * @param data where runs are kept
 * @param configuration what the operator wants
 * @param ledger what is to do, and what was done
 * @param clock what time it is
 * @param random spreads retries
 */
public record Installation(
        Path home,
        freemarker.template.Configuration templates,
        Path data,
        Configuration configuration,
        Ledger ledger,
        InstantSource clock,
        RandomGenerator random) {}
