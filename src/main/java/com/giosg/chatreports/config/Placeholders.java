package com.giosg.chatreports.config;

import com.giosg.chatreports.time.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code {report}} and the like stand for in titles, file names and the settings of sinks.
 *
 * @param report name of the report
 * @param organization key of the organization in file names and settings
 * @param window e.g. {@code 2020-10-24_2020-11-01}
 * @param format e.g. {@code csv}
 * @param recipients addresses, divided by commas
 * @param team the name or the id of a team, where the artifact is about one alone; else empty
 */
public record Placeholders(
        String report, String organization, String window, String format, String recipients, String team) {

    private static final String RECIPIENTS = "recipients";
    private static final String TEAM = "team";

    /** What may stand between the braces. */
    public static final List<String> NAMES = List.of("report", "organization", "window", "format", RECIPIENTS, TEAM);

    /** {@code {{env:X}}} is no placeholder; the first alternative steps over it. */
    private static final Pattern BRACES = Pattern.compile("\\{\\{[^}]*}}|\\{([^{}]*)}");

    /** For one artifact. */
    public static Placeholders of(
            Report report, Organization organization, Window window, ArtifactSettings.Format format) {
        return new Placeholders(
                report.name(),
                organization.key(),
                window.label(),
                Scalars.spelled(format),
                String.join(",", organization.recipients()),
                "");
    }

    /** The same for a file of another kind. */
    public Placeholders withFormat(String other) {
        return new Placeholders(report, organization, window, other, recipients, team);
    }

    /** The same where the organization has a name that people know it by. */
    public Placeholders called(String name) {
        return new Placeholders(report, name, window, format, recipients, team);
    }

    /** The same for what is about one team alone. */
    public Placeholders withTeam(String name, List<String> addresses) {
        return new Placeholders(report, organization, window, format, String.join(",", addresses), name);
    }

    /** The text with every placeholder replaced; what it is replaced by is not looked at again. */
    public String expand(String text) {
        Map<String, String> values = values();
        return BRACES.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match, values)));
    }

    /** Whether a text depends on the artifact. */
    public static boolean occurIn(String text) {
        return BRACES.matcher(text).results().anyMatch(match -> match.group(1) != null);
    }

    /** Whether it names those who the artifact is for. */
    static boolean nameTheRecipients(String text) {
        return text.contains("{" + RECIPIENTS + "}");
    }

    /** Whether it depends on the team that the artifact is about. */
    static boolean nameTheTeam(String text) {
        return text.contains("{" + TEAM + "}");
    }

    /** What is wrong with the placeholders of a text, in an operator's words. */
    static Optional<String> problem(String text) {
        if (text.contains("${")) {
            return Optional.of(
                    "must not hold ${, which means something else to Camel; placeholders are written {report}");
        }
        return BRACES.matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(name -> name != null && !NAMES.contains(name))
                .findFirst()
                .map(name -> Suggestion.unknown("placeholder", name, NAMES));
    }

    private static String value(MatchResult match, Map<String, String> values) {
        return values.getOrDefault(String.valueOf(match.group(1)), match.group());
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("report", report);
        values.put("organization", organization);
        values.put("window", window);
        values.put("format", format);
        values.put(RECIPIENTS, recipients);
        values.put(TEAM, team);
        return values;
    }
}
