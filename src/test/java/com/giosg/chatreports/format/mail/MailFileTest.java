package com.giosg.chatreports.format.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.format.Envelope;
import com.giosg.chatreports.format.SampleReport;
import com.giosg.chatreports.format.notice.FailureNotice;
import com.giosg.chatreports.format.view.ReportView;
import com.giosg.chatreports.format.view.ReportViews;
import com.giosg.chatreports.format.view.Room;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.request.FailureKind;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails as files, read back by the mail library, and byte for byte. */
class MailFileTest {

    private static final Path GOLDEN = Path.of("src/test/resources/mails/weekly.eml");
    private static final Path LOGO = Path.of("src/test/resources/looks/logo.png");
    private static final ZonedDateTime DATE = ZonedDateTime.parse("2020-11-02T07:30:00+02:00");

    @TempDir
    Path folder;

    /**
     * A report with everything that a reader can come across: several buckets, teams, a gap, a figure that can change,
     * an average, umlauts. After a change that is meant, copy the file that the message names over the golden one.
     */
    @Test
    void theSameReportIsTheSameBytes() throws Exception {
        Path first = write(weekly(), "first.eml");
        Path second = write(weekly(), "second.eml");

        assertThat(second).hasSameBinaryContentAs(first);
        Path made = Files.copy(first, Path.of("target/weekly.eml"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(Files.readString(first)).as(made.toString()).isEqualTo(Files.readString(GOLDEN));
    }

    private Mail weekly() throws Exception {
        SampleReport sample = SampleReport.of(
                folder,
                "Zürich Möbel & Söhne",
                "title: \"Chats of {organization}\", window: 2020-10-31..2020-11-01, time-zone: Europe/Zurich,"
                        + " scopes: [org, team], metrics: [real-chats, average-response-wait-time, sales-in-real-chats]");
        sample.org("real-chats", 0, "1200", "ok")
                .org("real-chats", 1, "34", "ok")
                .org("average-response-wait-time", 0, "12.3456", "ok")
                .org("average-response-wait-time", 1, "", "none")
                .org("sales-in-real-chats", 0, "99.5", "ok")
                .org("sales-in-real-chats", 1, "1000", "provisional")
                .row("real-chats", Scope.TEAM, "Växel <b>", 0, "7", "ok")
                .row("real-chats", Scope.TEAM, "Växel <b>", 1, "8", "ok")
                .row("real-chats", Scope.TEAM, "Service", 0, "70", "ok")
                .gap("sales-in-real-chats", Scope.TEAM, FailureKind.SERVER_ERROR, "Växel <b>", "Service");
        ReportView view = ReportViews.of(sample.facts(), sample.parts(), Room.MAIL);
        Path attachment = Files.writeString(folder.resolve("Übersicht.csv"), "a,b\r\n1,2\r\n");
        MailTexts texts = MailTexts.of(SampleReport.TEMPLATES, view, "", List.of("Übersicht.csv"), false);
        return new Mail(
                "r1.leads@example.com",
                DATE,
                "Zoë <reports@example.com>",
                "anna@example.com, \"Bé, C\" <bert@example.com>",
                "",
                texts.subject(),
                texts.text(),
                texts.html(),
                texts.pictures(),
                List.of(new Mail.Attachment(attachment, "text/csv; charset=utf-8")));
    }

    @Test
    void isReadByMailProgramsAsItIsMeant() throws Exception {
        MimeMessage read = read(write(weekly(), "mail.eml"));

        assertThat(read.getSubject())
                .isEqualTo("[incomplete 2/3] Chats of Zürich Möbel & Söhne: Zürich Möbel & Söhne, 31 Oct – 1 Nov 2020");
        assertThat(((InternetAddress) read.getFrom()[0]).getPersonal()).isEqualTo("Zoë");
        assertThat(read.getRecipients(RecipientType.TO)).hasSize(2);
        assertThat(((InternetAddress) read.getRecipients(RecipientType.TO)[1]).getPersonal())
                .isEqualTo("Bé, C");
        assertThat(read.getMessageID()).isEqualTo("<r1.leads@example.com>");
        assertThat(read.getSentDate()).isEqualTo(DATE.toInstant());
        assertThat(read.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        MimeMultipart mixed = (MimeMultipart) read.getContent();
        MimeMultipart bodies = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(bodies.getContentType()).startsWith("multipart/alternative");
        assertThat(text(bodies.getBodyPart(0))).contains("Växel <b>").doesNotContain("<td");
        assertThat(text(bodies.getBodyPart(1))).contains("Växel &lt;b&gt;").doesNotContain("<b>Växel", "http", "src=");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("Übersicht.csv");
        assertThat(mixed.getBodyPart(1).getContentType()).isEqualTo("text/csv; charset=utf-8");
        assertThat(text(mixed.getBodyPart(1))).isEqualTo("a,b\r\n1,2\r\n");
    }

    /** The logo belongs to the HTML alone; what the mail carries stays beside both. */
    @Test
    void aLogoIsAPartOfTheHtml() throws Exception {
        Path first = write(withLogo(), "first.eml");
        assertThat(write(withLogo(), "second.eml")).hasSameBinaryContentAs(first);
        Path made = Files.copy(first, Path.of("target/logo.eml"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(Files.readString(first))
                .as(made.toString())
                .isEqualTo(Files.readString(Path.of("src/test/resources/mails/logo.eml")));

        MimeMultipart mixed = (MimeMultipart) read(first).getContent();
        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("figures.csv");
        MimeMultipart bodies = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(bodies.getContentType()).startsWith("multipart/alternative");
        assertThat(bodies.getBodyPart(0).getContentType()).startsWith("text/plain");
        MimeMultipart related = (MimeMultipart) bodies.getBodyPart(1).getContent();
        assertThat(related.getContentType()).startsWith("multipart/related");
        MimeBodyPart picture = (MimeBodyPart) related.getBodyPart(1);
        assertThat(picture.getDisposition()).isEqualTo("inline");
        assertThat(picture.getInputStream()).hasBinaryContent(Files.readAllBytes(LOGO));
        assertThat(text(related.getBodyPart(0)))
                .contains("src=\"cid:" + picture.getContentID().replaceAll("[<>]", "") + "\" alt=\"Acme &amp; Söhne\"");
    }

    private Mail withLogo() throws Exception {
        SampleReport sample = SampleReport.of(
                        folder,
                        "Acme & Söhne",
                        "title: Chats, window: 2020-10-31, time-zone: UTC, metrics: [real-chats]",
                        "{ logo: " + LOGO + ", colour: '#0a7d4f', footer: Acme & Söhne · Helsinki }")
                .org("real-chats", 0, "1200", "ok");
        ReportView view = ReportViews.of(sample.facts(), sample.parts(), Room.MAIL);
        Path attachment = Files.writeString(folder.resolve("figures.csv"), "a,b\r\n1,2\r\n");
        MailTexts texts = MailTexts.of(SampleReport.TEMPLATES, view, "", List.of("figures.csv"), false);
        return new Mail(
                "r1.leads@example.com",
                DATE,
                "reports@example.com",
                "anna@example.com",
                "",
                texts.subject(),
                texts.text(),
                texts.html(),
                texts.pictures(),
                List.of(new Mail.Attachment(attachment, "text/csv; charset=utf-8")));
    }

    /** Kept, to be looked at. */
    @Test
    void noticesToOperatorsAreDarkInTheDarkToo() throws Exception {
        SampleReport sample =
                SampleReport.of(folder, "Acme", "window: 2020-10-31, time-zone: UTC, metrics: [real-chats]");
        FailureNotice notice = new FailureNotice(
                new Envelope("r1", "weekly", "acme", sample.facts().window()),
                "Chats & more",
                "W".repeat(200),
                8,
                List.of(new FailureNotice.Cause("denied", "the token was refused", 8, "make a new one")));

        String html = MailTexts.of(SampleReport.TEMPLATES, notice).html();

        Files.createDirectories(Path.of("target/mails"));
        Files.writeString(Path.of("target/mails/notice.html"), html);
        assertThat(html)
                .contains(
                        "content=\"light dark\"",
                        ".card { background: #18212b !important; }",
                        "Chats &amp; more could not")
                .doesNotContain("http", "src=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello\r\nBcc: evil@example.com",
                "Hello\nBcc: evil@example.com\n\nevil body",
                "Hello\rBcc: evil@example.com",
                "Hello\u2028Bcc: evil@example.com",
                "\r\n\r\nBcc: evil@example.com",
                "Grüße \r\n =?UTF-8?Q?x?= Bcc: evil@example.com",
            })
    void noTextBecomesAHeader(String text) throws Exception {
        Mail plain = weekly();
        Path attachment = Files.writeString(folder.resolve("evil\r\nBcc: evil@example.com.csv"), "a");
        Path file = write(
                new Mail(
                        plain.id(),
                        DATE,
                        "\"" + text.replaceAll("[\r\n@]", "") + "\" <reports@example.com>",
                        plain.to(),
                        "",
                        text,
                        text,
                        text,
                        List.of(),
                        List.of(new Mail.Attachment(attachment, "text/csv; charset=utf-8"))),
                "evil.eml");

        MimeMessage read = read(file);
        assertThat(read.getHeader("Bcc")).isNull();
        assertThat(read.getRecipients(RecipientType.BCC)).isNull();
        assertThat(Files.readString(file).split("\r\n\r\n", 2)[0].lines())
                .allMatch(line -> line.matches(
                        "(Date|From|To|Message-ID|Subject|MIME-Version|Content-Type|Auto-Submitted): .*|[ \t].+"));
        BodyPart part = ((MimeMultipart) read.getContent()).getBodyPart(1);
        assertThat(part.getAllHeaders().asIterator()).toIterable().hasSize(3);
        assertThat(part.getFileName()).doesNotContain("\n", "\r");
    }

    @Test
    void longSubjectsAndNamesSurvive() throws Exception {
        Mail plain = weekly();
        String subject = "Ä very löng subject ".repeat(15).strip();
        Path attachment = Files.writeString(folder.resolve("ä".repeat(90) + ".csv"), "a");
        Path file = write(
                new Mail(
                        plain.id(),
                        DATE,
                        plain.from(),
                        plain.to(),
                        "",
                        subject,
                        "",
                        "",
                        List.of(),
                        List.of(new Mail.Attachment(attachment, "text/csv; charset=utf-8"))),
                "long.eml");

        MimeMessage read = read(file);
        assertThat(read.getSubject()).isEqualTo(subject);
        assertThat(((MimeMultipart) read.getContent()).getBodyPart(1).getFileName())
                .isEqualTo("ä".repeat(90) + ".csv");
        assertThat(Files.readAllLines(file)).allMatch(line -> line.getBytes(UTF_8).length <= 998);
    }

    private Path write(Mail mail, String name) throws IOException {
        Path file = folder.resolve(name);
        assertThat(MailFile.write(mail, file).isIntact()).isTrue();
        return file;
    }

    private static MimeMessage read(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage((Session) null, in);
        }
    }

    private static String text(BodyPart part) throws Exception {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
