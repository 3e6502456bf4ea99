package com.giosg.chatreports.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = "Prints a completion script for bash and zsh.",
        footer = {"", "Use it with: source <(chat-reports completion)"})
final class CompletionCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.parent().commandLine();
        surroundings.out().println(AutoComplete.bash(root.getCommandName(), root));
        return ExitCode.DONE;
    }
}
