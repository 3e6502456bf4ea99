package com.giosg.chatreports.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rooms of a configuration, by name or by id. */
class RoomNamesTest {

    private static final String ID = "9a0c0305-4f89-41d3-8a0c-0305e82c3303";
    private static final List<Entry> ROOMS = List.of(
            new Entry("r1", List.of("Webshop")),
            new Entry("r2", List.of("webshop")),
            new Entry("r3", List.of("Bäckerei (shared)", "Backstube")),
            new Entry("r4", List.of("Kiosk")),
            new Entry("r5", List.of("Kiosk")));

    @Test
    void aNameIsExactBeforeItIsAlike() throws RequestFailure {
        assertThat(RoomNames.resolve(List.of("webshop", "Webshop", "bÄCKEREI (shared)"), ROOMS))
                .containsExactly("r2", "r1", "r3");
    }

    @Test
    void aSharedRoomHasTwoNamesAndCountsOnce() throws RequestFailure {
        assertThat(RoomNames.resolve(List.of("Backstube", "Bäckerei (shared)"), ROOMS))
                .containsExactly("r3");
    }

    @Test
    void anIdNeedsNoDirectory() throws RequestFailure {
        assertThat(RoomNames.resolve(List.of(ID), List.of())).containsExactly(ID);
    }

    @Test
    void everyUnknownAndEveryAmbiguousNameIsSaidWithWhatThereIs() {
        assertThatThrownBy(() -> RoomNames.resolve(List.of("Webshop", "Wbshop", "WEBSHOP", "Kiosk"), ROOMS))
                .isInstanceOfSatisfying(RequestFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.ROOM))
                .hasMessage("no room is called “Wbshop”; there are “Bäckerei (shared)”, “Kiosk”, “Kiosk”,"
                        + " “Webshop”, “webshop”; 2 rooms are called “WEBSHOP”: r1 (“Webshop”), r2 (“webshop”);"
                        + " 2 rooms are called “Kiosk”: r4 (“Kiosk”), r5 (“Kiosk”)");
    }

    @Test
    void whereThereAreNoRoomsItSaysSo() {
        assertThatThrownBy(() -> RoomNames.resolve(List.of("x"), List.of()))
                .hasMessage("no room is called “x”; there is none");
    }
}
