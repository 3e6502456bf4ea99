package com.giosg.chatreports.names;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a page is, below the address of the directory.
 *
 * @param path begins with a slash
 * @param query percent-encoded, without the question mark; may be empty
 */
public record PageAddress(String path, String query) {

    /**
     * The page that the directory named as the next one. Empty if it is anywhere else than below the directory's own
     * address: the token goes there and nowhere else.
     *
     * @param directory without a slash at its end
     */
    static Optional<PageAddress> below(URI directory, String next) {
        try {
            URI uri = new URI(next);
            String base = Objects.requireNonNullElse(directory.getRawPath(), "");
            boolean there = uri.getRawUserInfo() == null
                    && same(directory.getScheme(), uri.getScheme())
                    && same(directory.getHost(), uri.getHost())
                    && port(directory) == port(uri)
                    && Objects.requireNonNullElse(uri.getRawPath(), "").startsWith(base + "/")
                    && uri.normalize().getRawPath().equals(uri.getRawPath());
            return there
                    ? Optional.of(new PageAddress(
                            uri.getRawPath().substring(base.length()),
                            Objects.requireNonNullElse(uri.getRawQuery(), "")))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean same(String one, String other) {
        return other != null && one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    private static int port(URI uri) {
        boolean standard = uri.getPort() == -1;
        return standard ? "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80 : uri.getPort();
    }
}
