package com.giosg.chatreports.route;

import jakarta.mail.AuthenticationFailedException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/** Why a mail server was given no mail, in words that an operator can act on. */
final class MailCauses {

    /** What the mail library says of an answer that did not come. */
    static final int NO_ANSWER = -1;

    /** The same in words. */
    private static final String NOTHING = "[EOF]";

    /** How the mail library repeats a server that is too busy for a greeting, or whose greeting did not arrive. */
    private static final Pattern GREETING = Pattern.compile("response: (4\\d\\d|(?!\\d\\d\\d))");

    /** How it says that there was none. */
    private static final Pattern NO_GREETING =
            Pattern.compile("greeting from SMTP host: (\\S+), port: (\\d+), response: \\[EOF]");

    private static final Pattern UNREAD = Pattern.compile("Write timed out|^Socket closed$");

    private static final String UNCERTAIN = "whether it took the mail is not known; try later";

    private MailCauses() {}

    /** On one line; never what was said while logging in, which may repeat the password. */
    static String words(List<Throwable> chain) {
        return Stream.<Function<List<Throwable>, Optional<String>>>of(
                        MailCauses::logIn,
                        MailCauses::unread,
                        MailCauses::damage,
                        MailCauses::certificate,
                        MailCauses::connection,
                        MailCauses::greeting,
                        MailCauses::broken,
                        MailCauses::mail,
                        MailCauses::startTls)
                .flatMap(cause -> cause.apply(chain).stream())
                .findFirst()
                .orElseGet(() -> "the mail server: " + line(innermost(chain)));
    }

    /** Whether the mail may be taken later, though nobody mends anything here. */
    static Passing passing(List<Throwable> chain) {
        if (isRefusedLogIn(chain)) {
            return Passing.NO;
        }
        if (chain.stream().anyMatch(PassingCauses::isAboutCertificates)) {
            return Passing.LATER;
        }
        if (unread(chain).isPresent() || chain.stream().anyMatch(PassingCauses::isTimeOut)) {
            return Passing.LATER.uncertainIf(isUncertain(chain));
        }
        return Passing.when(isBroken(chain) || chain.stream().anyMatch(MailCauses::isTransient))
                .uncertainIf(isBroken(chain) && isUncertain(chain));
    }

    /** Whatever broke once the server had greeted us and let us in. */
    private static boolean isUncertain(List<Throwable> chain) {
        return chain.stream().noneMatch(MailCauses::isBeforeMails)
                && greeting(chain).isEmpty();
    }

    private static boolean isBeforeMails(Throwable failure) {
        return PassingCauses.isBeforeConnection(failure)
                || failure instanceof MailConnectException
                || failure instanceof AuthenticationFailedException;
    }

    private static boolean isBroken(List<Throwable> chain) {
        return chain.stream()
                .anyMatch(failure -> PassingCauses.isOfNetworks(failure) || NOTHING.equals(failure.getMessage()));
    }

    /** The mail library takes a connection that breaks while logging in for a refusal as well. */
    private static boolean isRefusedLogIn(List<Throwable> chain) {
        return find(chain, AuthenticationFailedException.class).isPresent() && !isBroken(chain);
    }

    private static boolean isTransient(Throwable failure) {
        if (failure instanceof SMTPSenderFailedException sender) {
            return isTransient(sender.getReturnCode());
        }
        return failure instanceof SMTPSendFailedException mail
                ? isTransient(mail.getReturnCode())
                : GREETING.matcher(String.valueOf(failure.getMessage())).find();
    }

    /** The server says itself that it means now, or it hung up without a word. */
    static boolean isTransient(int returnCode) {
        return returnCode / 100 == 4 || returnCode == NO_ANSWER;
    }

    private static Optional<String> logIn(List<Throwable> chain) {
        return isRefusedLogIn(chain)
                ? Optional.of("the mail server does not accept the log-in; check username and password")
                : Optional.empty();
    }

    /** The mail library says so by these words alone, or by what it gets to hear of the socket that it has closed itself then. */
    private static Optional<String> unread(List<Throwable> chain) {
        return chain.stream()
                .filter(failure ->
                        UNREAD.matcher(String.valueOf(failure.getMessage())).find())
                .findFirst()
                .map(failure -> "the mail server did not take the mail within write-timeout; try later, or raise it");
    }

    private static Optional<String> damage(List<Throwable> chain) {
        return chain.stream()
                .filter(PassingCauses::isDamaged)
                .findFirst()
                .map(failure -> "what came from the mail server was damaged on the way (%s); %s"
                        .formatted(line(failure), UNCERTAIN));
    }

    private static Optional<String> greeting(List<Throwable> chain) {
        return chain.stream()
                .map(failure -> NO_GREETING.matcher(String.valueOf(failure.getMessage())))
                .filter(Matcher::find)
                .findFirst()
                .map(none ->
                        "%s:%s hung up without a greeting, so nothing was sent; check smtp and that the server runs"
                                .formatted(none.group(1), none.group(2)));
    }

    private static Optional<String> broken(List<Throwable> chain) {
        return isBroken(chain)
                ? Optional.of("the connection to the mail server broke off%s; %s".formatted(how(chain), UNCERTAIN))
                : Optional.empty();
    }

    /** Never what was said while logging in. */
    private static String how(List<Throwable> chain) {
        return chain.stream()
                .filter(PassingCauses::isOfNetworks)
                .findFirst()
                .map(failure -> " (%s)".formatted(line(failure)))
                .orElse("");
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
