package com.giosg.chatreports.simulator;

import com.giosg.chatreports.simulator.world.Organizations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulator as it is started unless asked otherwise, and somebody of Acme who asks it. */
abstract class SimulatorTestSupport {

    Simulator simulator;
    Client client;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(SimulatorSettings.defaults());
        client = Client.of(simulator, Organizations.ACME);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }
}
