package com.giosg.chatreports.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the settings of a sink say about its mails, references and placeholders replaced.
 *
 * @param from who sends them
 * @param to addresses, divided by commas
 * @param cc in the same way; may be empty
 * @param subject empty: the template's own
 * @param attachments kinds of file
 */
public record MailSettings(
        String from, String to, String cc, String subject, List<ArtifactSettings.Format> attachments) {

    /** The settings that say who gets the mails. */
    static final List<String> ADDRESSED = List.of("to", "cc", "bcc");

    static final String ATTACH = "attach";
    static final String OUTBOX = "outbox";

    private static final Map<String, ArtifactSettings.Format> FORMATS =
            Scalars.choices(ArtifactSettings.Format.values(), Scalars::spelled);
    private static final String NONE = "none";

    /**
     * The mails of a sink that was checked.
     *
     * @param addresses what placeholders in addresses stand for
     * @param readers what they stand for in what people read
     */
    public static MailSettings of(
            Sink sink, PropertyFunctions functions, Placeholders addresses, Placeholders readers) {
        Map<String, String> settings = sink.settings();
        return new MailSettings(
                text(settings, "from", functions, addresses),
                text(settings, "to", functions, addresses),
                text(settings, "cc", functions, addresses),
                text(settings, "subject", functions, readers),
                attachments(settings.getOrDefault(ATTACH, Scalars.spelled(ArtifactSettings.Format.CSV))));
    }

    /** References first: what an organization is called is never taken for one. */
    private static String text(
            Map<String, String> settings, String name, PropertyFunctions functions, Placeholders placeholders) {
        return placeholders.expand(References.resolve(settings.getOrDefault(name, ""), functions));
    }

    private static List<ArtifactSettings.Format> attachments(String list) {
        return Arrays.stream(list.split(","))
                .filter(format -> !format.equals(NONE))
                .map(format -> Scalars.choice(format, FORMATS))
                .toList();
    }

    /** A kind of file, or the word for no attachment. */
    static String attachment(String text) {
        if (!text.equals(NONE)) {
            Scalars.choice(text, FORMATS);
        }
        return text;
    }
}
