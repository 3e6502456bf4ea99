package com.giosg.chatreports.row;

import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * How far an answer is trusted before it is given up.
 *
 * @param bytes in all
 */
public record AnswerLimits(long bytes) {

    static final int DEPTH = 32;
    static final int TEXT_CHARACTERS = 1 << 20;
    static final int NAME_CHARACTERS = 256;

    /** Of a timestamp or the id of a team or user: thousands are held at once, and a mebibyte each fits no heap. */
    static final int ID_CHARACTERS = 256;

    static final int NUMBER_CHARACTERS = 64;

    /** Powers of ten, either way: {@code 1e999999} would print a million digits. */
    static final int NUMBER_EXPONENT = 30;

    StreamReadConstraints constraints() {
        return StreamReadConstraints.builder()
                .maxDocumentLength(bytes)
                .maxNestingDepth(DEPTH)
                .maxStringLength(TEXT_CHARACTERS)
                .maxNameLength(NAME_CHARACTERS)
                .maxNumberLength(NUMBER_CHARACTERS)
                .build();
    }
}
