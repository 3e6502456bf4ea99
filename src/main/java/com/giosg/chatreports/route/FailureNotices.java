package com.giosg.chatreports.route;

import com.giosg.chatreports.config.FileNames;
import com.giosg.chatreports.config.Placeholders;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.config.SinkKind;
import com.giosg.chatreports.format.Envelope;
import com.giosg.chatreports.format.notice.FailureNotice;
import com.giosg.chatreports.format.notice.NoticeFile;
import com.giosg.chatreports.format.view.BadReportTemplate;
import com.giosg.chatreports.format.view.Period;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Gap;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.RunFailure;
import com.giosg.chatreports.row.SealedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the sinks of {@code on-failure} are handed when nothing of a report could be had: a mail where they take mails, else
 * a small JSON document. Made once and delivered as artifacts are, so that a notice survives whatever a report survives.
 *
 * @param run the run
 * @param notice what they are told
 * @param mails makes mails
 */
record FailureNotices(ActiveRun run, FailureNotice notice, Mails mails) {

    private static final Logger LOG = LoggerFactory.getLogger(FailureNotices.class);

    /** Never the name of a report: that of yesterday must not be replaced by a notice. */
    private static final String FILE_NAME = "{report}-{organization}-{window}.failed.{format}";

    private static final String EML = "eml";
    private static final String JSON = "json";

    /** Of a run whose requests are all gaps. */
    static FailureNotices of(ActiveRun run, List<RequestEntry> entries, Mails mails) {
        return of(run, entries.size(), causes(entries), mails);
    }

    private static FailureNotices of(ActiveRun run, int requests, List<FailureNotice.Cause> causes, Mails mails) {
        Envelope about = new Envelope(
                run.id(),
                run.report().name(),
                run.organization().key(),
                run.run().window());
        Placeholders operators = new Placeholders(
                about.report(),
                run.organization().name(),
                Period.plain(about.window()).brief(),
                "",
                "",
                "");
        String title = operators.expand(run.report().title());
        return new FailureNotices(
                run, new FailureNotice(about, title, run.organization().name(), requests, causes), mails);
    }

    /** Of a run that came to nothing for a reason of its own. */
    static FailureNotices of(ActiveRun run, List<RequestEntry> entries, RunFailure failure, Mails mails) {
        FailureNotice.Cause cause = new FailureNotice.Cause(
                failure.kind().id(),
                failure.cause(),
                entries.size(),
                failure.kind().nextMove());
        return of(run, entries.size(), List.of(cause), mails);
    }

    private static List<FailureNotice.Cause> causes(List<RequestEntry> entries) {
        Map<String, List<Gap>> byCause = new LinkedHashMap<>();
        entries.stream().flatMap(entry -> entry.gap().stream()).forEach(gap -> byCause.computeIfAbsent(
                        gap.kind() + gap.cause(), first -> new ArrayList<>())
                .add(gap));
        return byCause.values().stream()
                .map(gaps -> new FailureNotice.Cause(
                        gaps.get(0).kind().id(),
                        gaps.get(0).cause(),
                        gaps.size(),
                        gaps.get(0).kind().nextMove()))
                .toList();
    }

    /** @param told the sinks that got the notice of this run already */
    List<Consignment> consignments(Set<String> told) throws IOException {
        List<Consignment> consignments = new ArrayList<>();
        for (Sink sink : run.report().onFailure().stream().distinct().toList()) {
            if (!told.contains(sink.name())) {
                consignments.add(new Consignment(run, sink, List.of(delivery(sink))));
            }
        }
        return consignments;
    }

    private Delivery delivery(Sink sink) throws IOException {
        boolean mail = sink.kind().takes() == SinkKind.Takes.MAIL;
        Placeholders placeholders = run.placeholders(sink).withFormat(mail ? EML : JSON);
        String name = FileNames.of(FILE_NAME, placeholders);
        Path folder = Files.createDirectories(run.folder().resolve("notices").resolve(sink.name()));
        String nameThere = sink.directory()
                .map(directory -> directory.path(placeholders, name))
                .orElse(name);
        Path file = folder.resolve(name);
        try {
            SealedFile made = mail ? mails.write(run, sink, notice, file) : NoticeFile.write(notice, file);
            Sealing.force(folder);
            return Delivery.notice(run.id(), sink.name(), nameThere, made)
                    .ofGeneration(run.run().generation());
        } catch (BadReportTemplate e) {
            LOG.warn("{}, sink {}: {}", run, sink.name(), e.getMessage());
            return Delivery.notice(run.id(), sink.name(), nameThere, SealedFile.missing(file))
                    .ofGeneration(run.run().generation())
                    .in(Delivery.State.FAILED, e.getMessage());
        }
    }
}
