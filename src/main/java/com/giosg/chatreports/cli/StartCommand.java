package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.ConfigurationProblems;
import com.giosg.chatreports.config.LedgerSettings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "start", description = "Makes every report when it falls due, day and night, until it is stopped.")
final class StartCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ConfigurationOptions options;

    @Mixin
    private DataOption data;

    StartCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Edition edition = readOrComplain();
        Configuration configuration = edition.configuration();
        mustFallDue(configuration);
        Path folder = data.folder(configuration);
        Reloading reloading = new Reloading(surroundings, options.file());
        new Service(surroundings, folder, reloading, (next, before) -> mustFit(folder, next, before)).serve(edition);
        return ExitCode.DONE;
    }

    private Edition readOrComplain() {
        try {
            return Edition.read(surroundings, options.file());
        } catch (ConfigurationProblems e) {
            throw Complaint.configuration(e.getMessage());
        }
    }

    private void mustFallDue(Configuration configuration) {
        if (configuration.scheduledReports().isEmpty()) {
            throw Complaint.configuration(
                    "%s has no report that falls due by itself, so there is nothing to wait for. Give a report at, every or cron; or make it now: chat-reports run %s"
                            .formatted(
                                    options.file(),
                                    String.join(" ", configuration.reports().keySet())));
        }
    }

    /** Whether a process that works with one edition can go on with another: what it holds on to stays. */
    private void mustFit(Path folder, Edition next, Edition before) {
        mustFallDue(next.configuration());
        mustStay("data", folder.toString(), data.folder(next.configuration()).toString());
        mustStay("ledger.url", ledger(before.configuration()), ledger(next.configuration()));
        if (!next.configuration().managementPort().equals(before.configuration().managementPort())) {
            ManagementPort.mustBeFree(next.configuration());
        }
    }

    private static String ledger(Configuration configuration) {
        return configuration.ledger().map(LedgerSettings::url).orElse("");
    }

    private static void mustStay(String key, String used, String wanted) {
        if (!wanted.equals(used)) {
            throw Complaint.configuration(
                    "%s: \"%s\" cannot become \"%s\" while start works with it; put the old value back, or stop it and start it anew"
                            .formatted(key, used, wanted));
        }
    }
}
