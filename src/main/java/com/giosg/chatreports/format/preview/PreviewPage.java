package com.giosg.chatreports.format.preview;

import java.util.List;

/**
 * Everything that a preview shows of one run. Where there may be one of something or none, it is a list.
 *
 * @param run what it is about
 * @param notes what readers should know besides the figures
 * @param failures what went wrong, each cause once
 * @param mails as they would arrive
 * @param sinks what each sink is given, in the order of the report
 * @param requests in the order of the rows
 * @param rows the first of them; none where nothing could be made
 * @param version of the application
 */
public record PreviewPage(
        About run,
        List<String> notes,
        List<Failure> failures,
        List<MailView> mails,
        List<SinkView> sinks,
        List<RequestView> requests,
        List<RowsView> rows,
        String version) {

    /**
     * The run in words.
     *
     * @param organization its name
     * @param key of the organization
     * @param window both days included
     * @param period its two ends with their offsets
     * @param asked when
     * @param delivered whether it went to its sinks; else nobody got anything
     */
    public record About(
            String id,
            String report,
            String title,
            String organization,
            String key,
            String window,
            String period,
            String zone,
            String asked,
            boolean delivered) {}

    /**
     * What went wrong.
     *
     * @param what it cost
     * @param next what can be done about it
     * @param requests the ids of those that it hit; none where it is about something else
     */
    public record Failure(String what, String cause, String next, List<String> requests) {}

    /**
     * A mail.
     *
     * @param sink with the team where it is about one
     * @param bcc who gets it without the others knowing
     * @param file the mail itself
     * @param html its page in a file of its own
     * @param text its plain text
     */
    public record MailView(
            String sink,
            String subject,
            String from,
            String to,
            String cc,
            String bcc,
            FileLink file,
            List<FileLink> html,
            String text,
            List<FileLink> attachments) {}

    /**
     * What a sink is given.
     *
     * @param kind its type
     * @param files none where it gets nothing
     */
    public record SinkView(String name, String kind, List<SinkFile> files) {

        /** Whether something could not be made or delivered. */
        public boolean isFailed() {
            return files.stream().anyMatch(file -> !file.cause().isEmpty());
        }
    }

    /**
     * One of a sink's artifacts.
     *
     * @param team whom it is about; empty: no team alone
     * @param file the artifact; none where it could not be made
     * @param receipt what the sink said; empty where nothing was delivered
     * @param cause why it failed; empty where it did not
     */
    public record SinkFile(String name, String team, List<FileLink> file, String receipt, String cause) {}

    /**
     * One question and what became of it.
     *
     * @param days what it asks for
     * @param file all of it, as it was sent
     * @param rows how many; none where it was not answered
     * @param rowsHref where they are; empty where there are none
     * @param gap why there are none
     * @param side whether it makes no rows, but measures figures
     */
    public record RequestView(
            String id,
            String metric,
            String scope,
            String days,
            FileLink file,
            List<Long> rows,
            String rowsHref,
            List<GapView> gap,
            boolean side) {}

    /** Why a request has no rows. */
    public record GapView(String kind, String cause, int tries, String next) {}

    /**
     * The rows.
     *
     * @param shown the first of them
     * @param all how many there are
     */
    public record RowsView(List<RowView> shown, long all, FileLink file) {}

    /**
     * One row.
     *
     * @param request the id of the one that it came from; empty where that cannot be told
     * @param first whether none of that request stands before it
     */
    public record RowView(
            String request,
            boolean first,
            String metric,
            String scope,
            String subject,
            String from,
            String to,
            String value,
            String unit,
            String status) {}
}
