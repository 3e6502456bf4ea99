package com.giosg.chatreports.config;

import java.util.List;
import java.util.Optional;

/**
 * A setting of a kind of sink, as its Kamelet declares it.
 *
 * @param name e.g. {@code known-hosts-file}
 * @param title for tables and hover help
 * @param description what it does
 * @param type what its value looks like
 * @param required whether a sink must set it
 * @param secret whether its value must be a reference ({@code format: password})
 * @param webAddress whether its value is an address of the web ({@code format: uri})
 * @param placeholders whether its value may hold {@code {report}} and the like ({@code x-descriptors})
 * @param least the smallest whole number that it may be ({@code minimum})
 * @param most the largest whole number that it may be ({@code maximum})
 * @param names what the keys of an object may be called ({@code propertyNames}); empty: any plain word
 * @param choices the values that it may have; empty: any
 * @param pattern a regular expression found in its value or in each value of an object; empty: any
 * @param defaultValue what holds when it is absent
 * @param example as printed in messages
 * @param descriptors what else the Kamelet marks it with ({@code x-descriptors})
 */
public record SinkProperty(
        String name,
        String title,
        String description,
        Type type,
        boolean required,
        boolean secret,
        boolean webAddress,
        boolean placeholders,
        int least,
        int most,
        Optional<Names> names,
        List<String> choices,
        Optional<String> pattern,
        Optional<String> defaultValue,
        Optional<String> example,
        List<String> descriptors) {

    private static final String FILE = "urn:chat-reports:file";
    private static final String ENDPOINT = "urn:chat-reports:endpoint";
    private static final String ONE_OF = "urn:chat-reports:one-of:";

    /** Whether its value is the path of a file that has to exist. */
    public boolean file() {
        return descriptors.contains(FILE);
    }

    /** Whether its value is the URI of a Camel endpoint. */
    public boolean endpoint() {
        return descriptors.contains(ENDPOINT);
    }

    /** The group of properties of which exactly one is given. */
    public Optional<String> oneOf() {
        return descriptors.stream()
                .filter(descriptor -> descriptor.startsWith(ONE_OF))
                .findFirst();
    }

    /**
     * What the keys of an object may be called.
     *
     * @param pattern a regular expression found in a name
     * @param description which names these are
     */
    public record Names(String pattern, String description) {}

    /** As Kamelets name them. An array becomes one text with commas, an object one with a line {@code name: value} each. */
    public enum Type {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        ARRAY,
        OBJECT
    }
}
