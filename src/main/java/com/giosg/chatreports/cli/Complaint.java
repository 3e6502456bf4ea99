package com.giosg.chatreports.cli;

/** A command cannot go on, for a reason that the person at the keyboard can mend. */
final class Complaint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Complaint(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    static Complaint usage(String message) {
        return new Complaint(ExitCode.USAGE, message);
    }

    static Complaint configuration(String message) {
        return new Complaint(ExitCode.CONFIGURATION, message);
    }

    /** Libraries wrap what really happened. */
    static Throwable innermost(Throwable thrown) {
        return thrown.getCause() == null ? thrown : innermost(thrown.getCause());
    }

    int exitCode() {
        return exitCode;
    }
}
