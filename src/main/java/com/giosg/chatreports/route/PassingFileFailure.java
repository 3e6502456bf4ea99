package com.giosg.chatreports.route;

import org.apache.camel.component.file.GenericFileOperationFailedException;

/** Why a file could not be put in its place, where the same may succeed later. One line, in an operator's words. */
final class PassingFileFailure extends GenericFileOperationFailedException implements Passing.Known {

    private static final long serialVersionUID = 1L;

    PassingFileFailure(String message) {
        super(message);
    }

    @Override
    public Passing passing() {
        return Passing.YES;
    }
}
