package com.giosg.chatreports.journey;

import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The application in a folder of its own, asking a simulator of its own: from before each test until after whatever the test itself ends. */
abstract class SimulatedJourney {

    /** What configurations call {@code TOKEN}. */
    static final Map<String, String> ENVIRONMENT = Map.of("TOKEN", Organizations.ACME.token());

    @TempDir
    Path folder;

    Simulator simulator;

    /** What the simulator is started with. */
    SimulatorSettings simulated() {
        return SimulatorSettings.defaults();
    }

    @BeforeEach
    void startSimulator() throws IOException {
        simulator = Simulator.start(simulated());
    }

    @AfterEach
    void stopSimulator() {
        simulator.close();
    }

    /** At an instant, with nothing but the token in the environment. */
    Journey journey(Instant now) {
        return new Journey(folder, ENVIRONMENT, InstantSource.fixed(now));
    }
}
