package com.giosg.chatreports.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which look an organization's reports have; what is wrong with one is a case of {@link ConfigurationCasesTest}. */
class LookTest {

    @TempDir
    private Path folder;

    @Test
    void theOrganizationsOwnWinsKeyByKey() throws IOException {
        Map<String, Organization> organizations = organizations("""
                look: { colour: "#0A7D4F", footer: " Agency " }
                organizations:
                  plain: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3301 }
                  own: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3302, look: { footer: Own } }
                """);

        assertThat(organizations.get("plain").look())
                .isEqualTo(new Look(Optional.of("#0a7d4f"), Optional.of("Agency"), Optional.empty()));
        assertThat(organizations.get("own").look())
                .isEqualTo(new Look(Optional.of("#0a7d4f"), Optional.of("Own"), Optional.empty()));
    }

    @Test
    void withoutAnyItIsTheUsualOne() throws IOException {
        assertThat(organizations("organizations: { plain: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3301 } }")
                        .get("plain")
                        .look())
                .isEqualTo(Look.USUAL);
    }

    @ParameterizedTest
    @CsvSource({"png, 600, 150, 192, 48", "png, 600, 60, 240, 24", "jpg, 40, 20, 40, 20", "png, 4000, 1, 240, 1"})
    void logosAreShownAsLargeAsThereIsRoom(String kind, int width, int height, int shownWidth, int shownHeight)
            throws IOException {
        Path file = folder.resolve("logo");
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), kind, file.toFile());

        Logo logo = LogoReader.read(file.toString());

        assertThat(logo.mediaType()).isEqualTo(kind.equals("png") ? "image/png" : "image/jpeg");
        assertThat(logo.bytes()).isEqualTo(Files.readAllBytes(file));
        assertThat(logo.width()).isEqualTo(shownWidth);
        assertThat(logo.height()).isEqualTo(shownHeight);
    }

    @Test
    void aLogoOf100KibibytesIsTheLargest() throws IOException {
        byte[] small = Files.readAllBytes(Path.of("src/test/resources/looks/logo.png"));
        Path file = Files.write(folder.resolve("logo.png"), Arrays.copyOf(small, 100 * 1024));
        assertThat(LogoReader.read(file.toString()).width()).isEqualTo(160);

        Files.write(file, Arrays.copyOf(small, 100 * 1024 + 1));
        assertThatThrownBy(() -> LogoReader.read(file.toString()))
                .hasMessage("has more than 100 KiB, which every mail would carry; save it smaller");
    }

    private Map<String, Organization> organizations(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("reports.yaml"), """
                api: { token: "{{env:GIOSG_TOKEN}}" }
                reports: { weekly: { time-zone: UTC, window: last-week, metrics: real-chats, sinks: page } }
                sinks: { page: { type: file, directory: out, format: html } }
                """ + text);
        return ReadingForTests.read(file).configuration().organizations();
    }
}
