package com.giosg.chatreports.simulator.exchange;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a client asked.
 *
 * @param uri path and query, without a host
 * @param headers by lower-case name
 */
public record Request(String method, URI uri, Map<String, List<String>> headers, String body) {

    public String path() {
        return uri.getPath();
    }

    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** The value of a parameter in the address, if it is there. */
    public Optional<String> parameter(String name) {
        String query = Optional.ofNullable(uri.getQuery()).orElse("");
        return List.of(query.split("&", -1)).stream()
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .findFirst();
    }
}
