package com.giosg.chatreports.route;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;

/**
 * What somebody asks of the status pages.
 *
 * @param method of HTTP
 * @param host as the asker calls this machine, maybe with a port; empty: not at all
 * @param path as it was sent, still encoded
 */
record StatusRequest(String method, String host, String path) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private static final Pattern AUTHORITY = Pattern.compile("^\\w+://([^/]*).*$", Pattern.DOTALL);

    static StatusRequest of(Map<String, Object> headers) {
        return new StatusRequest(text(headers, Exchange.HTTP_METHOD), host(headers), text(headers, Exchange.HTTP_PATH));
    }

    /** HTTP/2 has no header for it, but a part of the address. */
    private static String host(Map<String, Object> headers) {
        String host = text(headers, "Host");
        return host.isEmpty()
                ? AUTHORITY.matcher(text(headers, Exchange.HTTP_URL)).replaceFirst("$1")
                : host;
    }

    private static String text(Map<String, Object> headers, String name) {
        Object value = headers.get(name);
        return value == null ? "" : value.toString();
    }

    /** Else some page in a browser of this machine has its own name point here, and would read along. */
    boolean isMeantForThisMachine() {
        return LOOPBACK.contains(host.replaceFirst(":\\d*$", ""));
    }

    boolean onlyReads() {
        return method.equals("GET") || isHead();
    }

    boolean isHead() {
        return method.equals("HEAD");
    }
}
