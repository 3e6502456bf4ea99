package com.giosg.chatreports.route;

import com.giosg.chatreports.cli.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;

/** Routes that know a broker over TCP, whose address stands in {@code camel.properties}. */
abstract class BrokerTestSupport extends RouteTestSupport {

    BrokerServer broker;

    @Override
    Path home() {
        try {
            broker = new BrokerServer(folder).start();
            Path home = Files.createDirectories(folder.resolve("home/config")).getParent();
            Folders.copy(Path.of("routes"), home.resolve("routes"));
            Files.writeString(home.resolve("config/camel.properties"), broker.camelProperties());
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void stopTheBroker() {
        context.stop();
        broker.close();
    }
}
