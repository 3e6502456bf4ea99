package com.giosg.chatreports.route;

import com.giosg.chatreports.format.mail.MailContent;
import com.giosg.chatreports.format.status.RunPage;
import com.giosg.chatreports.format.status.StatusHtml;
import com.giosg.chatreports.format.view.BadReportTemplate;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.History;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.ledger.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Headers;

/**
 * The status pages: {@code /} says how the application is, {@code /runs/<run>} all about one run, and
 * {@code /runs/<run>/pages/<sink>/<number>} is a page that was made. Nothing changes by any of it.
 */
public final class Status {

    private static final Pattern RUN = Pattern.compile("/runs/(\\w+)");
    private static final Pattern REPORT = Pattern.compile("/runs/(\\w+)/pages/([-\\w]+)/(\\d{1,6})");

    private final Ledger ledger;
    private final Path runs;
    private final StatusPages pages;
    private final StatusHtml html;

    Status(Installation installation, History history, Troubles troubles) {
        this.ledger = installation.ledger();
        this.runs = installation.data().resolve("runs").toAbsolutePath().normalize();
        this.pages = new StatusPages(installation.configuration(), ledger, history, troubles, installation.clock());
        this.html = new StatusHtml(installation.templates());
    }

    /** Takes what was asked from the headers and puts those of the answer in their place. */
    public String answer(@Headers Map<String, Object> headers) {
        StatusRequest asked = StatusRequest.of(headers);
        StatusAnswer answer = answer(asked);
        headers.clear();
        headers.putAll(answer.headers());
        return asked.isHead() ? answer.withoutBody().body() : answer.body();
    }

    StatusAnswer answer(StatusRequest asked) {
        if (!asked.isMeantForThisMachine()) {
            return StatusAnswer.refused(403, "Ask for 127.0.0.1 or localhost: nobody else is told anything");
        }
        if (!asked.onlyReads()) {
            return StatusAnswer.refused(405, "These pages can only be read").with("Allow", "GET, HEAD");
        }
        try {
            return find(asked.path()).orElse(StatusAnswer.refused(404, "There is no such page. See: /"));
        } catch (LedgerFailure | IOException | BadReportTemplate e) {
            return StatusAnswer.refused(503, pages.masked(e.getMessage()));
        }
    }

    private Optional<StatusAnswer> find(String path) throws IOException, BadReportTemplate {
        if (path.isEmpty() || path.equals("/") || path.equals("/status")) {
            return Optional.of(StatusAnswer.page(html.of(pages.status())));
        }
        Matcher run = RUN.matcher(path);
        if (run.matches() && Run.isId(run.group(1))) {
            return run(run.group(1));
        }
        Matcher report = REPORT.matcher(path);
        return report.matches() && Run.isId(report.group(1)) ? report(report) : Optional.empty();
    }

    private Optional<StatusAnswer> run(String id) throws IOException, BadReportTemplate {
        Optional<RunPage> page = pages.run(id);
        return page.isPresent() ? Optional.of(StatusAnswer.page(html.of(page.get()))) : Optional.empty();
    }

    /** Only what the ledger names, and only from the folder of the runs. */
    private Optional<StatusAnswer> report(Matcher asked) throws IOException {
        String key = String.join("-", asked.group(1), asked.group(2), asked.group(3));
        Optional<Path> file = ledger.delivery(asked.group(1), key)
                .filter(StatusPages::isPage)
                .map(Delivery::file)
                .map(kept -> kept.toAbsolutePath().normalize())
                .filter(kept -> kept.startsWith(runs) && Files.isRegularFile(kept, LinkOption.NOFOLLOW_LINKS));
        Optional<String> page = file.isPresent() ? page(file.get()) : Optional.empty();
        return Optional.of(page.map(StatusAnswer::report)
                .orElseGet(() -> StatusAnswer.refused(
                        404, "There is no such page, or it is no longer kept. See: /runs/" + asked.group(1))));
    }

    private static Optional<String> page(Path file) throws IOException {
        return StatusPages.isMail(file.toString())
                ? MailContent.read(file).page()
                : Optional.of(Files.readString(file));
    }
}
