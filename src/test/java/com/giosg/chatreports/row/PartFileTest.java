package com.giosg.chatreports.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartFileTest {

    @TempDir
    Path folder;

    @Test
    void isALongCsvAndKnowsItsChecksum() throws Exception {
        Part part = part(row("a,b", "5"));
        byte[] csv = (Part.HEADING
                        + "org-1,Acme Oy,real-chats,team,id,\"a,b\",2020-10-29,2020-10-30,day,5,chats,ok\r\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(part.file()).hasBinaryContent(csv);
        CRC32C checksum = new CRC32C();
        checksum.update(csv);
        assertThat(part).isEqualTo(new Part(folder.resolve("part.csv"), 1, checksum.getValue(), false));
    }

    @Test
    void isOnlyThereWhenItIsSealed() throws IOException {
        Path file = folder.resolve("part.csv");
        try (PartFile part = new PartFile(file)) {
            part.append(List.of(row("a", "5")));
            assertThat(file).doesNotExist();
            part.seal();
            assertThat(file).exists();
        }
        assertThat(file).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void leavesNothingBehindWhenItIsNotSealed() throws IOException {
        try (PartFile part = new PartFile(folder.resolve("part.csv"))) {
            part.append(List.of(row("a", "5")));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx", "\rx"})
    void saysThatATextLooksLikeAFormula(String text) throws IOException {
        assertThat(part(row(text, "5")).guarded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'=1", "a=1", " =1", "ä"})
    void saysThatNoTextLooksLikeAFormula(String text) throws IOException {
        assertThat(part(row(text, "-5")).guarded()).isFalse();
    }

    @Test
    void isReadBackAsItWasWritten() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String text :
                List.of("", "\"", "a\nb", "a\r\nb", ",", "=1", "\u0000", "👩‍💻", "עברית", "x".repeat(200_000))) {
            rows.add(row(text, "-0.5"));
        }
        Part part = part(rows.toArray(Row[]::new));
        try (Stream<Row> read = PartReader.rows(part)) {
            assertThat(read).containsExactlyElementsOf(rows);
        }
    }

    private Part part(Row... rows) throws IOException {
        try (PartFile part = new PartFile(folder.resolve("part.csv"))) {
            part.append(List.of(rows));
            return part.seal();
        }
    }

    private static Row row(String subject, String value) {
        return Row.of(List.of(
                "org-1",
                "Acme Oy",
                "real-chats",
                "team",
                "id",
                subject,
                "2020-10-29",
                "2020-10-30",
                "day",
                value,
                "chats",
                "ok"));
    }
}
