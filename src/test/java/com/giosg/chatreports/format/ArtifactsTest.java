package com.giosg.chatreports.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.giosg.chatreports.config.ArtifactSettings;
import com.giosg.chatreports.config.ArtifactSettings.Format;
import com.giosg.chatreports.config.ArtifactSettings.Layout;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.PartFile;
import com.giosg.chatreports.row.Row;
import com.giosg.chatreports.row.SealedFile;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Feature;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactsTest {

    private static final String HEADER =
            "organization_id,organization,metric,scope,subject_id,subject,bucket_start,bucket_end,granularity,value,unit,status\r\n";
    private static final ReportFacts FACTS =
            Facts.of(List.of(Facts.REAL_CHATS, Facts.BOT_CLICKS, Facts.WAIT), Scope.USER, Scope.ORG);
    private static final ArtifactSettings CSV = settings(Format.CSV, Layout.LONG);

    @TempDir
    Path folder;

    @Test
    void theLongCsvHasTheLinesOfThePartsBelowOneHeader() throws Exception {
        Part first = part(row("real-chats", "org", "", 29, "3", "ok"));
        Part second = part(row("bot-clicks", "org", "", 29, "-4", "ok"));
        String days = "2020-10-29T00:00:00+02:00,2020-10-30T00:00:00+02:00,day,";
        String expected = HEADER
                + "org-1,Acme,real-chats,org,,," + days + "3,u,ok\r\n"
                + "org-1,Acme,bot-clicks,org,,," + days + "-4,u,ok\r\n";
        assertThat(write(CSV, first, part(), second)).hasBinaryContent(expected.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLonePartIsItsLongCsvWithoutACopyInThePlaceOfAnOlderArtifact() throws Exception {
        Part older = part(row("real-chats", "org", "", 29, "1", "ok"));
        Part part = part(row("real-chats", "org", "", 29, "3", "ok"));
        write(CSV, older);
        Path artifact = write(CSV, part);
        assertThat(Files.isSameFile(artifact, part.file())).isTrue();
        assertThat(Files.isSameFile(artifact, older.file())).isFalse();
    }

    @Test
    void aLonePartIsCopiedWhereTheFileSystemHasNoLinks() throws Exception {
        try (FileSystem withoutLinks = Jimfs.newFileSystem(Configuration.unix().toBuilder()
                        .setSupportedFeatures(Feature.FILE_CHANNEL)
                        .build());
                PartFile rows = new PartFile(withoutLinks.getPath("part"))) {
            rows.append(List.of(row("real-chats", "org", "", 29, "3", "ok")));
            Part part = rows.seal();
            Path artifact = withoutLinks.getPath("artifact");
            SealedFile written = new Artifacts(SampleReport.TEMPLATES).write(List.of(part), CSV, FACTS, artifact);
            assertThat(written.isIntact()).isTrue();
            assertThat(Files.readAllBytes(artifact)).isEqualTo(Files.readAllBytes(part.file()));
        }
    }

    @Test
    void anArtifactWithoutRowsHasItsHeader() throws Exception {
        assertThat(text(CSV, part())).isEqualTo(HEADER);
        assertThat(text(settings(Format.JSON, Layout.LONG), part())).isEqualTo("[]\n");
        assertThat(text(settings(Format.NDJSON, Layout.LONG), part())).isEmpty();
    }

    @Test
    void textThatLooksLikeAFormulaIsGuardedButNoFigureIs() throws Exception {
        Part part = part(row("real-chats", "user", "=1+1", 29, "-5", "ok"));
        assertThat(text(CSV, part))
                .endsWith(",user,'=1+1,'=1+1,2020-10-29T00:00:00+02:00,2020-10-30T00:00:00+02:00,day,-5,u,ok\r\n");
        ArtifactSettings unguarded =
                new ArtifactSettings(Format.CSV, Layout.LONG, "", ',', false, false, Duration.ofDays(14));
        assertThat(text(unguarded, part)).isEqualTo(Files.readString(part.file()));
        ArtifactSettings wide = settings(Format.CSV, Layout.WIDE);
        assertThat(text(wide, part))
                .endsWith(",user,'=1+1,'=1+1,2020-10-29T00:00:00+02:00,2020-10-30T00:00:00+02:00,day,-5,,,ok\r\n");
        assertThat(text(settings(Format.NDJSON, Layout.LONG), part)).contains("\"subject\":\"=1+1\"");
    }

    @Test
    void aCsvTakesAnotherDelimiterAndAByteOrderMark() throws Exception {
        ArtifactSettings settings =
                new ArtifactSettings(Format.CSV, Layout.LONG, "", ';', true, true, Duration.ofDays(14));
        assertThat(text(settings, part(row("real-chats", "user", "a;b,c", 29, "1.5", "ok"))))
                .isEqualTo(
                        "\uFEFF" + HEADER.replace(',', ';')
                                + "org-1;Acme;real-chats;user;\"a;b,c\";\"a;b,c\";2020-10-29T00:00:00+02:00;2020-10-30T00:00:00+02:00;day;1.5;u;ok\r\n");
    }

    @Test
    void jsonIsAnArrayOfRowsAndNdjsonARowPerLine() throws Exception {
        Part part = part(
                row("real-chats", "org", "", 29, "12.50", "ok"),
                row("average-wait", "user", "Zoë \"Z\"", 29, "", "none"));
        String first =
                "{\"organization_id\":\"org-1\",\"organization\":\"Acme\",\"metric\":\"real-chats\",\"scope\":\"org\",\"subject_id\":\"\",\"subject\":\"\",\"bucket_start\":\"2020-10-29T00:00:00+02:00\",\"bucket_end\":\"2020-10-30T00:00:00+02:00\",\"granularity\":\"day\",\"value\":12.50,\"unit\":\"u\",\"status\":\"ok\"}";
        String second =
                "{\"organization_id\":\"org-1\",\"organization\":\"Acme\",\"metric\":\"average-wait\",\"scope\":\"user\",\"subject_id\":\"Zoë \\\"Z\\\"\",\"subject\":\"Zoë \\\"Z\\\"\",\"bucket_start\":\"2020-10-29T00:00:00+02:00\",\"bucket_end\":\"2020-10-30T00:00:00+02:00\",\"granularity\":\"day\",\"value\":null,\"unit\":\"u\",\"status\":\"none\"}";
        assertThat(text(settings(Format.JSON, Layout.LONG), part)).isEqualTo("[\n" + first + ",\n" + second + "\n]\n");
        assertThat(text(settings(Format.NDJSON, Layout.LONG), part)).isEqualTo(first + "\n" + second + "\n");
    }

    @Test
    void theWideLayoutHasALinePerSubjectAndBucketSortedByScopeSubjectAndTime() throws Exception {
        Part counts = part(
                row("real-chats", "org", "", 29, "9", "ok"),
                row("real-chats", "user", "Bert", 29, "2", "ok"),
                row("real-chats", "user", "Anna", 30, "4", "provisional"),
                row("real-chats", "user", "Anna", 29, "3", "ok"));
        Part averages = part(
                row("average-wait", "user", "Anna", 29, "", "none"),
                row("average-wait", "user", "Anna", 30, "", "gap"));
        String day29 = ",2020-10-29T00:00:00+02:00,2020-10-30T00:00:00+02:00,day,";
        String day30 = ",2020-10-30T00:00:00+02:00,2020-10-31T00:00:00+02:00,day,";
        assertThat(text(settings(Format.CSV, Layout.WIDE), counts, averages))
                .isEqualTo(
                        "organization_id,organization,scope,subject_id,subject,bucket_start,bucket_end,granularity,real-chats,bot-clicks,average-wait,status\r\n"
                                + "org-1,Acme,user,Anna,Anna" + day29 + "3,,,none\r\n"
                                + "org-1,Acme,user,Anna,Anna" + day30 + "4,,,gap\r\n"
                                + "org-1,Acme,user,Bert,Bert" + day29 + "2,,,ok\r\n"
                                + "org-1,Acme,org,," + day29 + "9,,,ok\r\n");
        assertThat(text(settings(Format.NDJSON, Layout.WIDE), counts, averages))
                .contains(
                        "\"granularity\":\"day\",\"real-chats\":3,\"bot-clicks\":null,\"average-wait\":null,\"status\":\"none\"}");
    }

    @Test
    void theRepeatedHourOfAutumnSortsByInstant() throws Exception {
        Part part = part(
                row("real-chats", "2020-10-25T03:00:00+02:00", "2020-10-25T04:00:00+02:00", "2"),
                row("real-chats", "2020-10-25T03:00:00+03:00", "2020-10-25T03:00:00+02:00", "1"));
        assertThat(text(settings(Format.CSV, Layout.WIDE), part).lines().skip(1))
                .containsExactly(
                        "org-1,Acme,org,,,2020-10-25T03:00:00+03:00,2020-10-25T03:00:00+02:00,hour,1,,,ok",
                        "org-1,Acme,org,,,2020-10-25T03:00:00+02:00,2020-10-25T04:00:00+02:00,hour,2,,,ok");
    }

    @Test
    void moreWideLinesThanFitIntoMemoryAreRefusedAndLeaveNothingBehind() throws Exception {
        List<Row> rows = new ArrayList<>();
        IntStream.range(0, WideLines.MOST).forEach(i -> rows.add(row("real-chats", "user", "u" + i, 29, "1", "ok")));
        ArtifactSettings wide = settings(Format.CSV, Layout.WIDE);
        assertThat(text(wide, part(rows.toArray(Row[]::new))).lines()).hasSize(WideLines.MOST + 1);
        rows.add(row("real-chats", "user", "one more", 29, "1", "ok"));
        Part tooMany = part(rows.toArray(Row[]::new));
        Path target = Files.createDirectory(folder.resolve("refused")).resolve("artifact");
        assertThatThrownBy(() -> new Artifacts(SampleReport.TEMPLATES).write(List.of(tooMany), wide, FACTS, target))
                .isInstanceOf(TooManyLines.class)
                .hasMessageContaining("more than 100000 lines")
                .hasMessageContaining("layout: long");
        assertThat(target.getParent()).isEmptyDirectory();
    }

    private String text(ArtifactSettings settings, Part... parts) throws Exception {
        return Files.readString(write(settings, parts));
    }

    private Path write(ArtifactSettings settings, Part... parts) throws Exception {
        Path artifact = folder.resolve("artifact");
        SealedFile written = new Artifacts(SampleReport.TEMPLATES).write(List.of(parts), settings, FACTS, artifact);
        assertThat(written.file()).isEqualTo(artifact);
        assertThat(written.isIntact())
                .as("its size and checksum are the file's")
                .isTrue();
        return artifact;
    }

    private static ArtifactSettings settings(Format format, Layout layout) {
        return new ArtifactSettings(format, layout, "", ',', false, true, Duration.ofDays(14));
    }

    private Part part(Row... rows) throws IOException {
        try (PartFile part = new PartFile(Files.createTempFile(folder, "part", ".csv"))) {
            part.append(List.of(rows));
            return part.seal();
        }
    }

    private static Row row(String metric, String scope, String subject, int day, String value, String status) {
        String start = "2020-10-%dT00:00:00+02:00".formatted(day);
        String end = "2020-10-%dT00:00:00+02:00".formatted(day + 1);
        return Row.of(List.of("org-1", "Acme", metric, scope, subject, subject, start, end, "day", value, "u", status));
    }

    private static Row row(String metric, String start, String end, String value) {
        return Row.of(List.of("org-1", "Acme", metric, "org", "", "", start, end, "hour", value, "u", "ok"));
    }
}
