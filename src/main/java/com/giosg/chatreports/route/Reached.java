package com.giosg.chatreports.route;

import com.giosg.chatreports.row.SealableFile;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** Who has got a mail that a server refused for others: a file beside the mail, an address on each line. */
final class Reached {

    private Reached() {}

    static List<String> read(Path mail) throws IOException {
        Path file = beside(mail);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    static void add(Path mail, List<InternetAddress> addresses) throws IOException {
        TreeSet<String> all = new TreeSet<>(read(mail));
        addresses.forEach(address -> all.add(address.getAddress()));
        try (SealableFile file = new SealableFile(beside(mail))) {
            file.write((String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8));
            file.seal();
        }
    }

    private static Path beside(Path mail) {
        return mail.resolveSibling(mail.getFileName() + ".reached");
    }
}
