package com.giosg.chatreports.format.preview;

import com.giosg.chatreports.format.view.Count;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A file beside or below a page.
 *
 * @param name as people read it
 * @param href from the page, fit for an attribute: whatever the file is called, it is a path and nothing else
 * @param size in words
 */
public record FileLink(String name, String href, String size) {

    /** A link from a page in the folder to a file below it. */
    public static FileLink of(Path folder, Path file) throws IOException {
        return new FileLink(file.getFileName().toString(), href(folder, file), Count.ofBytes(Files.size(file)));
    }

    /** The way from the folder to the file, as an address; the dot keeps a first name with a colon from being a scheme. */
    public static String href(Path folder, Path file) {
        Path way = folder.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize());
        return StreamSupport.stream(way.spliterator(), false)
                .map(name -> URLEncoder.encode(name.toString(), StandardCharsets.UTF_8)
                        .replace("+", "%20"))
                .collect(Collectors.joining("/", "./", ""));
    }

    /** Whether a browser shows it as a page. */
    public boolean isPage() {
        return name.toLowerCase(Locale.ROOT).endsWith(".html");
    }
}
