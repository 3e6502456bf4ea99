package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.config.Look;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How often it is said that the API refuses an organization's token. */
class RefusalsTest {

    private Instant now = Instant.parse("2020-11-02T06:00:00Z");
    private final Refusals refusals = new Refusals(() -> now);

    @Test
    void isSaidOnceForAnOrganizationAndAToken() {
        assertThat(refusals.isNews(organization("acme", "one"))).isTrue();
        assertThat(refusals.isNews(organization("acme", "one"))).isFalse();
        assertThat(refusals.isNews(organization("acme", "other"))).isTrue();
        assertThat(refusals.isNews(organization("bakery", "one"))).isTrue();
    }

    @Test
    void isSaidAgainWhenItStillHoldsAnHourLater() {
        assertThat(refusals.isNews(organization("acme", "one"))).isTrue();
        now = now.plus(Duration.ofMinutes(59));
        assertThat(refusals.isNews(organization("acme", "one"))).isFalse();
        now = now.plus(Duration.ofMinutes(1));
        assertThat(refusals.isNews(organization("acme", "one"))).isTrue();
    }

    private static Organization organization(String key, String token) {
        return new Organization(
                key, "", key, new Secret("{{env:TOKEN}}", token), Optional.empty(), List.of(), Map.of(), Look.USUAL);
    }
}
