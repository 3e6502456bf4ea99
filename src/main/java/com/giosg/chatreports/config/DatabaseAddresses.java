package com.giosg.chatreports.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** JDBC addresses of databases. No message repeats an address: it may hold a password. */
final class DatabaseAddresses {

    static final String EXAMPLE = "jdbc:postgresql://db.example.com/reports?user=reports&sslmode=verify-full";

    private static final String HOST = "(\\[[0-9a-fA-F:.]+]|[\\w.-]+)(:\\d{1,5})?";

    private static final Pattern FORM = Pattern.compile(
            "jdbc:postgresql://(?<hosts>%s(,%s)*)/(?<database>[^/?\\s]+)(\\?(?<options>\\S*))?".formatted(HOST, HOST));

    private static final Pattern FILE = Pattern.compile("jdbc:sqlite:.*");
    private static final Pattern LOG_IN = Pattern.compile("[a-z:]*//[^/?]*@.*");

    private static final Set<String> PASSWORDS = Set.of("password", "sslpassword");
    private static final Set<String> VERIFIED = Set.of("verify-full", "verify-ca");

    private DatabaseAddresses() {}

    /**
     * The address as it is.
     *
     * @param insecure whether what the ledger says may leave this machine so that everybody can read it
     * @throws IllegalArgumentException with an operator's message
     */
    static String parse(String text, boolean insecure) {
        if (FILE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "an SQLite ledger needs no address: without one it is ledger.db in the data folder; remove the section");
        }
        if (LOG_IN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must not hold a user name or password before the host; write ?user=NAME, and the password as ledger.password");
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "must be the JDBC address of a PostgreSQL database; write it like " + EXAMPLE);
        }
        check(List.of(matcher.group("hosts").split(",", -1)), options(matcher.group("options")), insecure);
        return text;
    }

    private static void check(List<String> hosts, Map<String, String> options, boolean insecure) {
        if (options.keySet().stream().anyMatch(PASSWORDS::contains)) {
            throw new IllegalArgumentException(
                    "must not hold a password; write it as ledger.password: \"{{env:NAME}}\" or \"{{file:PATH}}\"");
        }
        if (options.getOrDefault("user", "").isEmpty()) {
            throw new IllegalArgumentException("names no user; add user=NAME behind the ?");
        }
        boolean here = hosts.stream().allMatch(DatabaseAddresses::isThisMachine);
        if (!here && !insecure && !VERIFIED.contains(options.getOrDefault("sslmode", ""))) {
            throw new IllegalArgumentException(
                    "must hold sslmode=verify-full, or everybody on the way can read it; if that is meant, add insecure: true");
        }
    }

    private static boolean isThisMachine(String host) {
        return WebAddresses.isLoopback(host.replaceFirst(":\\d+$", ""));
    }

    private static Map<String, String> options(String query) {
        Map<String, String> options = new HashMap<>();
        Stream.of((query == null ? "" : query).split("&", -1)).forEach(option -> {
            String[] parts = option.split("=", 2);
            options.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        });
        return options;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("has a % that begins no code; write %25 for the sign itself", e);
        }
    }
}
