package com.giosg.chatreports.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TeamNamesTest {

    private static final String SALES = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    private static final String GONE = "9a0c0305-4f89-41d3-8a0c-0305e82c3302";
    private static final Names KNOWN =
            new Names(Map.of(), Map.of(SALES, "Sales", "t2", "Support", "t3", "Support"), true);

    @Test
    void aNameIsAlikeWhereNoneIsExact() throws UnknownName {
        assertThat(TeamNames.resolve("sales", KNOWN, Set.of())).isEqualTo(new Team(SALES, "Sales"));
    }

    @Test
    void anIdGetsTheNameThatTheDirectoryKnows() throws UnknownName {
        assertThat(TeamNames.resolve(SALES, KNOWN, Set.of())).isEqualTo(new Team(SALES, "Sales"));
    }

    @Test
    void aTeamThatWasDeletedHasFiguresAllTheSame() throws UnknownName {
        assertThat(TeamNames.resolve(GONE, KNOWN, Set.of(GONE))).isEqualTo(new Team(GONE, GONE));
    }

    @Test
    void anIdThatNobodyKnowsIsNoTeamWithoutChats() {
        assertThatThrownBy(() -> TeamNames.resolve(GONE, KNOWN, Set.of()))
                .isInstanceOf(UnknownName.class)
                .hasMessage("no team is known by the id “%s”; there are “Sales”, “Support”, “Support”", GONE);
    }

    @Test
    void withoutTheDirectoryAnIdIsTakenAsItIs() throws UnknownName {
        assertThat(TeamNames.resolve(GONE, Names.none(), Set.of())).isEqualTo(new Team(GONE, GONE));
    }

    @Test
    void whatAListBrokeOffBeforeMayBeKnownLater() {
        Names broken = new Names(Map.of(), Map.of("t2", "Support"), false);

        assertThatThrownBy(() -> TeamNames.resolve("Sales", broken, Set.of()))
                .isInstanceOfSatisfying(UnknownName.class, unknown -> assertThat(unknown.mayPass())
                        .isTrue())
                .hasMessageStartingWith("which team “Sales” is could not be looked up; ");
    }

    @Test
    void aNameThatStandsForSeveralIsRefused() {
        assertThatThrownBy(() -> TeamNames.resolve("Support", KNOWN, Set.of()))
                .hasMessageStartingWith("2 teams are called “Support”: ");
    }
}
