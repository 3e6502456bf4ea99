package com.giosg.chatreports.cli;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The parts of a mail as files.
 *
 * @param folder is made with the first of them
 */
record PartFiles(Path folder) {

    private static final int LONGEST = 120;

    /** Writes one under the name that it has in the mail, as far as a file may have it. */
    Path write(Part part, String otherwise) throws MessagingException, IOException {
        Path file = free(name(part, otherwise));
        Files.createDirectories(folder);
        try (InputStream bytes = part.getInputStream()) {
            Files.copy(bytes, file);
        }
        return file;
    }

    private Path free(String name) {
        Path file = folder.resolve(name);
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve(number + "-" + name);
        }
        return file;
    }

    private static String name(Part part, String otherwise) throws MessagingException {
        return Optional.ofNullable(part.getFileName())
                .map(PartFiles::safe)
                .filter(name -> !name.isBlank())
                .orElse(otherwise + ending(part));
    }

    /** Whoever named it decides neither the folder nor whether it is hidden. */
    private static String safe(String name) {
        String safe = name.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]", "_").replaceFirst("^\\.+", "");
        int cut = safe.length() - LONGEST;
        return cut <= 0 ? safe : safe.substring(cut);
    }

    private static String ending(Part part) throws MessagingException {
        String type = new ContentType(part.getContentType()).getSubType().toLowerCase(Locale.ROOT);
        return type.matches("[a-z0-9]{1,10}") ? "." + type : "";
    }
}
