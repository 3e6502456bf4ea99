package com.giosg.chatreports.names;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.request.RequestFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the directory said, for runs of the same organization and token in the next minutes. It holds so many names and
 * no more: the organization that was longest not asked for is forgotten first.
 */
public final class KnownNames {

    private static final Duration FRESH = Duration.ofMinutes(10);

    /** So that a directory that is down does not hold up run after run. */
    private static final Duration FRESH_FAILURE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final int most;
    private final Map<Key, Known> known = new LinkedHashMap<>(16, 0.75f, true);

    /** @param most names in all; a single list may be longer, then it is the only one */
    public KnownNames(InstantSource clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    private record Key(String organizationId, String token, DirectoryList list) {

        static Key of(Organization organization, DirectoryList list) {
            return new Key(organization.id(), organization.token().fingerprint(), list);
        }
    }

    /**
     * A list as it was had.
     *
     * @param entries by id
     * @param until when it is asked for again
     * @param failure why it is not whole
     */
    public record Known(Map<String, Entry> entries, Instant until, Optional<RequestFailure> failure) {}

    /** What need not be asked for again yet. */
    public synchronized Optional<Known> fresh(Organization organization, DirectoryList list) {
        return Optional.ofNullable(known.get(Key.of(organization, list)))
                .filter(had -> clock.instant().isBefore(had.until()));
    }

    /**
     * Takes in a list that was read. Users and teams that disappeared keep the names that they had; of rooms, where a
     * name has to stand for one of them, only those of the last whole list count.
     */
    public synchronized Known learn(Organization organization, Listing listing) {
        Key key = Key.of(organization, listing.list());
        Optional<Known> before = Optional.ofNullable(known.remove(key));
        Map<String, Entry> entries = new HashMap<>();
        boolean rooms = listing.list() == DirectoryList.ROOMS;
        if (!rooms || listing.failure().isPresent()) {
            before.ifPresent(had -> entries.putAll(had.entries()));
        }
        if (!rooms || listing.failure().isEmpty()) {
            entries.putAll(listing.found());
        }
        Duration lasts = listing.failure().isPresent() ? FRESH_FAILURE : FRESH;
        Known learnt = new Known(Map.copyOf(entries), clock.instant().plus(lasts), listing.failure());
        forgetTheOldest(entries.size());
        known.put(key, learnt);
        return learnt;
    }

    private void forgetTheOldest(int coming) {
        int names = coming
                + known.values().stream()
                        .mapToInt(had -> 1 + had.entries().size())
                        .sum();
        for (Iterator<Known> oldest = known.values().iterator(); names > most && oldest.hasNext(); ) {
            names -= 1 + oldest.next().entries().size();
            oldest.remove();
        }
    }
}
