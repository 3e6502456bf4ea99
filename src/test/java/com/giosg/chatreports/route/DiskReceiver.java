package com.giosg.chatreports.route;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder on a disk that fills up. The operating system notes for it which names were made there.
 *
 * @param type of the sink, and how its settings name the folder
 * @param temporary how names of files begin that are not finished
 * @param made how often each name was made
 */
record DiskReceiver(
        String type, String temporary, SmallDisk disk, WatchService journal, WatchKey names, Map<String, Integer> made)
        implements Receiver {

    private static final String SIZE = "64k";
    private static final String MARK = "mark-";

    static DiskReceiver of(Path folder, String type, String temporary) throws IOException {
        SmallDisk disk = SmallDisk.at(folder, SIZE);
        WatchService journal = folder.getFileSystem().newWatchService();
        // Without what comes in between, the system takes two names that are the same for one.
        WatchKey names = folder.register(journal, ENTRY_CREATE, ENTRY_DELETE);
        return new DiskReceiver(type, temporary, disk, journal, names, new ConcurrentHashMap<>());
    }

    @Override
    public String sink() {
        return type.formatted(disk.folder());
    }

    @Override
    public void goAway() throws IOException {
        disk.fill(0);
    }

    @Override
    public void comeBack() throws IOException {
        disk.free();
    }

    @Override
    public int tries() throws IOException {
        read();
        return made.entrySet().stream()
                .filter(name -> name.getKey().startsWith(temporary))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    @Override
    public int taken() throws IOException {
        read();
        return made.entrySet().stream()
                .filter(name -> name.getKey().endsWith(".csv") && !name.getKey().startsWith(temporary))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** As far as to the mark that is set now. */
    private void read() throws IOException {
        String mark = MARK + made.size();
        Files.delete(Files.createFile(disk.folder().resolve(mark)));
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).until(() -> {
            names.pollEvents().forEach(this::note);
            return made.containsKey(mark);
        });
    }

    private void note(WatchEvent<?> event) {
        if (event.kind() == ENTRY_CREATE) {
            made.merge(String.valueOf(event.context()), event.count(), Integer::sum);
        }
    }

    @Override
    public void close() throws IOException {
        journal.close();
        disk.close();
    }
}
