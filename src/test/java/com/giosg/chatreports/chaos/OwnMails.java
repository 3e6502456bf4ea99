package com.giosg.chatreports.chaos;

import com.giosg.chatreports.route.MailServer;
import java.util.List;

/**
 * A mail server in the process of the test, with STARTTLS.
 *
 * @param port where the application finds it
 */
record OwnMails(MailServer server, int port) implements MailReceiver {

    @Override
    public String way() {
        return "smtp: \"127.0.0.1:%d\", username: %s, password: \"{{env:SMTP}}\"".formatted(port, MailServer.USER);
    }

    @Override
    public List<byte[]> received() {
        return server.received().stream().map(MailServer.Received::bytes).toList();
    }

    @Override
    public void refuse(int code) {
        server.refuse("", code, "not this mail");
    }

    @Override
    public void takeAll() {
        server.acceptEverybody();
    }

    @Override
    public void close() {
        server.close();
    }
}
