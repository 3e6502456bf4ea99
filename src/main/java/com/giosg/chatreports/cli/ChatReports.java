package com.giosg.chatreports.cli;

import com.giosg.chatreports.time.SteadyClock;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line: finds out about the world outside, runs a command, ends with its code. */
@Command(
        name = "chat-reports",
        description = "Asks Giosg's reporting APIs for chat metrics and delivers the rows as reports.",
        scope = CommandLine.ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the configuration or a template is wrong",
            "2:the command is wrong",
            "3:the API failed: there are gaps",
            "4:a delivery failed",
            "70:a defect of chat-reports",
            "130, 143:a run was interrupted by Ctrl-C or SIGTERM"
        })
public final class ChatReports implements Callable<Integer> {

    private static final List<Class<?>> COMMANDS = List.of(
            StartCommand.class,
            RunCommand.class,
            BackfillCommand.class,
            HistoryCommand.class,
            ShowCommand.class,
            RetryCommand.class,
            PreviewCommand.class,
            RequestCommand.class,
            CheckCommand.class,
            MetricsCommand.class,
            WindowsCommand.class,
            DemoCommand.class,
            SimulatorCommand.class,
            CompletionCommand.class);

    @Spec
    private CommandSpec spec;

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    public static void main(String[] arguments) {
        List<String> terminals =
                List.of(System.getProperty("chat-reports.terminals", "").split(",", -1));
        int code = execute(
                new Surroundings(
                        Path.of(System.getProperty("chat-reports.home", ".")),
                        System.getenv(),
                        new SteadyClock(InstantSource.system(), System::nanoTime),
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
        LibraryLogs.pin();
        return Choices.register(commandLine(surroundings, commands(arguments)))
                .setOut(surroundings.out())
                .setErr(surroundings.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        surroundings.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setExitCodeExceptionMapper(thrown -> ExitCode.DEFECT)
                .setParameterExceptionHandler(new WrongUsage())
                .setExecutionExceptionHandler(new Complaints(surroundings))
                .execute(arguments);
    }

    /** The whole command line, for what describes it. */
    static CommandLine withEveryCommand(Surroundings surroundings) {
        return commandLine(surroundings, COMMANDS);
    }

    private static CommandLine commandLine(Surroundings surroundings, List<Class<?>> commands) {
        CommandLine root = new CommandLine(new ChatReports(), new CommandFactory(surroundings));
        commands.forEach(root::addSubcommand);
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
