package com.giosg.chatreports.names;

import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A list of the directory while it is read, page by page. For one run and one thread. */
public final class Listing {

    static final int MOST_PAGES = 1000;
    static final int MOST_ENTRIES = 50_000;

    private final DirectoryList list;
    private final URI directory;
    private final Deque<PageAddress> starts;
    private final Set<PageAddress> read = new HashSet<>();
    private final Map<String, Entry> found = new LinkedHashMap<>();
    private PageAddress next;
    private Optional<PageAddress> otherwise;
    private int tries;
    private Optional<RequestFailure> failure = Optional.empty();

    /**
     * A list of which nothing has been read.
     *
     * @param directory without a slash at its end; the token is sent nowhere else
     */
    public Listing(DirectoryList list, URI directory, String organizationId) {
        this.list = list;
        this.directory = directory;
        this.starts = new ArrayDeque<>(list.starts(organizationId));
        this.otherwise = list.otherwise(organizationId);
        this.next = starts.remove();
    }

    public DirectoryList list() {
        return list;
    }

    /** Whether there is a page to be read. */
    public boolean isOpen() {
        return next != null;
    }

    /** The page that is to be read. */
    public PageAddress page() {
        return next;
    }

    /** Counts a try of the page that is to be read, and says how many there have been. */
    public int tried() {
        return ++tries;
    }

    /** Reads the page that was to be read; what it holds is kept even if what it says of the next one is refused. */
    public void read(InputStream answer) throws RequestFailure {
        Page page = new PageReader(list).read(answer);
        page.entries().forEach(entry -> found.putIfAbsent(entry.id(), entry));
        read.add(next);
        otherwise = Optional.empty();
        tries = 0;
        if (found.size() > MOST_ENTRIES || read.size() >= MOST_PAGES) {
            throw new RequestFailure(
                    FailureKind.LIMIT, "there are more than %d pages or %d names".formatted(MOST_PAGES, MOST_ENTRIES));
        }
        next = page.next().isPresent() ? checked(page.next().get()) : starts.poll();
    }

    private PageAddress checked(String address) throws RequestFailure {
        PageAddress checked = PageAddress.below(directory, address)
                .orElseThrow(() -> new RequestFailure(
                        FailureKind.SHAPE_CHANGED, "the next page is said to be somewhere else than the directory"));
        if (read.contains(checked)) {
            throw new RequestFailure(FailureKind.SHAPE_CHANGED, "the pages go round in a circle");
        }
        return checked;
    }

    /** Whether a first page that does not exist can be asked for at another address, which is the next one then. */
    public boolean fallsBack() {
        otherwise.ifPresent(other -> next = other);
        boolean falls = otherwise.isPresent();
        otherwise = Optional.empty();
        return falls;
    }

    /** Nothing more is read; what was is kept. */
    public void giveUp(RequestFailure cause) {
        next = null;
        failure = Optional.of(cause);
    }

    /** Why the list is not whole. */
    public Optional<RequestFailure> failure() {
        return failure;
    }

    /** By id. */
    public Map<String, Entry> found() {
        return found;
    }
}
