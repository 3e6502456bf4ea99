package com.giosg.chatreports.simulator.http;

import java.util.regex.Pattern;

/**
 * One address of the API.
 *
 * @param path its first group, if it has one, is the id of the organization
 */
record Address(String method, Pattern path, Resource resource) {

    static Address get(String path, Resource resource) {
        return new Address("GET", pattern(path), resource);
    }

    static Address post(String path, Resource resource) {
        return new Address("POST", pattern(path), resource);
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(path.replace("<org>", "([^/]+)"));
    }
}
