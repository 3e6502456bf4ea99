package com.giosg.chatreports.simulator.http;

import com.giosg.chatreports.simulator.exchange.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Giosg's paging: {@code next} and {@code previous} are whole addresses or null, and a cursor is a hexadecimal text
 * that means nothing to clients.
 */
record Pages(int size) {

    Map<String, Object> page(Request request, URI server, List<? extends Object> all) {
        int start = start(request);
        int end = Math.min(start + size, all.size());
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("next", end < all.size() ? address(request, server, end) : null);
        page.put("previous", start > 0 ? address(request, server, Math.max(0, start - size)) : null);
        page.put("results", start < end ? all.subList(start, end) : List.of());
        return page;
    }

    private static int start(Request request) {
        String cursor = request.parameter("cursor").orElse("0");
        if (!cursor.matches("[0-9a-f]{1,7}")) {
            throw Refusal.of(404, "Invalid cursor");
        }
        return Integer.parseInt(cursor, 16);
    }

    private static String address(Request request, URI server, int start) {
        List<String> parameters = new ArrayList<>();
        parameters.add("cursor=" + Integer.toHexString(start));
        String query = Optional.ofNullable(request.uri().getRawQuery()).orElse("");
        for (String parameter : query.split("&", -1)) {
            if (!parameter.isEmpty() && !parameter.startsWith("cursor=")) {
                parameters.add(parameter);
            }
        }
        return server.resolve(request.uri().getRawPath()) + "?" + String.join("&", parameters);
    }
}
