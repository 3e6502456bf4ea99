package com.giosg.chatreports.route;

import java.io.IOException;
import java.util.Map;

/** Receivers of calls, mails and uploads that are away. */
class AwayServersTest extends AwaySinksSupport {

    @Override
    Map<String, Receiver> receivers() throws IOException {
        return Map.of(
                "inbox", new WebReceiver(),
                "leads", MailReceiver.start(),
                "drop", DropReceiver.in(folder.resolve("partner")));
    }
}
