package com.giosg.chatreports.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Reads how Giosg's APIs are reached. */
final class ApiReader {

    static final List<String> KEYS = List.of(
            "url",
            "directory-url",
            "token",
            "insecure",
            "connect-timeout",
            "response-timeout",
            "total-timeout",
            "concurrency",
            "max-answer");

    private static final URI URL = URI.create("https://api.giosg.com");
    private static final URI DIRECTORY_URL = URI.create("https://service.giosg.com");
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration TOTAL_TIMEOUT = Duration.ofMinutes(2);
    private static final int CONCURRENCY = 2;
    private static final int HIGHEST_CONCURRENCY = 100;
    private static final long MAX_ANSWER = 512L << 20;

    private ApiReader() {}

    /** The token is read with the organizations. */
    static ApiSettings read(Section api) {
        boolean insecure = api.flag("insecure", false);
        URI url = api.parsed("url", text -> WebAddresses.base(text, insecure), URL);
        // Where all else goes to another host than Giosg's, the token must not go to Giosg's all the same.
        URI standardDirectory = url.equals(URL) ? DIRECTORY_URL : url;
        return new ApiSettings(
                url,
                api.parsed("directory-url", text -> WebAddresses.base(text, insecure), standardDirectory),
                api.parsed("connect-timeout", Scalars::time, CONNECT_TIMEOUT),
                api.parsed("response-timeout", Scalars::time, RESPONSE_TIMEOUT),
                api.parsed("total-timeout", Scalars::time, TOTAL_TIMEOUT),
                api.number("concurrency", 1, HIGHEST_CONCURRENCY, CONCURRENCY),
                api.parsed("max-answer", Scalars::bytes, MAX_ANSWER));
    }
}
