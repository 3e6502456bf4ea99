package com.giosg.chatreports.cli;

import picocli.CommandLine.Option;

/** {@code --json}, the same for every command. */
final class JsonOption {

    @Option(names = "--json", description = "Print JSON for programs instead of text for people.")
    private boolean wanted;

    boolean wanted() {
        return wanted;
    }
}
