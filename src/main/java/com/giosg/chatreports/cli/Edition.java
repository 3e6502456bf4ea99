package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.CheckedConfiguration;
import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.ConfigurationProblems;
import com.giosg.chatreports.config.Outline;
import com.giosg.chatreports.config.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operator wants at one time: everything was read at once and checked as a whole, and does not change any more.
 *
 * @param outline what stands in the configuration
 * @param sources the files that it was read from
 * @param readAt when
 */
record Edition(
        Configuration configuration,
        freemarker.template.Configuration templates,
        Outline outline,
        Sources sources,
        Instant readAt) {

    /** Whoever changed everything does not need a list. */
    private static final int NAMED = 5;

    /**
     * Reads the files as they are now.
     *
     * @throws ConfigurationProblems with everything that is wrong with any of them
     */
    static Edition read(Surroundings surroundings, Path file) {
        Instant now = surroundings.clock().instant();
        Sources sources = Sources.of(surroundings.home(), file);
        Checked checked = Checked.of(surroundings, file);
        if (!sources.isSame(Sources.of(surroundings.home(), file))) {
            throw problems(file, List.of(problem(file, "was written while it was read; wait until all is written")));
        }
        if (!checked.problems().isEmpty()) {
            throw problems(file, checked.problems());
        }
        CheckedConfiguration good = checked.configuration().orElseThrow();
        return new Edition(good.configuration(), checked.home().templates(), good.outline(), sources, now);
    }

    private static ConfigurationProblems problems(Path file, List<Problem> problems) {
        return new ConfigurationProblems(file.toString(), problems);
    }

    private static Problem problem(Path file, String words) {
        return new Problem(file.toString(), 0, 0, "", words);
    }

    /** What differs, in one line. */
    String differencesFrom(Edition before, Path file) {
        List<String> differences = new ArrayList<>(outline.differencesFrom(before.outline));
        List<String> files = sources.differencesFrom(before.sources).stream()
                .filter(name -> !name.equals(file.toString()))
                .toList();
        files.stream().limit(NAMED).map(name -> name + " changed").forEach(differences::add);
        if (files.size() > NAMED) {
            differences.add("%d more files changed".formatted(files.size() - NAMED));
        }
        return differences.isEmpty() ? "nothing in it differs; secrets were read anew" : String.join("; ", differences);
    }
}
