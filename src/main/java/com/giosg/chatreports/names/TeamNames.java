package com.giosg.chatreports.names;

import com.giosg.chatreports.config.IdOrName;
import com.giosg.chatreports.metrics.Scope;
import java.util.List;
import java.util.Set;

/** The teams of a configuration, which are given by name or by id. */
public final class TeamNames {

    private TeamNames() {}

    /**
     * The team that is meant.
     *
     * @param known the teams of the directory
     * @param answered ids of those that have figures, among them such as the directory does not know any more
     * @throws UnknownName if it stands for no team or for several, or if the directory could not say
     */
    public static Team resolve(String configured, Names known, Set<String> answered) throws UnknownName {
        Namesakes namesakes = new Namesakes(
                "team",
                known.teams().entrySet().stream()
                        .map(team -> new Entry(team.getKey(), List.of(team.getValue())))
                        .toList());
        return IdOrName.isId(configured)
                ? ofId(configured, known, answered, namesakes)
                : called(configured, known, namesakes);
    }

    private static Team ofId(String id, Names known, Set<String> answered, Namesakes namesakes) throws UnknownName {
        boolean exists = !known.whole() || known.teams().containsKey(id) || answered.contains(id);
        if (!exists) {
            throw new UnknownName(namesakes.unknown("known by the id", id), false);
        }
        return new Team(id, known.of(Scope.TEAM, id));
    }

    private static Team called(String name, Names known, Namesakes namesakes) throws UnknownName {
        try {
            Entry team = namesakes.only(name);
            return new Team(team.id(), team.name());
        } catch (UnknownName e) {
            if (known.whole()) {
                throw e;
            }
            throw new UnknownName(
                    "which team “%s” is could not be looked up; its id in place of its name needs no looking up"
                            .formatted(name),
                    true);
        }
    }
}
