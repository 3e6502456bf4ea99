package com.giosg.chatreports.config;

import java.util.List;

/** Thrown once for a file that cannot be used; knows everything that is wrong with it. */
public final class ConfigurationProblems extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /** The message is what an operator sees: a heading and a line for each problem. */
    public ConfigurationProblems(String file, List<Problem> problems) {
        super("%s has %s:%n%s"
                .formatted(
                        file,
                        problems.size() == 1 ? "a problem" : problems.size() + " problems",
                        Problem.table(problems)));
        this.problems = List.copyOf(problems);
    }

    /** In the order of the file. */
    public List<Problem> problems() {
        return problems;
    }
}
