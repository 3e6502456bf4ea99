package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.ArtifactSettings;
import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Placeholders;
import com.giosg.chatreports.config.PropertyFunctions;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.format.preview.FileLink;
import com.giosg.chatreports.format.preview.PreviewIndex;
import com.giosg.chatreports.format.preview.PreviewPage;
import com.giosg.chatreports.format.preview.PreviewPage.About;
import com.giosg.chatreports.format.preview.PreviewPage.GapView;
import com.giosg.chatreports.format.preview.PreviewPage.MailView;
import com.giosg.chatreports.format.preview.PreviewPage.RequestView;
import com.giosg.chatreports.format.preview.PreviewPage.RowView;
import com.giosg.chatreports.format.preview.PreviewPage.RowsView;
import com.giosg.chatreports.format.preview.PreviewPage.SinkFile;
import com.giosg.chatreports.format.preview.PreviewPage.SinkView;
import com.giosg.chatreports.format.view.Count;
import com.giosg.chatreports.ledger.Addressee;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.request.Interval;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.SideRequests;
import com.giosg.chatreports.route.Version;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.time.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Gathers what the page of a preview shows, while its files are written. */
final class PreviewPages {

    private final Path folder;
    private final Report report;
    private final Organization organization;
    private final RunResult result;
    private final BlindCopies blindCopies;

    private final List<Asked> asked = new ArrayList<>();
    private final List<MailView> mails = new ArrayList<>();
    private final Map<String, List<SinkFile>> files = new LinkedHashMap<>();
    private Optional<RowsView> rows = Optional.empty();

    private record Asked(Request request, RequestEntry entry, FileLink file) {}

    /**
     * The page of a run.
     *
     * @param folder where it will stand
     */
    PreviewPages(Path folder, Report report, Organization organization, RunResult result, PropertyFunctions functions) {
        this.blindCopies = new BlindCopies(report, organization, result.run(), functions);
        this.folder = folder;
        this.report = report;
        this.organization = organization;
        this.result = result;
        report.sinks().forEach(sink -> files.put(sink.name(), new ArrayList<>()));
    }

    void request(Request request, RequestEntry entry, Path file) throws IOException {
        asked.add(new Asked(request, entry, FileLink.of(folder, file)));
    }

    void rows(Path file) throws IOException {
        List<Request> making = asked.stream()
                .map(Asked::request)
                .filter(request -> !SideRequests.isOne(request.id()))
                .toList();
        rows = Optional.of(new PreviewRows(making).of(file, folder));
    }

    void artifact(Delivery delivery, Optional<Path> file, Optional<MailParts> mail) throws IOException {
        List<FileLink> link = file.isPresent() ? List.of(FileLink.of(folder, file.get())) : List.of();
        boolean failed = delivery.state() == Delivery.State.FAILED;
        files.computeIfAbsent(delivery.sink(), sink -> new ArrayList<>())
                .add(new SinkFile(
                        delivery.fileName(),
                        delivery.team().orElse(""),
                        link,
                        failed ? "" : delivery.detail(),
                        failed ? delivery.detail() : ""));
        if (mail.isPresent()) {
            mails.add(mail(delivery, mail.get(), link.get(0)));
        }
    }

    private MailView mail(Delivery delivery, MailParts parts, FileLink file) throws IOException {
        List<FileLink> html = new ArrayList<>();
        List<FileLink> attachments = new ArrayList<>();
        if (parts.html().isPresent()) {
            html.add(FileLink.of(folder, parts.html().get()));
        }
        for (Path attachment : parts.attachments()) {
            attachments.add(FileLink.of(folder, attachment));
        }
        return new MailView(
                Addressee.of(delivery),
                parts.subject(),
                parts.from(),
                parts.to(),
                parts.cc(),
                blindCopies.of(delivery),
                file,
                html,
                parts.text().isPresent() ? Files.readString(parts.text().get()) : "",
                attachments);
    }

    PreviewPage page(PreviewFolder.Taking taking) {
        boolean delivered = taking == PreviewFolder.Taking.COPIED;
        return new PreviewPage(
                about(delivered),
                result.run().notes(),
                PreviewFailures.of(result),
                mails,
                files.entrySet().stream()
                        .map(sink -> new SinkView(
                                sink.getKey(),
                                kind(sink.getKey()),
                                delivered ? sink.getValue() : withoutReceipts(sink.getValue())))
                        .toList(),
                asked.stream().map(this::request).toList(),
                rows.stream().toList(),
                Version.text());
    }

    /** Nobody received anything. */
    private static List<SinkFile> withoutReceipts(List<SinkFile> files) {
        return files.stream()
                .map(file -> new SinkFile(file.name(), file.team(), file.file(), "", file.cause()))
                .toList();
    }

    private String kind(String sink) {
        return Stream.concat(report.sinks().stream(), report.onFailure().stream())
                .filter(each -> each.name().equals(sink))
                .findFirst()
                .map(each -> each.kind().name())
                .orElse("");
    }

    private About about(boolean delivered) {
        Run run = result.run();
        return new About(
                run.id(),
                run.report(),
                title(report, organization, run),
                organization.name(),
                organization.key(),
                run.window().label().replace("_", " – "),
                "%s to %s"
                        .formatted(
                                Times.print(run.window().start()),
                                Times.print(run.window().end())),
                run.window().zone().getId(),
                Times.print(run.due().atZone(run.window().zone())),
                delivered);
    }

    /** As its readers see it. */
    private static String title(Report report, Organization organization, Run run) {
        return Placeholders.of(report, organization, run.window(), ArtifactSettings.Format.HTML)
                .called(organization.name())
                .expand(report.title());
    }

    private RequestView request(Asked each) {
        Request request = each.request();
        boolean side = SideRequests.isOne(request.id());
        Optional<Long> count = each.entry().part().map(Part::rows);
        return new RequestView(
                request.id(),
                request.metric().id(),
                request.scope().id(),
                days(request.interval()),
                each.file(),
                count.stream().toList(),
                side || rows.isEmpty() ? "" : rowsHref(request.id()),
                each.entry().gap().stream()
                        .map(gap -> new GapView(
                                gap.kind().id(),
                                gap.cause(),
                                gap.tries(),
                                gap.kind().nextMove()))
                        .toList(),
                side);
    }

    /** On the page where they are shown, else in the file. */
    private String rowsHref(String request) {
        boolean shown = rows.stream()
                .flatMap(view -> view.shown().stream())
                .map(RowView::request)
                .anyMatch(request::equals);
        return shown
                ? "#rows-of-" + request
                : rows.map(RowsView::file).map(FileLink::href).orElse("");
    }

    private static String days(Interval interval) {
        LocalDate first = interval.start().toLocalDate();
        LocalDate last = interval.end().minusNanos(1).toLocalDate();
        return first.equals(last) ? first.toString() : first + " – " + last;
    }

    /** A line for each of several previews. */
    static PreviewIndex index(List<Preview> previews, Path folder, Configuration configuration) {
        return new PreviewIndex(
                previews.stream()
                        .map(preview -> entry(preview, folder, configuration))
                        .toList(),
                Version.text());
    }

    private static PreviewIndex.Entry entry(Preview preview, Path folder, Configuration configuration) {
        RunResult result = preview.result();
        Run run = result.run();
        Report report = configuration.reports().get(run.report());
        Organization organization = configuration.organizations().get(run.organization());
        return new PreviewIndex.Entry(
                run.report(),
                title(report, organization, run),
                organization.name(),
                run.window().label().replace("_", " – "),
                FileLink.href(folder, preview.page()),
                outcome(result),
                preview.failures() > 0,
                report.sinks().stream().map(Sink::name).toList());
    }

    private static String outcome(RunResult result) {
        return result.run().failure().isPresent()
                ? "failed"
                : "%s answered, %s"
                        .formatted(
                                Count.of(result.answered(), result.requests().size(), "request"),
                                Count.of(result.rows(), "row"));
    }
}
