package com.giosg.chatreports.simulator.http;

import com.giosg.chatreports.simulator.exchange.Request;
import java.time.Clock;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Every request that was received and what was answered; the oldest are forgotten beyond a limit. */
public final class Journal {

    private final Clock clock;
    private final int limit;
    private final NavigableMap<Long, JournalEntry> entries = new TreeMap<>();
    private long received;

    public Journal(Clock clock, int limit) {
        this.clock = clock;
        this.limit = limit;
    }

    /** All that are remembered, in the order of receipt. */
    public synchronized List<JournalEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** Those whose path contains the text. */
    public List<JournalEntry> entries(String path) {
        return entries().stream().filter(entry -> entry.path().contains(path)).toList();
    }

    /** How many were received since the start, the forgotten ones included. */
    public synchronized long received() {
        return received;
    }

    public synchronized void clear() {
        entries.clear();
    }

    synchronized long record(Request request) {
        received++;
        entries.put(received, new JournalEntry(received, clock.instant(), request, 0));
        if (entries.size() > limit) {
            entries.pollFirstEntry();
        }
        return received;
    }

    synchronized void answered(long number, int status) {
        entries.computeIfPresent(number, (key, entry) -> new JournalEntry(key, entry.time(), entry.request(), status));
    }
}
