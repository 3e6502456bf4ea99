package com.giosg.chatreports.chaos;

import com.giosg.chatreports.cli.Folders;
import com.giosg.chatreports.cli.JavaCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the application is started from.
 *
 * @param folder with its routes, templates and settings, and, where the packaged one is tried, its launcher and jars
 */
record Home(Path folder) {

    /** Names the launcher of the packaged application. Without it the classes of this build are started. */
    private static final Optional<Path> LAUNCHER =
            Optional.ofNullable(System.getProperty("chaos.launcher")).map(Path::of);

    /** What the reference of the endpoint sink has Maven fetch for a broker, by the names of jars. */
    private static final Pattern FOR_A_BROKER = Pattern.compile(
            "(camel-(jms|spring)|spring|artemis|jakarta\\.(jms|transaction)|netty|commons-(beanutils|collections|logging)|jctools)-.*[.]jar");

    /** As it was built. */
    static Home built() {
        return new Home(LAUNCHER.map(launcher -> launcher.getParent().getParent())
                .orElse(Path.of("").toAbsolutePath()));
    }

    /** A copy to which what a broker needs was added, as an operator would. */
    static Home withBroker(Path folder, String camelProperties) throws IOException {
        Home built = built();
        for (String part : List.of("config", "routes", "templates")) {
            Folders.copy(built.folder.resolve(part), folder.resolve(part));
        }
        Files.writeString(folder.resolve("config/camel.properties"), camelProperties);
        if (LAUNCHER.isPresent()) {
            copyProgram(built.folder, folder);
        }
        return new Home(folder);
    }

    private static void copyProgram(Path from, Path to) throws IOException {
        Folders.copy(from.resolve("bin"), to.resolve("bin"));
        Folders.copy(from.resolve("lib"), to.resolve("lib"));
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path added = to.resolve("lib").resolve(Path.of(jar).getFileName());
            if (FOR_A_BROKER.matcher(added.getFileName().toString()).matches()) {
                Files.copy(Path.of(jar), added, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** The launcher takes the options from the environment. */
    List<String> command(List<String> jvmOptions, String... start) {
        if (LAUNCHER.isPresent()) {
            return Stream.concat(Stream.of(folder.resolve("bin/chat-reports").toString()), Stream.of(start))
                    .toList();
        }
        return JavaCommand.of(
                Stream.concat(jvmOptions.stream(), Stream.of("-Dchat-reports.home=" + folder))
                        .toList(),
                start);
    }
}
