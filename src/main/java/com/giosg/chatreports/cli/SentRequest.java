package com.giosg.chatreports.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.giosg.chatreports.config.ApiSettings;
import com.giosg.chatreports.metrics.BadTemplate;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestBodies;
import com.giosg.chatreports.route.Version;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request as the route {@code post-request} sends it, fit to be shown: the token is masked.
 *
 * @param headers in the order in which they are shown
 */
record SentRequest(String url, Map<String, String> headers, JsonNode body) {

    private static final String MASKED = "Token ***";

    static SentRequest of(Request request, ApiSettings api, RequestBodies bodies) throws BadTemplate {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", MASKED);
        headers.put("Accept", "application/json");
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", Version.userAgent());
        return new SentRequest(api.url() + request.path(), headers, Json.parse(bodies.render(request)));
    }

    /** For JSON. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("url", url);
        facts.put("headers", headers);
        facts.put("body", body);
        return facts;
    }
}
