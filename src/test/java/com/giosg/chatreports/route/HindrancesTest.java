package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import org.junit.jupiter.api.Test;

class HindrancesTest {

    private final RequestFailure full = new RequestFailure(FailureKind.STORAGE, "no space left on device");

    @Test
    void whereRunsGoOnByThemselvesItIsOverOnceSomethingCouldBeKept() {
        Hindrances hindrances = new Hindrances(Patience.LONG);

        hindrances.note(full);
        assertThat(hindrances.latest()).contains(full);

        hindrances.kept();
        assertThat(hindrances.latest()).isEmpty();
    }

    /** The run that met it is not taken up again, and would be waited for without end. */
    @Test
    void whoeverWaitsForARunHearsOfItWhateverOthersCanKeep() {
        Hindrances hindrances = new Hindrances(Patience.NONE);

        hindrances.note(full);
        hindrances.kept();
        hindrances.clear();

        assertThat(hindrances.latest()).contains(full);
    }
}
