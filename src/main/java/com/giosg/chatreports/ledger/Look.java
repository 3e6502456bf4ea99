package com.giosg.chatreports.ledger;

import java.util.Optional;

/**
 * What a look at what is due brought.
 *
 * @param run planned just now, to be announced
 * @param notice what an operator should know
 * @param skipped how many due times got no run
 */
public record Look(Optional<Run> run, Optional<Notice> notice, long skipped) {

    static final Look NOTHING = new Look(Optional.empty(), Optional.empty(), 0);

    static Look notice(String subject, String text) {
        return new Look(Optional.empty(), Optional.of(new Notice(subject, text)), 0);
    }

    /**
     * A sentence for operators.
     *
     * @param subject what it is about: the same again is no news as long as no run was planned without a notice
     * @param text in plain words
     */
    public record Notice(String subject, String text) {}
}
