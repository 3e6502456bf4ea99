package com.giosg.chatreports.config;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is found in one file, so that an operator sees all of it at once. */
final class Problems {

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Place place, String path, String message) {
        found.add(new Problem(file, place.line(), place.column(), path, message));
    }

    void addAll(List<Problem> others) {
        found.addAll(others);
    }

    /** Unchanged between two looks: nothing was wrong with what was read in between. */
    int count() {
        return found.size();
    }

    List<Problem> sorted() {
        return found.stream().distinct().sorted(Problem.BY_PLACE).toList();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigurationProblems(file, sorted());
        }
    }
}
