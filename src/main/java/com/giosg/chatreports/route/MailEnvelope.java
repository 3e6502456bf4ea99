package com.giosg.chatreports.route;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;

/** The steps of the e-mail sink around the server: who gets a mail, and what became of it. */
public final class MailEnvelope {

    /**
     * The mail for whoever has not got it yet.
     *
     * @param to addresses, divided by commas
     * @param cc in the same way; may be empty
     * @param bcc in the same way; may be empty
     */
    public SealedMail address(
            @Body File mail, @Variable("to") String to, @Variable("cc") String cc, @Variable("bcc") String bcc)
            throws MessagingException, IOException {
        List<String> reached = Reached.read(mail.toPath());
        List<InternetAddress> recipients = new ArrayList<>();
        for (String list : List.of(to, cc, bcc)) {
            recipients.addAll(List.of(InternetAddress.parse(list, true)));
        }
        return new SealedMail(
                mail.toPath(),
                recipients.stream()
                        .distinct()
                        .filter(recipient -> !reached.contains(recipient.getAddress()))
                        .toList());
    }

    /** What the delivery is noted with: under which name the server knows the mail, and who got it. */
    public String receipt(@Body SealedMail mail) throws MessagingException {
        return "%s to %s".formatted(mail.getMessageID(), MailOutcome.names(mail.recipients().stream()));
    }

    /**
     * Ends a delivery that failed in words. Whoever got the mail is kept, so that nobody is sent it twice.
     *
     * @param thrown the outermost, which knows of all recipients; Camel's own annotation gives the innermost
     *
     * @throws DeliveryFailure always
     */
    public void explain(@Body SealedMail mail, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) MessagingException thrown)
            throws IOException {
        MailOutcome outcome = MailOutcome.of(thrown);
        if (!outcome.reached().isEmpty()) {
            Reached.add(mail.file(), outcome.reached());
        }
        throw new DeliveryFailure(outcome.words(), outcome.passing());
    }
}
