package com.giosg.chatreports.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** URIs of Camel endpoints, of which only the scheme can be judged before Camel runs. */
final class EndpointAddresses {

    private static final Pattern SCHEME = Pattern.compile("(?<scheme>[a-z][a-z0-9+.-]*):.+");

    private EndpointAddresses() {}

    /**
     * The URI, if something here serves its scheme.
     *
     * @throws IllegalArgumentException with an operator's message, which never repeats the URI: it may hold a secret
     */
    static String parse(String uri) {
        Matcher matcher = SCHEME.matcher(uri);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be the URI of a Camel endpoint, e.g. jms:queue:chat-reports");
        }
        String scheme = matcher.group("scheme");
        // Where a Camel component says which class it is.
        if (EndpointAddresses.class.getResource("/META-INF/services/org/apache/camel/component/" + scheme) == null) {
            throw new IllegalArgumentException(
                    ("nothing here serves \"%s:\"; put the jar of that Camel component, mostly called camel-%s, in the "
                                    + "version of the other camel-*.jar and with what it needs, into lib/")
                            .formatted(scheme, scheme));
        }
        return uri;
    }
}
