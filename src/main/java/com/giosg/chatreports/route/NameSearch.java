package com.giosg.chatreports.route;

import com.giosg.chatreports.names.DirectoryList;
import com.giosg.chatreports.names.Entry;
import com.giosg.chatreports.names.KnownNames.Known;
import com.giosg.chatreports.names.Listing;
import com.giosg.chatreports.names.Names;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What one run asks the directory, for so long and no longer: a report does not wait for names. */
public final class NameSearch {

    /** What fails so for one list fails so for every other. */
    private static final Set<FailureKind> HOPELESS =
            EnumSet.of(FailureKind.UNREACHABLE, FailureKind.CERTIFICATE, FailureKind.REDIRECTED);

    private final Map<DirectoryList, Known> known = new EnumMap<>(DirectoryList.class);
    private final List<Listing> listings;
    private long deadline;
    private long pausedAt;

    /**
     * @param listings that have to be read
     * @param lasts from now on
     */
    NameSearch(List<Listing> listings, Duration lasts) {
        this.listings = listings;
        this.deadline = System.nanoTime() + lasts.toNanos();
    }

    /** What has to be read, one after the other. */
    public List<Listing> listings() {
        return listings;
    }

    /** Why it makes no sense to begin with another list. */
    Optional<RequestFailure> hopeless() {
        return listings.stream()
                .map(Listing::failure)
                .flatMap(Optional::stream)
                .filter(failure -> HOPELESS.contains(failure.kind()) || !lasts(Duration.ZERO))
                .findFirst();
    }

    /** Whether it goes on for longer than that. */
    boolean lasts(Duration time) {
        return deadline - System.nanoTime() > time.toNanos();
    }

    /** From now on its time does not run out. */
    void pause() {
        pausedAt = System.nanoTime();
    }

    /** Its time goes on where it was when it paused. */
    void goOn() {
        deadline += System.nanoTime() - pausedAt;
    }

    void found(DirectoryList list, Known entries) {
        known.put(list, entries);
    }

    boolean asksNothing() {
        return known.isEmpty();
    }

    Optional<Known> known(DirectoryList list) {
        return Optional.ofNullable(known.get(list));
    }

    Collection<Entry> rooms() {
        return known(DirectoryList.ROOMS).map(rooms -> rooms.entries().values()).orElse(List.of());
    }

    Names names() {
        return new Names(
                names(DirectoryList.USERS),
                names(DirectoryList.TEAMS),
                failures().isEmpty());
    }

    private Map<String, String> names(DirectoryList list) {
        return known(list)
                .map(had -> had.entries().values().stream().collect(Collectors.toMap(Entry::id, Entry::name)))
                .orElse(Map.of());
    }

    /** Why ids stay ids. Of rooms none does: without them the run fails. */
    Map<DirectoryList, RequestFailure> failures() {
        Map<DirectoryList, RequestFailure> failures = new EnumMap<>(DirectoryList.class);
        known.forEach((list, had) -> had.failure()
                .filter(failure -> list != DirectoryList.ROOMS)
                .ifPresent(failure -> failures.put(list, failure)));
        return failures;
    }

    /** An answer that arrives too slowly breaks off. */
    InputStream bounded(InputStream answer) {
        return new FilterInputStream(answer) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (!lasts(Duration.ZERO)) {
                    throw new InterruptedIOException("names took longer than a report waits for them");
                }
                return super.read(bytes, offset, length);
            }
        };
    }
}
