package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
import com.giosg.chatreports.metrics.Scope;

/** What scopes are called. */
public final class Scopes {

    private Scopes() {}

    /** One of it. */
    public static String one(Scope scope, Language language) {
        return language.text(
                switch (scope) {
                    case ORG -> Phrase.ORGANIZATION;
                    case TEAM -> Phrase.TEAM;
                    case USER -> Phrase.USER;
                });
    }

    /** All of it. */
    public static String all(Scope scope, Language language) {
        return language.text(
                switch (scope) {
                    case ORG -> Phrase.ORGANIZATION;
                    case TEAM -> Phrase.TEAMS;
                    case USER -> Phrase.USERS;
                });
    }

    /** Whom figures are about that are about nobody. */
    public static String nobody(Scope scope, Language language) {
        return language.text(scope == Scope.TEAM ? Phrase.NO_TEAM : Phrase.NO_USER);
    }

    /** A metric that is broken down. */
    public static String metric(String title, Scope scope, Language language) {
        return switch (scope) {
            case ORG -> title;
            case TEAM -> language.text(Phrase.METRIC_BY_TEAM, title);
            case USER -> language.text(Phrase.METRIC_BY_USER, title);
        };
    }
}
