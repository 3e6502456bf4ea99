package com.giosg.chatreports.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who looks into folders every 5 ms and reads whatever has the name of a finished file there. */
final class Reader implements AutoCloseable {

    private static final long EVERY_MILLIS = 5;

    private final List<Path> folders;

    /** What stood there when it was read last, so that only what is new is read. */
    private final Map<Path, Object> known = new HashMap<>();

    private final Map<Path, Set<String>> seen = new ConcurrentHashMap<>();
    private final Set<String> vanished = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> looking;
    private final AtomicLong looks = new AtomicLong();

    Reader(List<Path> folders) {
        this.folders = folders;
        looking = thread.scheduleAtFixedRate(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                lookInto(folder);
            }
        }
        looks.incrementAndGet();
    }

    private void lookInto(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*.csv")) {
            for (Path file : files) {
                read(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        known.keySet().stream()
                .filter(file -> file.startsWith(folder) && Files.notExists(file))
                .forEach(file -> vanished.add(file.toString()));
    }

    private void read(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Object identity = List.of(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime());
            if (!identity.equals(known.put(file, identity))) {
                seen.computeIfAbsent(file, path -> ConcurrentHashMap.newKeySet())
                        .add(Digest.of(file));
            }
        } catch (NoSuchFileException e) {
            vanished.add(file.toString());
        }
    }

    /** The contents that were read, by file. */
    Map<Path, Set<String>> seen() {
        return seen;
    }

    /** Finished files that were not there any more at a later look. */
    Set<String> vanished() {
        return vanished;
    }

    long looks() {
        return looks.get();
    }

    /** What was seen until now is all; unless it failed to look. */
    void stop() throws InterruptedException, ExecutionException {
        if (looking.isDone()) {
            looking.get();
        }
        looking.cancel(false);
        thread.shutdown();
        thread.awaitTermination(1, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
