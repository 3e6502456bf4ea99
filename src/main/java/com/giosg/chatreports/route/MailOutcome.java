package com.giosg.chatreports.route;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

/**
 * What became of a mail that did not reach everybody.
 *
 * @param words who got it, who did not and why, and the next move; one line
 * @param reached who got it
 * @param passing whether those who did not may get it later, though nobody mends anything
 */
record MailOutcome(String words, List<InternetAddress> reached, Passing passing) {

    static MailOutcome of(Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        List<SMTPAddressFailedException> refused = chain.stream()
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(SMTPAddressFailedException.class::cast)
                .filter(refusal -> refusal.getReturnCode() != MailCauses.NO_ANSWER)
                .toList();
        List<InternetAddress> reached = reached(chain);
        if (refused.isEmpty()) {
            return new MailOutcome(MailCauses.words(chain), reached, MailCauses.passing(chain));
        }
        String each = refused.stream().map(MailOutcome::refusal).collect(Collectors.joining("; "));
        return new MailOutcome(
                reached.isEmpty()
                        ? "the server refused every recipient: %s. Check the addresses".formatted(each)
                        : "sent to %s, but the server refused %s. Check these addresses; whoever got the mail is not sent it again"
                                .formatted(names(reached.stream()), each),
                reached,
                Passing.when(refused.stream().anyMatch(refusal -> MailCauses.isTransient(refusal.getReturnCode()))));
    }

    /** Bare addresses, as servers know them. */
    static String names(Stream<InternetAddress> addresses) {
        return addresses.map(InternetAddress::getAddress).collect(Collectors.joining(", "));
    }

    private static String refusal(SMTPAddressFailedException refusal) {
        return "%s (%s)".formatted(refusal.getAddress().getAddress(), MailCauses.line(refusal));
    }

    private static List<InternetAddress> reached(List<Throwable> chain) {
        return chain.stream()
                .filter(SendFailedException.class::isInstance)
                .map(failure -> ((SendFailedException) failure).getValidSentAddresses())
                .flatMap(sent -> Optional.ofNullable(sent).stream().flatMap(Stream::of))
                .map((Address address) -> (InternetAddress) address)
                .distinct()
                .toList();
    }

    /** The mail library chains what belongs together in a way of its own. */
    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        Throwable next = thrown;
        while (next != null && !chain.contains(next)) {
            chain.add(next);
            Exception chained = next instanceof MessagingException failure ? failure.getNextException() : null;
            next = chained == null ? next.getCause() : chained;
        }
        return chain;
    }
}
