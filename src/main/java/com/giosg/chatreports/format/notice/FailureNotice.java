package com.giosg.chatreports.format.notice;

import com.giosg.chatreports.format.Envelope;
import java.util.List;

/**
 * A report of which nothing could be had, for whoever can do something about it.
 *
 * @param about the run
 * @param title what readers call the report, its placeholders replaced
 * @param organization its name
 * @param requests how many there were; none of them was answered
 * @param causes each once
 */
public record FailureNotice(Envelope about, String title, String organization, int requests, List<Cause> causes) {

    /**
     * Why requests were not answered.
     *
     * @param kind as in gaps, e.g. {@code server-error}
     * @param words in plain words, without secrets
     * @param requests how many of them
     * @param next what can be done about it
     */
    public record Cause(String kind, String words, int requests, String next) {}
}
