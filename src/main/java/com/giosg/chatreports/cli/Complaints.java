package com.giosg.chatreports.cli;

import com.giosg.chatreports.ledger.LedgerFailure;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what was wrong: in plain words what a person can mend, with its trace what is a defect of ours. */
final class Complaints implements IExecutionExceptionHandler {

    private final Surroundings surroundings;

    Complaints(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        if (thrown instanceof Complaint complaint) {
            surroundings.err().println(complaint.getMessage());
            return complaint.exitCode();
        }
        if (thrown instanceof LedgerFailure) {
            surroundings.err().println(thrown.getMessage());
            return ExitCode.CONFIGURATION;
        }
        surroundings.err().println("This is a defect of chat-reports; please report it with what follows.");
        thrown.printStackTrace(surroundings.err());
        return ExitCode.DEFECT;
    }
}
