package com.giosg.chatreports.config;

import com.giosg.chatreports.time.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads which file a sink is given. */
final class ArtifactReader {

    static final String FILE_NAME = "file-name";

    /** Every kind of sink takes these. */
    static final List<String> KEYS =
            List.of("format", "layout", FILE_NAME, "delimiter", "bom", "formula-guard", "retention");

    private static final Map<String, ArtifactSettings.Format> FORMATS =
            Scalars.choices(ArtifactSettings.Format.values(), Scalars::spelled);
    private static final Map<String, ArtifactSettings.Layout> LAYOUTS =
            Scalars.choices(ArtifactSettings.Layout.values(), Scalars::spelled);

    /** What files for people have no use for, and why. */
    private static final Map<ArtifactSettings.Format, Map<String, String>> MEANT_FOR_MACHINES = Map.of(
            ArtifactSettings.Format.XLSX,
                    Map.of(
                            "layout", "an xlsx file always holds both layouts, on sheets of their own",
                            "delimiter", "is for csv; the cells of an xlsx file have no delimiter",
                            "bom", "is for csv; an xlsx file starts with none",
                            "formula-guard", "is for csv; an xlsx file holds text as text, never as a formula"),
            ArtifactSettings.Format.HTML,
                    Map.of(
                            "layout", "is for rows; an html file is a page with a layout of its own",
                            "delimiter", "is for csv; an html file has no delimiter",
                            "bom", "is for csv; an html file starts with none",
                            "formula-guard",
                                    "is for csv; an html file is opened in a browser, which knows no formulas"));

    private static final String USUAL_NAME = "{report}-{organization}-{window}.{format}";
    private static final String USUAL_NAME_PER_TEAM = "{report}-{organization}-{window}-{team}.{format}";
    private static final Duration RETENTION = Duration.ofDays(14);

    private ArtifactReader() {}

    static ArtifactSettings read(Section sink, SinkKind kind) {
        ArtifactSettings.Format format = sink.choice("format", FORMATS, kind.defaultFormat());
        refuse(sink, MEANT_FOR_MACHINES.getOrDefault(format, Map.of()));
        return new ArtifactSettings(
                format,
                sink.choice("layout", LAYOUTS, ArtifactSettings.Layout.LONG),
                sink.parsed(FILE_NAME, ArtifactReader::fileName, usualName(sink, kind)),
                sink.parsed("delimiter", ArtifactReader::delimiter, ','),
                sink.flag("bom", false),
                sink.flag("formula-guard", true),
                sink.parsed("retention", Durations::parse, RETENTION));
    }

    /** Two mails of one run are two files. */
    private static String usualName(Section sink, SinkKind kind) {
        boolean perTeam =
                kind.find(Sink.PER).isPresent() && sink.text(Sink.PER, "").equals(Sink.TEAM);
        return perTeam ? USUAL_NAME_PER_TEAM : USUAL_NAME;
    }

    private static void refuse(Section sink, Map<String, String> useless) {
        KEYS.stream().filter(useless::containsKey).forEach(key -> sink.find(key)
                .ifPresent(value -> value.problem(useless.get(key) + "; remove it")));
    }

    private static String fileName(String pattern) {
        return Scalars.unobjectionable(pattern, FileNames::problem);
    }

    private static char delimiter(String text) {
        char delimiter = text.equals("tab") ? '\t' : text.charAt(0);
        boolean fits = text.length() == 1 || text.equals("tab");
        if (!fits || Character.isLetterOrDigit(delimiter) || "\"\r\n".indexOf(delimiter) >= 0) {
            throw new IllegalArgumentException(
                    "must be one character such as , or ; or the word tab, not " + Quoted.of(text));
        }
        return delimiter;
    }
}
