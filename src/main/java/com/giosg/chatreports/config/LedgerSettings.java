package com.giosg.chatreports.config;

import java.util.Optional;

/**
 * A ledger that is kept by a database server.
 *
 * @param url JDBC address with everything the driver is told but the password
 * @param password empty: the server asks for none, or the driver finds it where PostgreSQL's own tools do
 */
public record LedgerSettings(String url, Optional<Secret> password) {

    private static final String JDBC = "jdbc:";

    /** What it is called in messages: where it is, without options. */
    public String name() {
        return url.substring(JDBC.length()).replaceFirst("\\?.*", "");
    }
}
