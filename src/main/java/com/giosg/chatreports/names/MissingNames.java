package com.giosg.chatreports.names;

import com.giosg.chatreports.request.RequestFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a run's readers are told where ids stayed ids, in one sentence however many lists failed. */
public final class MissingNames {

    private MissingNames() {}

    /**
     * The note; empty where no name is missing.
     *
     * @param failures why lists are not whole
     */
    public static Optional<String> note(Map<DirectoryList, RequestFailure> failures) {
        if (failures.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<DirectoryList>> byCause = new LinkedHashMap<>();
        failures.forEach((list, failure) -> byCause.computeIfAbsent(failure.getMessage(), cause -> new ArrayList<>())
                .add(list));
        String causes = byCause.entrySet().stream()
                .map(cause -> "%s (%s)".formatted(cause.getKey(), DirectoryList.words(cause.getValue())))
                .collect(Collectors.joining("; "));
        RequestFailure first = failures.values().iterator().next();
        return Optional.of("names could not be had: %s. Next: %s".formatted(causes, Advice.after(first.kind())));
    }
}
