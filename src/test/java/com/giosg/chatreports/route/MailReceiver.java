package com.giosg.chatreports.route;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A mail server. What it notes are greetings, one per connection, and ends of mails. */
record MailReceiver(RawMailServer server, Map<String, String> answers) implements Receiver {

    static MailReceiver start() throws IOException {
        Map<String, String> answers = new ConcurrentHashMap<>();
        return new MailReceiver(new RawMailServer(answers), answers);
    }

    @Override
    public String sink() {
        return "{ type: email, to: anna@example.com, from: reports@example.com, smtp: \"localhost:%d\", tls: none }"
                .formatted(server.port());
    }

    @Override
    public void goAway() {
        answers.put("MAIL", "451 4.3.2 come back later");
    }

    @Override
    public void comeBack() {
        answers.clear();
    }

    @Override
    public int tries() {
        return count("EHLO");
    }

    @Override
    public int taken() {
        return count("DATA");
    }

    private int count(String command) {
        return (int) server.lines().stream()
                .filter(line -> line.split(" ", 2)[0].equals(command))
                .count();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
