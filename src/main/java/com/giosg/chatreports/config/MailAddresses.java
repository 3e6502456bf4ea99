package com.giosg.chatreports.config;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;

/** Addresses of mails. The mail library is not loaded unless somebody configures one. */
final class MailAddresses {

    private MailAddresses() {}

    /**
     * One address or several, divided by commas, each alone or with a name before it.
     *
     * @throws IllegalArgumentException with an operator's message
     */
    static String list(String text) {
        InternetAddress[] addresses = parse(text);
        if (addresses.length == 0) {
            throw wrong(text);
        }
        for (InternetAddress address : addresses) {
            check(address, text);
        }
        return text;
    }

    /** One address. */
    static String single(String text) {
        if (parse(text).length != 1) {
            throw new IllegalArgumentException("must be one address, not " + Quoted.of(text));
        }
        return list(text);
    }

    private static InternetAddress[] parse(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("must not hold control characters");
        }
        try {
            return InternetAddress.parse(text, true);
        } catch (AddressException e) {
            throw wrong(text);
        }
    }

    private static void check(InternetAddress address, String text) {
        String plain = address.getAddress();
        if (plain.split("@", -1).length != 2 || address.isGroup()) {
            throw wrong(text);
        }
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(plain)) {
            throw new IllegalArgumentException(
                    "%s has letters that not every server takes; write the host in its form that begins with xn--"
                            .formatted(Quoted.of(text)));
        }
        try {
            address.validate();
        } catch (AddressException e) {
            throw wrong(text);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "%s is not an address; write it like leads@example.com or \"Team leads <leads@example.com>\""
                        .formatted(Quoted.of(text)));
    }
}
