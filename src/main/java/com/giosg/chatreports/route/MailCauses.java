package com.giosg.chatreports.route;

import jakarta.mail.AuthenticationFailedException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/** Why a mail server was given no mail, in words that an operator can act on. */
final class MailCauses {

    /** How the mail library repeats a server that is too busy even for a greeting. */
    private static final Pattern GREETING = Pattern.compile("response: 4\\d\\d");

    private MailCauses() {}

    /** On one line; never what was said while logging in, which may repeat the password. */
    static String words(List<Throwable> chain) {
        return Stream.<Function<List<Throwable>, Optional<String>>>of(
                        MailCauses::logIn,
                        MailCauses::unread,
                        MailCauses::certificate,
                        MailCauses::connection,
                        MailCauses::mail,
                        MailCauses::startTls)
                .flatMap(cause -> cause.apply(chain).stream())
                .findFirst()
                .orElseGet(() -> "the mail server: " + line(innermost(chain)));
    }

    /** Whether the mail may be taken later, though nobody mends anything here. */
    static boolean mayPass(List<Throwable> chain) {
        boolean lasts = chain.stream()
                .anyMatch(failure ->
                        failure instanceof AuthenticationFailedException || PassingCauses.isAboutCertificates(failure));
        return !lasts
                && (unread(chain).isPresent()
                        || chain.stream().anyMatch(PassingCauses::isOfNetworks)
                        || chain.stream().anyMatch(MailCauses::isTransient));
    }

    private static boolean isTransient(Throwable failure) {
        if (failure instanceof SMTPSenderFailedException sender) {
            return isTransient(sender.getReturnCode());
        }
        return failure instanceof SMTPSendFailedException mail
                ? isTransient(mail.getReturnCode())
                : GREETING.matcher(String.valueOf(failure.getMessage())).find();
    }

    /** The server says itself that it means now; -1: it hung up without a word. */
    static boolean isTransient(int returnCode) {
        return returnCode / 100 == 4 || returnCode == -1;
    }

    private static Optional<String> logIn(List<Throwable> chain) {
        return find(chain, AuthenticationFailedException.class)
                .map(failure -> "the mail server does not accept the log-in; check username and password");
    }

    /** The mail library says so by these words alone. */
    private static Optional<String> unread(List<Throwable> chain) {
        return chain.stream()
                .filter(failure -> String.valueOf(failure.getMessage()).contains("Write timed out"))
                .findFirst()
                .map(failure -> "the mail server did not take the mail within write-timeout; try later, or raise it");
    }

    private static Optional<String> certificate(List<Throwable> chain) {
        if (find(chain, SSLException.class).isEmpty()) {
            return Optional.empty();
        }
        String detail = line(innermost(chain));
        boolean elsewhere = detail.contains("name matching") || detail.contains("alternative");
        return Certificates.words(chain.get(0))
                .or(() -> elsewhere
                        ? Optional.of("its certificate is for another host (%s); check smtp".formatted(detail))
                        : Optional.empty())
                .map("the mail server could not prove who it is, so nothing was sent, not even the password: "::concat)
                .or(() -> Optional.of(
                        "no encrypted connection to the mail server (%s), so nothing was sent; check smtp and tls:"
                                        .formatted(detail)
                                + " starttls is usual for port 587, tls for 465"));
    }

    private static Optional<String> connection(List<Throwable> chain) {
        String server = find(chain, MailConnectException.class)
                .map(failure -> failure.getHost() + ":" + failure.getPort())
                .orElse("the mail server");
        Throwable innermost = innermost(chain);
        if (innermost instanceof UnknownHostException) {
            return Optional.of("the host of %s is not known; check smtp".formatted(server));
        }
        if (innermost instanceof ConnectException || innermost instanceof NoRouteToHostException) {
            return Optional.of(
                    "no connection to %s: %s; check smtp and that the server runs".formatted(server, line(innermost)));
        }
        if (innermost instanceof SocketTimeoutException) {
            return Optional.of(
                    "%s did not answer in time; try later, or raise connect-timeout, response-timeout or write-timeout"
                            .formatted(server));
        }
        return Optional.empty();
    }

    private static Optional<String> mail(List<Throwable> chain) {
        Optional<String> sender = find(chain, SMTPSenderFailedException.class)
                .map(failure -> "the mail server takes no mail from this sender (%s); check from and the log-in"
                        .formatted(line(failure)));
        return sender.or(() -> find(chain, SMTPSendFailedException.class).map(MailCauses::refusal));
    }

    private static String refusal(SMTPSendFailedException failure) {
        boolean tooLarge = failure.getReturnCode() == 552 || failure.getReturnCode() == 523;
        return tooLarge
                ? "the mail is too large for the server (%s); attach less, or deliver the files with another sink"
                        .formatted(line(failure))
                : "the mail server did not take the mail (%s)".formatted(line(failure));
    }

    private static Optional<String> startTls(List<Throwable> chain) {
        return chain.stream()
                .filter(failure -> String.valueOf(failure.getMessage()).contains("STARTTLS is required"))
                .findFirst()
                .map(failure -> "the mail server offers no STARTTLS, so nothing was sent, not even the password;"
                        + " check smtp, or use tls: tls with the port for it, often 465");
    }

    /** What was said, as far as it fits on a line of a log. */
    static String line(Throwable thrown) {
        return OneLine.of(thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage());
    }

    private static Throwable innermost(List<Throwable> chain) {
        return chain.get(chain.size() - 1);
    }

    private static <T extends Throwable> Optional<T> find(List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
