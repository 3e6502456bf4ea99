package com.giosg.chatreports.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of the directory from its first page to its last. */
class ListingTest {

    private static final URI DIRECTORY = URI.create("https://proxy.example.com/giosg");

    @Test
    void usersIncludeThoseWhoLeft() {
        assertThat(listing(DirectoryList.USERS).page())
                .isEqualTo(new PageAddress("/api/v5/orgs/o1/users", "include_deleted=true"));
    }

    @Test
    void teamsAreAskedForWithBothValuesAndMergedByTheirIds() throws RequestFailure {
        Listing teams = listing(DirectoryList.TEAMS);

        assertThat(teams.page()).isEqualTo(new PageAddress("/api/v6/orgs/o1/teams", "is_deleted=false"));
        teams.read(page(null, "{\"id\": \"t1\", \"name\": \"Old\", \"display_name\": \"Shared\"}"));
        assertThat(teams.page()).isEqualTo(new PageAddress("/api/v6/orgs/o1/teams", "is_deleted=true"));
        teams.read(page(
                null,
                "{\"id\": \"t1\", \"name\": \"Old\"}, {\"id\": \"t2\", \"name\": \"Gone\", \"display_name\": null}"));

        assertThat(teams.isOpen()).isFalse();
        assertThat(teams.found().values()).extracting(Entry::name).containsExactly("Shared", "Gone");
    }

    @Test
    void roomsAreAskedForAtTheirOldAddressWhereTheNewOneDoesNotExist() throws RequestFailure {
        Listing rooms = listing(DirectoryList.ROOMS);

        assertThat(rooms.page()).isEqualTo(new PageAddress("/api/v5/orgs/o1/rooms", ""));
        assertThat(rooms.fallsBack()).isTrue();
        assertThat(rooms.page()).isEqualTo(new PageAddress("/api/v5/rooms", "organization_id=o1"));
        assertThat(rooms.fallsBack()).isFalse();
        rooms.read(page(null, "{\"id\": \"r1\", \"name\": \"Inner\", \"display_name\": \"Outer\"}"));

        assertThat(rooms.found().values()).containsExactly(new Entry("r1", List.of("Outer", "Inner")));
    }

    @Test
    void onlyTheFirstPageHasAnotherAddress() throws RequestFailure {
        Listing rooms = listing(DirectoryList.ROOMS);

        rooms.read(page("https://proxy.example.com/giosg/api/v5/orgs/o1/rooms?cursor=2", ""));

        assertThat(rooms.fallsBack()).isFalse();
        assertThat(rooms.page()).isEqualTo(new PageAddress("/api/v5/orgs/o1/rooms", "cursor=2"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://proxy.example.com:443/giosg/api/v5/users?cursor=2, /api/v5/users, cursor=2",
        "HTTPS://PROXY.example.com/giosg/api/v5/users/?cursor=%32, /api/v5/users/, cursor=%32",
        "https://proxy.example.com/giosg/a%2Fb, /a%2Fb, ''"
    })
    void theNextPageIsBelowTheDirectory(String next, String path, String query) throws RequestFailure {
        Listing users = listing(DirectoryList.USERS);

        users.read(page(next, ""));

        assertThat(users.page()).isEqualTo(new PageAddress(path, query));
    }

    @ParameterizedTest
    @CsvSource({
        "https://proxy.example.com/api/v5/users",
        "https://proxy.example.com/giosg2/api/v5/users",
        "https://proxy.example.com/giosg/../api/v5/users",
        "https://proxy.example.com:8443/giosg/api/v5/users",
        "http://proxy.example.com/giosg/api/v5/users",
        "https://proxy.example.com.thief.example/giosg/api/v5/users"
    })
    void whatIsNotBelowTheDirectoryIsRefused(String next) {
        Listing users = listing(DirectoryList.USERS);

        assertThatThrownBy(() -> users.read(page(next, ""))).hasMessageContaining("somewhere else than the directory");
    }

    @Test
    void aListWithoutEndEnds() throws RequestFailure {
        Listing users = listing(DirectoryList.USERS);
        for (int page = 1; page < Listing.MOST_PAGES; page++) {
            users.read(page("https://proxy.example.com/giosg/users?cursor=" + page, ""));
        }

        assertThatThrownBy(() -> users.read(page("https://proxy.example.com/giosg/users?cursor=0", "")))
                .isInstanceOfSatisfying(RequestFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.LIMIT));
    }

    @Test
    void aPageOfTooManyNamesEndsTheListAndKeepsThem() {
        Listing users = listing(DirectoryList.USERS);
        String many = IntStream.rangeClosed(0, Listing.MOST_ENTRIES)
                .mapToObj("{\"id\": \"u%d\", \"alias\": \"x\"}"::formatted)
                .collect(Collectors.joining(","));

        assertThatThrownBy(() -> users.read(page(null, many))).hasMessageContaining("50000 names");
        assertThat(users.found()).hasSize(Listing.MOST_ENTRIES + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'full_name': 'Full', 'first_name': 'F', 'alias': 'A'}                | Full",
                "{'full_name': ' ', 'first_name': 'First', 'last_name': 'Last'}        | First Last",
                "{'full_name': null, 'first_name': 'First', 'last_name': null}         | First",
                "{'first_name': '', 'last_name': '', 'alias': 'Alias', 'email': 'e@x'} | Alias",
                "{'alias': '', 'email': 'e@example.com', 'name': 'no name of users'}   | e@example.com"
            })
    void aUserIsCalledByTheBestNameThereIs(String attributes, String name) throws RequestFailure {
        Listing users = listing(DirectoryList.USERS);

        users.read(page(
                null,
                "{'id': 'u1', ".replace('\'', '"') + attributes.substring(1).replace('\'', '"')));

        assertThat(users.found().get("u1").name()).isEqualTo(name);
    }

    private static Listing listing(DirectoryList list) {
        return new Listing(list, DIRECTORY, "o1");
    }

    private static InputStream page(String next, String entries) {
        String json = "{\"next\": %s, \"results\": [%s]}".formatted(next == null ? null : '"' + next + '"', entries);
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
