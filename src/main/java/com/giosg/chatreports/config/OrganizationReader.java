package com.giosg.chatreports.config;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one organization. */
final class OrganizationReader {

    static final List<String> KEYS = List.of("id", "name", "token", "time-zone", "recipients", "teams", "look");

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
        Map<String, List<String>> teams =
                section.find("teams").map(OrganizationReader::teams).orElse(Map.of());
        Look look = LookReader.read(section).over(sharedLook);
        return id.flatMap(found ->
                token.map(secret -> new Organization(key, found, name, secret, zone, recipients, teams, look)));
    }

    /** In their order, which is the order of the mails. */
    private static Map<String, List<String>> teams(Value section) {
        Map<String, List<String>> teams = new LinkedHashMap<>();
        section.entries().forEach((name, value) -> {
            List<String> addresses = value.someItems().stream()
                    .map(item -> item.parsed(text -> MailAddresses.single(text)))
                    .flatMap(Optional::stream)
                    .toList();
            Attempt.of(() -> IdOrName.of("team", name), value::problem).ifPresent(team -> teams.put(team, addresses));
        });
        return Collections.unmodifiableMap(teams);
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
