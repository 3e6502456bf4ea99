package com.giosg.chatreports.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Addresses that tokens and figures are sent to. No message repeats an address: it may hold a password. */
final class WebAddresses {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private WebAddresses() {}

    /**
     * An address without a slash at its end.
     *
     * @param insecure whether plain http may leave this machine
     * @throws IllegalArgumentException with an operator's message
     */
    static URI parse(String text, boolean insecure) {
        URI uri = uri(text);
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        if (!web || uri.getHost() == null) {
            throw new IllegalArgumentException("must be an address such as https://api.giosg.com");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("must not hold a user name or password");
        }
        if ("http".equals(uri.getScheme()) && !insecure && !isLoopback(uri.getHost())) {
            throw new IllegalArgumentException(
                    "must start with https://, or everybody on the way can read it; if that is meant, add insecure: true");
        }
        return uri;
    }

    /** Whether a host is this machine, whatever the network says. */
    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    /** An address that may hold placeholders; whatever they stand for, it has to be one. */
    static URI pattern(String text, boolean insecure) {
        if (text.contains("{recipients}")) {
            throw new IllegalArgumentException("must not hold {recipients}, which are no part of a web address");
        }
        return parse(new Placeholders("x", "x", "x", "x", "x", "x").expand(text), insecure);
    }

    /** An address that paths are added to. */
    static URI base(String text, boolean insecure) {
        URI uri = parse(text, insecure);
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("must end before any ? or #, since paths are added to it");
        }
        String address = uri.toString();
        return address.endsWith("/") ? URI.create(address.replaceFirst("/+$", "")) : uri;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is not a web address; write it like https://api.giosg.com", e);
        }
    }
}
