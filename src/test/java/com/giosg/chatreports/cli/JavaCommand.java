package com.giosg.chatreports.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How tests start the application as a process of its own. */
public final class JavaCommand {

    private JavaCommand() {}

    /**
     * The command line of the application, run by the same Java and from the same classes as the tests.
     *
     * @param jvmOptions as {@code JAVA_OPTS} would give them; they win
     */
    public static List<String> of(List<String> jvmOptions, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // As the launcher does: newer Javas warn otherwise, on the stream that tests read.
                "--enable-native-access=ALL-UNNAMED",
                "-Dio.netty.noUnsafe=true",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dchat-reports.home=" + Path.of("").toAbsolutePath()));
        command.addAll(jvmOptions);
        command.add(ChatReports.class.getName());
        command.addAll(List.of(arguments));
        return command;
    }
}
