package com.giosg.chatreports.route;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;

/** What the status pages answer, with headers that let a browser do nothing but show it. */
record StatusAnswer(int status, Map<String, Object> headers, String body) {

    private static final String NOTHING_ELSE =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The page of a report may hold a logo, and is nobody's page but its own. */
    private static final String REPORT = NOTHING_ELSE + "; img-src data:; sandbox";

    static StatusAnswer page(String html) {
        return of(200, "text/html", NOTHING_ELSE, html);
    }

    static StatusAnswer report(String html) {
        return of(200, "text/html", REPORT, html);
    }

    static StatusAnswer refused(int status, String words) {
        return of(status, "text/plain", NOTHING_ELSE, words + "\n");
    }

    /** The same with one header more. */
    StatusAnswer with(String name, String value) {
        Map<String, Object> more = new HashMap<>(headers);
        more.put(name, value);
        return new StatusAnswer(status, more, body);
    }

    StatusAnswer withoutBody() {
        return new StatusAnswer(status, headers, "");
    }

    private static StatusAnswer of(int status, String type, String policy, String body) {
        return new StatusAnswer(
                status,
                Map.of(
                        Exchange.HTTP_RESPONSE_CODE,
                        status,
                        Exchange.CONTENT_TYPE,
                        type + "; charset=UTF-8",
                        "Content-Security-Policy",
                        policy,
                        "X-Content-Type-Options",
                        "nosniff",
                        "X-Frame-Options",
                        "DENY",
                        "Referrer-Policy",
                        "no-referrer",
                        "Cross-Origin-Resource-Policy",
                        "same-origin",
                        "Cache-Control",
                        "no-store"),
                body);
    }
}
