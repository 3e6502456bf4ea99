package com.giosg.chatreports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail that others made, taken to pieces. */
class MailPartsTest {

    private static final String MAIL = """
            Subject: =?UTF-8?Q?Viikko_=E2=80=93_44?=
            From: Reports <reports@example.com>
            To: =?UTF-8?Q?=C3=85ke?= <ake@example.com>, b@example.com
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=mixed

            --mixed
            Content-Type: multipart/alternative; boundary=either

            --either
            Content-Type: text/plain; charset=UTF-8

            In words
            --either
            Content-Type: multipart/related; boundary=with

            --with
            Content-Type: text/html; charset=UTF-8

            <img src="cid:logo@x"><img src='cid:chart%401'><p style="background:url(cid:logo@x)">cid:logo@x</p><img src="cid:none">
            --with
            Content-Type: image/png
            Content-ID: <logo@x>
            Content-Transfer-Encoding: base64

            AQID
            --with
            Content-Type: image/svg+xml; name="../../chart one.svg"
            Content-ID: <chart@1>
            Content-Transfer-Encoding: base64

            BAUG
            --with--
            --either--
            --mixed
            Content-Type: text/csv
            Content-Disposition: attachment; filename="rows.csv"

            first
            --mixed
            Content-Type: text/html
            Content-Disposition: attachment; filename="../rows.csv"

            second
            --mixed
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename="rows.csv"

            third
            --mixed--
            """;

    @TempDir
    private Path folder;

    private MailParts parts;

    @BeforeEach
    void unpack() throws Exception {
        Path mail = Files.writeString(folder.resolve("a mail.eml"), MAIL.replace("\n", "\r\n"));
        parts = MailParts.unpack(mail);
    }

    @Test
    void whoGetsItAndWhatItSaysIsReadable() throws Exception {
        assertThat(parts.subject()).isEqualTo("Viikko – 44");
        assertThat(parts.from()).isEqualTo("Reports <reports@example.com>");
        assertThat(parts.to()).isEqualTo("Åke <ake@example.com>, b@example.com");
        assertThat(parts.cc()).isEmpty();
        assertThat(parts.text().orElseThrow()).hasFileName("a mail.txt").hasContent("In words");
    }

    @Test
    void picturesOfThePageAreFilesBesideIt() throws Exception {
        assertThat(parts.html().orElseThrow())
                .hasFileName("a mail.html")
                .hasContent(
                        "<img src=\"./a%20mail.parts/picture-1.png\"><img src='./a%20mail.parts/_.._chart%20one.svg'>"
                                + "<p style=\"background:url(./a%20mail.parts/picture-1.png)\">cid:logo@x</p><img src=\"cid:none\">");
        assertThat(folder.resolve("a mail.parts/picture-1.png")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(folder.resolve("a mail.parts/_.._chart one.svg")).hasBinaryContent(new byte[] {4, 5, 6});
    }

    @Test
    void attachmentsKeepTheirNamesAndNoneLeavesTheFolderOrTakesTheNameOfAnother() {
        assertThat(parts.attachments())
                .containsExactlyElementsOf(List.of(
                        folder.resolve("a mail.parts/rows.csv"),
                        folder.resolve("a mail.parts/_rows.csv"),
                        folder.resolve("a mail.parts/2-rows.csv")));
        assertThat(parts.attachments().get(2)).hasContent("third");
        assertThat(folder.getParent().resolve("rows.csv")).doesNotExist();
    }
}
