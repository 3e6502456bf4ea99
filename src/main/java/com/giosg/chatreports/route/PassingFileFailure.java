package com.giosg.chatreports.route;

import org.apache.camel.component.file.GenericFileOperationFailedException;

/** Why a file could not be put in its place, where the same may succeed later. One line, in an operator's words. */
final class PassingFileFailure extends GenericFileOperationFailedException implements Passing.Known {

    private static final long serialVersionUID = 1L;

    private final transient Passing passing;

    PassingFileFailure(String message, Passing passing) {
        super(message);
        this.passing = passing;
    }

    @Override
    public Passing passing() {
        return passing;
    }
}
