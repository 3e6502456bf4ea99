package com.giosg.chatreports.format.mail;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * What stands in a mail. Whoever gets a blind copy does not: that is between sender and server.
 *
 * @param id unique among all mails and the same at every retry, without brackets, e.g. {@code r7.leads@example.com}
 * @param date when it was made
 * @param from addresses as configured, divided by commas
 * @param to in the same way
 * @param cc in the same way; may be empty
 * @param subject any text
 * @param text the body for those who read plain text
 * @param html the body for all others
 * @param pictures what the HTML shows by their content ids
 * @param attachments files
 */
public record Mail(
        String id,
        ZonedDateTime date,
        String from,
        String to,
        String cc,
        String subject,
        String text,
        String html,
        List<Picture> pictures,
        List<Attachment> attachments) {

    /**
     * A file that a mail carries.
     *
     * @param file its name is the one that receivers see
     * @param mediaType what it holds, e.g. {@code text/csv}
     */
    public record Attachment(Path file, String mediaType) {

        /** The name that receivers see. */
        public String name() {
            return file.getFileName().toString();
        }
    }
}
