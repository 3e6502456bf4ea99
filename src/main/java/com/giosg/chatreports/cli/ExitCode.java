package com.giosg.chatreports.cli;

/** How a command ended, for scripts. The highest that applies wins. */
final class ExitCode {

    static final int DONE = 0;
    static final int CONFIGURATION = 1;
    static final int USAGE = 2;
    /** The API failed: there are gaps. */
    static final int API = 3;

    static final int DELIVERY = 4;
    /** A defect of ours. */
    static final int DEFECT = 70;

    private ExitCode() {}
}
