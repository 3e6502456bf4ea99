package com.giosg.chatreports.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;

/**
 * SQLite itself, which is no Java. Left alone, its driver takes it out of the jar at every start and compares the copy
 * with the original: a tenth of a second of every run. So it is kept beside the jars, where there is a folder for it.
 */
final class NativeLibrary {

    /** The folder, given by the launcher. */
    private static final String FOLDER = "chat-reports.native";

    private static final String DRIVERS_OWN = "org.sqlite.lib.path";

    private NativeLibrary() {}

    /** Tells the driver where it is, if it is kept. */
    static void find() {
        String given = System.getProperty(FOLDER);
        if (given == null || !Files.isDirectory(Path.of(given))) {
            return;
        }
        Path folder = Path.of(given)
                .resolve(SQLiteJDBCLoader.getVersion())
                .resolve(OSInfo.getNativeLibFolderPathForCurrentOS());
        if (isKept(folder.resolve(LibraryLoaderUtil.getNativeLibName()))) {
            System.setProperty(DRIVERS_OWN, folder.toString());
        }
    }

    private static boolean isKept(Path library) {
        return Files.isReadable(library) || keep(library);
    }

    /** False where the folder is not ours to write to: the driver helps itself. */
    private static boolean keep(Path library) {
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + library.getFileName();
        Path copy = library.resolveSibling(
                library.getFileName() + "." + ProcessHandle.current().pid());
        try (InputStream original = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            Files.createDirectories(library.getParent());
            Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, library, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
