package com.giosg.chatreports.route;

import java.util.Optional;

/** The version of the application, from the manifest of its jar. */
public final class Version {

    private Version() {}

    /** e.g. {@code 0.1.0}; {@code development} when run from classes. */
    public static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** As the API gets to know who asks. */
    public static String userAgent() {
        return "chat-reports/" + text();
    }
}
