package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.MailSettings;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Placeholders;
import com.giosg.chatreports.config.PropertyFunctions;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.route.ActiveRun;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who gets the mails of a run without the others knowing. No mail says it, only the settings of its sink do.
 *
 * @param functions what references in settings stand for
 */
record BlindCopies(Report report, Organization organization, Run run, PropertyFunctions functions) {

    /** Addresses, divided by commas; empty where there are none. */
    String of(Delivery delivery) {
        return Stream.concat(report.sinks().stream(), report.onFailure().stream())
                .filter(sink -> sink.name().equals(delivery.sink()))
                .findFirst()
                .flatMap(sink -> Optional.ofNullable(sink.settings().get("bcc"))
                        .map(addresses -> expanded(sink, addresses, delivery)))
                .orElse("");
    }

    /** As the addresses are expanded that mails do say: with those in the place of the others. */
    private String expanded(Sink sink, String addresses, Delivery delivery) {
        Placeholders placeholders = ActiveRun.placeholders(report, organization, run.window(), sink, delivery.team());
        Sink open = new Sink(sink.name(), sink.kind(), sink.artifact(), Map.of("cc", addresses), sink.places());
        return MailSettings.of(open, functions, placeholders, placeholders).cc().replaceAll(" *, *", ", ");
    }
}
