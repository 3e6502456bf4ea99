package com.giosg.chatreports.config;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Reads one organization. */
final class OrganizationReader {

    static final List<String> KEYS = List.of("id", "name", "token", "time-zone", "recipients", "look");

    private final boolean tokenIsShared;
    private final Optional<Secret> sharedToken;
    private final Look sharedLook;

    /** The API's token and what is said of looks are for every organization that has nothing of its own. */
    OrganizationReader(Section api, Look sharedLook) {
        Optional<Value> token = api.find("token");
        this.tokenIsShared = token.isPresent();
        this.sharedToken = token.flatMap(Value::secret);
        this.sharedLook = sharedLook;
    }

    Optional<Organization> read(String key, Value value) {
        Section section = new Section(value, KEYS);
        Optional<String> id =
                section.require("id", "\"{{env:GIOSG_ORGANIZATION}}\"").flatMap(found -> found.parsed(Scalars::uuid));
        String name = section.text("name", key);
        Optional<Secret> token = token(section);
        Optional<ZoneId> zone = section.find("time-zone").flatMap(found -> found.parsed(Scalars::zone));
        List<String> recipients = recipients(section);
        Look look = LookReader.read(section).over(sharedLook);
        return id.flatMap(
                found -> token.map(secret -> new Organization(key, found, name, secret, zone, recipients, look)));
    }

    /** A lambda, because a method reference would load the mail library for organizations without any. */
    private static List<String> recipients(Section section) {
        return section.list("recipients", text -> MailAddresses.single(text));
    }

    private Optional<Secret> token(Section section) {
        Optional<Value> own = section.find("token");
        if (own.isEmpty() && !tokenIsShared) {
            section.value().problem("needs \"token\", or api.token for all organizations");
        }
        return own.isPresent() ? own.flatMap(Value::secret) : sharedToken;
    }
}
