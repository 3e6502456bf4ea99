package com.giosg.chatreports.ledger;

import java.util.Optional;

/**
 * What a look at what is due brought.
 *
 * @param run planned just now, to be announced
 * @param notice what an operator should know
 */
public record Look(Optional<Run> run, Optional<Notice> notice) {

    static final Look NOTHING = new Look(Optional.empty(), Optional.empty());

    static Look notice(String subject, String text) {
        return new Look(Optional.empty(), Optional.of(new Notice(subject, text)));
    }

    /**
     * A sentence for operators.
     *
     * @param subject what it is about: the same again is no news as long as no run was planned without a notice
     * @param text in plain words
     */
    public record Notice(String subject, String text) {}
}
