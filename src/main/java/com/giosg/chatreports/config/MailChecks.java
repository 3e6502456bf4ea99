package com.giosg.chatreports.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What has to hold for a sink that sends mails, beyond what its Kamelet can declare. */
final class MailChecks {

    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?");
    private static final Placeholders SOMETHING = new Placeholders("x", "x", "x", "x", "somebody@example.com", "x");

    private final Section section;
    private final SinkKind kind;

    MailChecks(Section section, SinkKind kind) {
        this.section = section;
        this.kind = kind;
    }

    /** Adds a problem for everything that is wrong. */
    void check() {
        section.find("format")
                .ifPresent(format -> format.problem(
                        "is for sinks that take files; a mail says which files it carries: attach: [csv, json]"));
        checkAttachments();
        MailSettings.ADDRESSED.forEach(
                name -> items(name).forEach(item -> item.parsed(text -> MailAddresses.list(SOMETHING.expand(text)))));
        find("from").ifPresent(from -> from.parsed(MailAddresses::single));
        if (find(MailSettings.OUTBOX).isEmpty()) {
            checkServer();
        }
        checkLogIn();
    }

    /** Where the Kamelet names the kinds of file itself, they were checked already. */
    private void checkAttachments() {
        boolean named = kind.find(MailSettings.ATTACH)
                .filter(property -> !property.choices().isEmpty())
                .isPresent();
        if (!named) {
            items(MailSettings.ATTACH).forEach(item -> item.parsed(MailSettings::attachment));
        }
    }

    private void checkServer() {
        Optional<Value> server = find("smtp");
        if (server.isEmpty()) {
            if (kind.find(MailSettings.OUTBOX).isPresent()) {
                section.value()
                        .problem("needs \"smtp\", e.g. smtp: \"smtp.example.com:587\"; or \"outbox\", a folder that"
                                + " mails are written to instead");
            }
            return;
        }
        server.get().parsed(address -> {
            if (isPlain() && !isInsecure() && !LOOPBACK.matcher(address).matches()) {
                find("tls")
                        .ifPresent(tls -> tls.problem("everybody on the way to the server can read the mails; use"
                                + " starttls or tls, or, if that is meant, add insecure: true"));
            }
            return address;
        });
    }

    private void checkLogIn() {
        Optional<Value> user = find("username");
        Optional<Value> password = find("password");
        if (user.isPresent() && password.isEmpty()) {
            user.get().problem("needs \"password\" beside it, e.g. password: \"{{env:SMTP_PASSWORD}}\"");
        }
        if (password.isPresent() && user.isEmpty()) {
            password.get().problem("needs \"username\" beside it");
        }
        if (user.isPresent() && isPlain() && !isInsecure()) {
            user.get()
                    .problem("the password would travel unencrypted; use tls: starttls or tls: tls, or, if that is"
                            + " meant, add insecure: true");
        }
    }

    private boolean isPlain() {
        return text("tls").equals("none");
    }

    private boolean isInsecure() {
        return text("insecure").equals("true");
    }

    private String text(String name) {
        return find(name).flatMap(value -> value.parsed(Function.identity())).orElse("");
    }

    private List<Value> items(String name) {
        return find(name).map(Value::items).orElse(List.of());
    }

    /** A Kamelet of somebody else's may have fewer settings. */
    private Optional<Value> find(String name) {
        return kind.find(name).flatMap(property -> section.find(name));
    }
}
