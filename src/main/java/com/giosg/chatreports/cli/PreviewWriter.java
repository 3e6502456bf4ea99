package com.giosg.chatreports.cli;

import com.giosg.chatreports.cli.Preview.Written;
import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.format.preview.PreviewHtml;
import com.giosg.chatreports.format.preview.PreviewPage;
import com.giosg.chatreports.format.view.BadReportTemplate;
import com.giosg.chatreports.ledger.Addressee;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Folders;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestBodies;
import com.giosg.chatreports.request.RequestPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes previews.
 *
 * @param out holds a folder for each report and organization
 * @param data where the runs are kept
 * @param templates also of the pages
 */
record PreviewWriter(
        Path out,
        Path data,
        Configuration configuration,
        freemarker.template.Configuration templates,
        PreviewFolder.Taking taking) {

    /** Of a run, whatever became of it; only answers that were kept for inspection remain of its own folder, unless it was delivered. */
    Preview write(RunResult result) throws IOException {
        PreviewFolder folder = PreviewFolder.cleared(
                out.resolve(result.run().report()).resolve(result.run().organization()));
        Path kept = data.resolve("runs").resolve(result.run().id());
        PreviewPages pages = new PreviewPages(
                folder.folder(), report(result), organization(result), result, configuration.functions());
        List<Written> written = new ArrayList<>();
        written.add(new Written("page", folder.page().toString()));
        written.add(new Written("requests", folder.requests().toString()));
        writeRequests(result, folder, pages);
        result.run().failure().ifPresent(failure -> written.add(new Written("-", "failed: " + failure.cause())));
        Optional<Path> rows = folder.rows(result, kept, taking);
        if (rows.isPresent()) {
            written.add(new Written("rows", rows.get().toString()));
            pages.rows(rows.get());
        }
        for (Delivery delivery : result.latestDeliveries()) {
            written.add(artifact(delivery, folder, pages));
        }
        if (taking == PreviewFolder.Taking.MOVED) {
            Folders.delete(kept.resolve("parts"));
            Folders.delete(kept.resolve("artifacts"));
        }
        PreviewPage page = pages.page(taking);
        write(page, folder.page());
        return new Preview(result, folder.page(), written, page.failures().size());
    }

    /** A page that leads to several previews; none where there are fewer than two, nor one that an earlier time left. */
    Optional<Path> index(List<Preview> previews) throws IOException {
        Path index = out.resolve("index.html");
        Folders.delete(index);
        if (previews.size() < 2) {
            return Optional.empty();
        }
        try {
            PreviewHtml.write(PreviewPages.index(previews, out, configuration), templates, index);
        } catch (BadReportTemplate e) {
            throw Complaint.configuration(e.getMessage());
        }
        return Optional.of(index);
    }

    private Report report(RunResult result) {
        return configuration.reports().get(result.run().report());
    }

    private Organization organization(RunResult result) {
        return configuration.organizations().get(result.run().organization());
    }

    private void writeRequests(RunResult result, PreviewFolder folder, PreviewPages pages) throws IOException {
        PreviewRequests requests = new PreviewRequests(configuration.api(), new RequestBodies(templates));
        Map<String, RequestEntry> entries =
                result.allRequests().stream().collect(Collectors.toMap(RequestEntry::requestId, Function.identity()));
        for (Request request : RequestPlan.all(
                report(result),
                organization(result),
                result.run().window(),
                result.run().due())) {
            RequestEntry entry = entries.get(request.id());
            pages.request(request, entry, requests.write(request, entry, folder.requests()));
        }
    }

    private Written artifact(Delivery delivery, PreviewFolder folder, PreviewPages pages) throws IOException {
        Optional<Path> file = folder.artifact(delivery, taking);
        pages.artifact(delivery, file, file.isPresent() ? mail(file.get()) : Optional.empty());
        return new Written(
                Addressee.of(delivery),
                delivery.state() == Delivery.State.FAILED
                        ? "failed: " + delivery.detail()
                        : file.map(Path::toString).orElse("no longer kept"));
    }

    private static Optional<MailParts> mail(Path file) throws IOException {
        return file.toString().endsWith(".eml") ? Optional.of(MailParts.unpack(file)) : Optional.empty();
    }

    /** Everything else is there already, and worth having. */
    private void write(PreviewPage page, Path file) throws IOException {
        try {
            PreviewHtml.write(page, templates, file);
        } catch (BadReportTemplate e) {
            throw Complaint.configuration(e.getMessage());
        }
    }
}
