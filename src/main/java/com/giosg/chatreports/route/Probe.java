package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Placeholders;
import com.giosg.chatreports.config.PropertyFunctions;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.request.Request;
import java.time.Instant;
import java.util.Map;

/** Something that can be tried without delivering anything. */
public sealed interface Probe {

    /** What is tried; for organizations and sinks, the route {@code check-<subject>} does it. */
    String subject();

    /** Its key in the configuration. */
    String name();

    /** With the settings that a report has that falls due at this instant. */
    static OfSink of(Sink sink, Report report, Instant due, PropertyFunctions functions) {
        Organization organization = report.organizations().get(0);
        Placeholders placeholders = Placeholders.of(
                report,
                organization,
                report.window().resolve(due, report.zoneFor(organization)),
                sink.artifact().format());
        return new OfSink(sink, sink.changingSettings(placeholders, functions));
    }

    /**
     * Whether an organization's token is good for its figures.
     *
     * @param question a cheap one of those that its reports ask
     */
    record OfOrganization(Request question) implements Probe {

        @Override
        public String subject() {
            return "organization";
        }

        @Override
        public String name() {
            return organization().key();
        }

        Organization organization() {
            return question.organization();
        }
    }

    /**
     * Whether the server that keeps the ledger can be reached and logged into; it takes no route.
     *
     * @param name where it is
     */
    record OfLedger(String name) implements Probe {

        @Override
        public String subject() {
            return "ledger";
        }
    }

    /**
     * Whether a sink can be reached and logged into.
     *
     * @param settings those that depend on the artifact, as the first report that is delivered there has them
     */
    record OfSink(Sink sink, Map<String, String> settings) implements Probe {

        @Override
        public String subject() {
            return "sink";
        }

        @Override
        public String name() {
            return sink.name();
        }
    }
}
