package com.giosg.chatreports.names;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.config.Look;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Secret;
import com.giosg.chatreports.names.KnownNames.Known;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What runs of the same organization and token share. */
class KnownNamesTest {

    private final RequestFailure refused = new RequestFailure(FailureKind.DENIED, "no");

    private Instant now = Instant.EPOCH;
    private final KnownNames known = new KnownNames(() -> now, 10);

    @Test
    void namesAreSharedForSomeMinutesWithTheSameToken() throws RequestFailure {
        known.learn(organization("a", "one"), users("u1"));
        now = now.plus(Duration.ofMinutes(10)).minusMillis(1);

        assertThat(fresh("a", "one")).containsExactly("u1");
        assertThat(fresh("a", "other")).isEmpty();
        assertThat(fresh("b", "one")).isEmpty();
        assertThat(known.fresh(organization("a", "one"), DirectoryList.TEAMS)).isEmpty();

        now = now.plusMillis(1);
        assertThat(fresh("a", "one")).isEmpty();
    }

    @Test
    void whoDisappearedKeepsTheName() throws RequestFailure {
        known.learn(organization("a", "one"), users("u1", "u2"));

        Known learnt = known.learn(organization("a", "one"), users("u2", "u3"));

        assertThat(learnt.entries()).containsOnlyKeys("u1", "u2", "u3");
    }

    @Test
    void aFailureLeavesTheNamesThatWereKnownAndIsNotRepeatedForAMinute() throws RequestFailure {
        known.learn(organization("a", "one"), users("u1"));
        Listing failed = users();
        failed.giveUp(refused);

        Known learnt = known.learn(organization("a", "one"), failed);

        assertThat(learnt.entries()).containsOnlyKeys("u1");
        assertThat(learnt.failure()).contains(refused);
        now = now.plusSeconds(59);
        assertThat(fresh("a", "one")).containsExactly("u1");
        now = now.plusSeconds(1);
        assertThat(fresh("a", "one")).isEmpty();
    }

    @Test
    void ofRoomsOnlyTheLastWholeListCounts() throws RequestFailure {
        known.learn(organization("a", "one"), listing(DirectoryList.ROOMS, "r1"));
        assertThat(known.learn(organization("a", "one"), listing(DirectoryList.ROOMS, "r2"))
                        .entries())
                .containsOnlyKeys("r2");

        Listing half = listing(DirectoryList.ROOMS, "r3");
        half.giveUp(refused);

        assertThat(known.learn(organization("a", "one"), half).entries()).containsOnlyKeys("r2");
    }

    @Test
    void whatWasLongestNotAskedForIsForgottenFirst() throws RequestFailure {
        known.learn(organization("a", "one"), users("u1", "u2", "u3"));
        known.learn(organization("b", "one"), users("u1", "u2", "u3"));
        assertThat(fresh("a", "one")).hasSize(3);

        known.learn(organization("c", "one"), users("u1", "u2", "u3"));

        assertThat(fresh("b", "one")).isEmpty();
        assertThat(fresh("a", "one")).hasSize(3);
        assertThat(fresh("c", "one")).hasSize(3);
    }

    private List<String> fresh(String id, String token) {
        return known.fresh(organization(id, token), DirectoryList.USERS)
                .map(had -> List.copyOf(had.entries().keySet()))
                .orElse(List.of());
    }

    private static Organization organization(String id, String token) {
        return new Organization(id, id, id, new Secret("", token), Optional.empty(), List.of(), Map.of(), Look.USUAL);
    }

    private static Listing users(String... ids) throws RequestFailure {
        return listing(DirectoryList.USERS, ids);
    }

    private static Listing listing(DirectoryList list, String... ids) throws RequestFailure {
        Listing listing = new Listing(list, URI.create("https://example.com"), "o1");
        String entries = Stream.of(ids)
                .map("{\"id\": \"%1$s\", \"full_name\": \"%1$s\", \"name\": \"%1$s\"}"::formatted)
                .collect(Collectors.joining(","));
        String page = "{\"next\": null, \"results\": [" + entries + "]}";
        listing.read(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        return listing;
    }
}
