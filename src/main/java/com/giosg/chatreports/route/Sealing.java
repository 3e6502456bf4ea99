package com.giosg.chatreports.route;

import com.giosg.chatreports.config.ArtifactSettings;
import com.giosg.chatreports.config.FileNames;
import com.giosg.chatreports.config.Placeholders;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.config.SinkKind;
import com.giosg.chatreports.format.Batches;
import com.giosg.chatreports.format.Envelope;
import com.giosg.chatreports.format.TooManyLines;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.format.view.BadReportTemplate;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.SealedFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the artifacts of a run out of its parts: once, before anything is delivered. */
final class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final ActiveRun run;
    private final List<Part> parts;
    private final ReportFacts facts;
    private final Mails mails;
    private final List<Delivery> earlier;

    /**
     * @param parts all of the run's, in the order of the rows
     * @param facts what artifacts say besides
     * @param earlier what the run was delivered as before; empty for its first generation
     */
    Sealing(ActiveRun run, List<Part> parts, ReportFacts facts, Mails mails, List<Delivery> earlier) {
        this.run = run;
        this.earlier = earlier;
        this.parts = parts;
        this.facts = facts;
        this.mails = mails;
    }

    /** What each sink of the report is handed. */
    List<Consignment> consignments() throws IOException {
        List<Consignment> consignments = new ArrayList<>();
        for (Sink sink : run.report().sinks()) {
            consignments.add(new Consignment(run, sink, deliveries(sink)));
        }
        return consignments;
    }

    /** An artifact that cannot be made fails its own delivery; the other sinks get theirs. */
    private List<Delivery> deliveries(Sink sink) throws IOException {
        Placeholders placeholders = run.placeholders(sink);
        String name = FileNames.of(sink.artifact().fileName(), placeholders);
        Path folder =
                Files.createDirectories(run.folder().resolve(run.artifacts()).resolve(sink.name()));
        try {
            List<SealedFile> artifacts = artifacts(sink, folder.resolve(name));
            force(folder);
            return numbered(sink, placeholders, artifacts);
        } catch (TooManyLines | BadReportTemplate e) {
            LOG.warn("{}, sink {}: {}", run, sink.name(), e.getMessage());
            return numbered(sink, placeholders, List.of(SealedFile.missing(folder.resolve(name)))).stream()
                    .map(delivery -> delivery.in(Delivery.State.FAILED, e.getMessage()))
                    .toList();
        }
    }

    /** The bytes of files are on disk before they get their names; this has the names follow, before the ledger knows of them. */
    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private List<SealedFile> artifacts(Sink sink, Path file) throws IOException, TooManyLines, BadReportTemplate {
        ArtifactSettings artifact = sink.artifact();
        if (sink.kind().takes() == SinkKind.Takes.MAIL) {
            return List.of(mails.write(run, sink, parts, facts, file.getParent()));
        }
        if (sink.batch().isPresent()) {
            int size = sink.batch().getAsInt();
            return Batches.write(parts, artifact.layout(), facts, envelope(), size, file);
        }
        return List.of(mails.artifacts().write(parts, artifact, facts, file));
    }

    /** Of a second generation they go on where those of the first one ended: other keys, so no receiver takes them for repeats. */
    private List<Delivery> numbered(Sink sink, Placeholders placeholders, List<SealedFile> artifacts) {
        List<Delivery> deliveries = new ArrayList<>();
        int before = (int) earlier.stream()
                .filter(delivery -> delivery.sink().equals(sink.name()) && !delivery.isNotice())
                .count();
        for (SealedFile artifact : artifacts) {
            String name = artifact.file().getFileName().toString();
            String nameThere = sink.directory()
                    .map(directory -> directory.path(placeholders, name))
                    .orElse(name);
            deliveries.add(Delivery.pending(run.id(), sink.name(), before + deliveries.size() + 1, nameThere, artifact)
                    .ofGeneration(run.run().generation()));
        }
        return deliveries;
    }

    private Envelope envelope() {
        return new Envelope(
                run.id(),
                run.report().name(),
                run.organization().key(),
                run.run().window());
    }
}
