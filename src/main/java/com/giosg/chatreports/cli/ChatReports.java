package com.giosg.chatreports.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: finds out about the world outside, runs a command, ends with its code. */
@Command(
        name = "chat-reports",
        description = "Asks Giosg's reporting APIs for chat metrics and delivers the rows as reports.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        footer = {
            "",
            "Exit codes: 0 done, 1 configuration, 2 usage, 3 the API failed (gaps), 4 a delivery failed, 70 a defect."
        })
public final class ChatReports {

    private static final List<Class<?>> COMMANDS = List.of(
            RunCommand.class,
            RequestCommand.class,
            CheckCommand.class,
            MetricsCommand.class,
            WindowsCommand.class,
            DemoCommand.class,
            SimulatorCommand.class,
            CompletionCommand.class);

    public static void main(String[] arguments) {
        List<String> terminals =
                List.of(System.getProperty("chat-reports.terminals", "").split(",", -1));
        int code = execute(
                new Surroundings(
                        Path.of(System.getProperty("chat-reports.home", ".")),
                        System.getenv(),
                        InstantSource.system(),
                        new SplittableRandom(),
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                        terminals.contains("out"),
                        terminals.contains("err")),
                arguments);
        System.exit(code);
    }

    /** Runs one command to its end. */
    public static int execute(Surroundings surroundings, String... arguments) {
        return commandLine(surroundings, arguments)
                .setOut(surroundings.out())
                .setErr(surroundings.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        surroundings.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setExitCodeExceptionMapper(thrown -> ExitCode.DEFECT)
                .setExecutionExceptionHandler(new Complaints(surroundings))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    private static CommandLine commandLine(Surroundings surroundings, String... arguments) {
        CommandFactory factory = new CommandFactory(surroundings);
        CommandLine root = new CommandLine(new ChatReports(), factory);
        commands(arguments).forEach(root::addSubcommand);
        return root;
    }

    /** Taking in every command costs a tenth of a short run's time: the one that is named is enough. */
    private static List<Class<?>> commands(String... arguments) {
        List<Class<?>> named = COMMANDS.stream()
                .filter(command -> arguments.length > 0
                        && command.getAnnotation(Command.class).name().equals(arguments[0]))
                .toList();
        return named.isEmpty() || named.contains(CompletionCommand.class) ? COMMANDS : named;
    }
}
