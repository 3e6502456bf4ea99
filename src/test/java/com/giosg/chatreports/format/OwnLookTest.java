package com.giosg.chatreports.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.format.mail.MailTexts;
import com.giosg.chatreports.format.page.HtmlPage;
import com.giosg.chatreports.format.view.ReportViews;
import com.giosg.chatreports.format.view.Room;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports with a look of their own. */
class OwnLookTest {

    private static final String HOSTILE = "</footer><script>alert(1)</script> & \"Söhne\" \u05d0\u05d1";
    private static final String ESCAPED =
            "&lt;/footer&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Söhne&quot; \u05d0\u05d1";
    private static final String LOOK = "{ colour: '#ffd500', footer: '" + HOSTILE + "' }";

    @TempDir
    private Path folder;

    @Test
    void pagesHaveItsColourAndItsFooterAsText() throws Exception {
        assertThat(page(sample(LOOK)))
                .contains("--accent: #856f00; --tint: #856f001f;", "--accent: #ffd500; --tint: #ffd50026;")
                .contains("<p class=\"own\" dir=\"auto\">" + ESCAPED + "</p>")
                .doesNotContain("<script", "#0b5fa5", "#6cb3f2");
    }

    @Test
    void mailsHaveItsColourAndItsFooterAsText() throws Exception {
        MailTexts mail = mail(sample(LOOK));

        assertThat(mail.html())
                .contains("bgcolor=\"#ffd500\" style=\"background:#ffd500;", "color:#000000", ESCAPED)
                .contains(".accent { color: #ffd500 !important; }")
                .doesNotContain("<script", "#0b5fa5", "#12304d", "#6cb3f2", "#2e86d1");
        assertThat(mail.text()).contains("-\n" + HOSTILE + "\n\n");
    }

    /** The whole page, to be looked at; after a change that is meant, copy the file that the message names over the golden one. */
    @Test
    void pagesHoldItsLogo() throws Exception {
        String page = page(
                sample("{ colour: '#0a7d4f', footer: Acme Oy · Helsinki, logo: src/test/resources/looks/logo.png }"));

        Path made = Files.writeString(Path.of("target/own-look.html"), page);
        assertThat(page).as(made.toString()).isEqualTo(Files.readString(Path.of("src/test/resources/looks/page.html")));
        assertThat(page)
                .contains("default-src 'none'; img-src data:; style-src", "<img src=\"data:image/png;base64,iVBOR")
                .contains("alt=\"Acme Oy\" width=\"160\" height=\"48\">");
    }

    @Test
    void withoutOneNothingIsLeftEmpty() throws Exception {
        assertThat(page(sample("{}")))
                .doesNotContain("class=\"own\"", "<img", "img-src")
                .contains("<footer>\n");
        assertThat(mail(sample("{}")).html()).doesNotContain("padding-bottom:10px;font-size:13px", "class=\"logo\"");
    }

    private SampleReport sample(String look) throws IOException {
        return SampleReport.of(
                        folder,
                        "Acme Oy",
                        "window: 2020-10-26..2020-11-01, time-zone: UTC, metrics: [real-chats, short-chats]",
                        look)
                .filled(Map.of());
    }

    private static String page(SampleReport sample) throws Exception {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        HtmlPage.write(sample.parts(), sample.facts(), SampleReport.TEMPLATES, page);
        return page.toString(StandardCharsets.UTF_8);
    }

    private static MailTexts mail(SampleReport sample) throws Exception {
        return MailTexts.of(
                SampleReport.TEMPLATES,
                ReportViews.of(sample.facts(), sample.parts(), Room.MAIL),
                "",
                List.of("weekly.csv"),
                false);
    }
}
