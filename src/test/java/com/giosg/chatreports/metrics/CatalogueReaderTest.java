package com.giosg.chatreports.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the shipped templates say in their headers; wrong headers are in {@code wrong-templates}. */
class CatalogueReaderTest {

    private static final Path FOLDER = Path.of("templates");

    private final CatalogueReader.Reading reading = CatalogueReader.read(FOLDER, Templates.configuration(FOLDER));
    private final Catalogue catalogue = reading.catalogue();

    @Test
    void theShippedTemplatesAreInOrder() {
        assertThat(reading.problems()).isEmpty();
        assertThat(catalogue.metrics()).extracting(Metric::id).hasSize(14).isSorted();
    }

    @Test
    void allStandsForTheThirteenMetricsOfTheTutorial() {
        assertThat(catalogue.all())
                .extracting(Metric::id)
                .hasSize(13)
                .contains("short-chats")
                .doesNotContain("short-chats-as-published");
        assertThat(metric("short-chats-as-published").variantOf()).isEqualTo(Optional.of("short-chats"));
    }

    @Test
    void readsTheWholeHeader() {
        assertThat(metric("average-purchase-value-in-real-chats"))
                .isEqualTo(new Metric(
                        "average-purchase-value-in-real-chats",
                        "Average purchase value in real chats",
                        "Sales per real chat that had a purchase; Giosg names no currency."
                                + " Giosg counts carts bought during the chat or up to 24 hours after it.",
                        new Api("chat-sessions", "/api/reporting/v1/orgs/{organization}/chat_sessions", true, true),
                        Set.of(Scope.ORG, Scope.TEAM, Scope.USER),
                        "account currency",
                        Aggregation.AVERAGE,
                        Duration.ofHours(24),
                        Optional.empty()));
    }

    @Test
    void scopesAreInTheirOwnOrderWhateverThatOfTheHeader() {
        assertThat(metric("real-chats").scopes()).containsExactly(Scope.ORG, Scope.TEAM, Scope.USER);
    }

    @Test
    void onlySalesSettleLater() {
        assertThat(catalogue.metrics())
                .filteredOn(metric -> !metric.settlesAfter().isZero())
                .extracting(Metric::id)
                .containsExactly(
                        "average-purchase-value-in-real-chats",
                        "purchases-in-real-chats",
                        "real-chats-with-sales",
                        "sales-in-real-chats");
    }

    @Test
    void onlyChatsCanBeNarrowedToRoomsAndOnlyTheWorkflowHasNoBuckets() {
        assertThat(catalogue.metrics()).allSatisfy(metric -> {
            assertThat(metric.api().rooms()).isEqualTo(metric.api().id().equals("chat-sessions"));
            assertThat(metric.api().buckets()).isNotEqualTo(metric.api().id().equals("workflow"));
        });
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> Templates.configuration(Path.of("no-such-folder")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no-such-folder");
    }

    private Metric metric(String id) {
        return catalogue.find(id).orElseThrow();
    }
}
