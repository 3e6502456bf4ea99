package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.metrics.BadTemplate;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What an exception of a protocol library means, in the product's own words. */
final class Causes {

    private Causes() {}

    static RequestFailure of(Throwable thrown) {
        return chain(thrown)
                .map(Causes::known)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new RequestFailure(
                        FailureKind.DEFECT, "an unforeseen " + thrown.getClass().getSimpleName(), thrown));
    }

    private static Optional<RequestFailure> known(Throwable cause) {
        if (cause instanceof RequestFailure failure) {
            return Optional.of(failure);
        }
        if (cause instanceof LedgerFailure) {
            return Optional.of(new RequestFailure(FailureKind.STORAGE, cause.getMessage(), cause));
        }
        return template(cause)
                .map(bad -> new RequestFailure(FailureKind.TEMPLATE, "the template failed: " + bad.getMessage(), cause))
                .or(() -> kind(cause).map(kind -> new RequestFailure(kind, words(kind, cause), cause)));
    }

    private static Optional<BadTemplate> template(Throwable cause) {
        if (cause instanceof TemplateException failed) {
            return Optional.of(BadTemplate.unrenderable("templates", failed));
        }
        // Where a template is read anew: see the profile for developers.
        return cause instanceof ParseException broken
                ? Optional.of(BadTemplate.unreadable("templates", broken))
                : Optional.empty();
    }

    private static Optional<FailureKind> kind(Throwable cause) {
        if (PassingCauses.isBeforeConnection(cause)) {
            return Optional.of(FailureKind.UNREACHABLE);
        }
        if (isAboutProof(cause)) {
            return Optional.of(FailureKind.CERTIFICATE);
        }
        if (PassingCauses.isOfFullDisk(cause)) {
            return Optional.of(FailureKind.STORAGE);
        }
        return cause instanceof IOException ? Optional.of(FailureKind.INTERRUPTED) : Optional.empty();
    }

    /** A handshake that broke off proves nothing. */
    private static boolean isAboutProof(Throwable cause) {
        return cause instanceof SSLPeerUnverifiedException
                || (cause instanceof SSLHandshakeException && chain(cause).noneMatch(PassingCauses::isOfNetworks));
    }

    private static String words(FailureKind kind, Throwable cause) {
        String detail = cause.getMessage() == null ? cause.getClass().getSimpleName() : firstLine(cause.getMessage());
        return switch (kind) {
            case UNREACHABLE ->
                cause instanceof UnknownHostException
                        ? "the host " + detail + " is not known"
                        : "no connection: " + detail;
            case CERTIFICATE ->
                "the server could not prove who it is: "
                        + Certificates.words(cause).orElse(detail);
            case STORAGE -> "the rows could not be kept: " + detail;
            default -> "the answer did not arrive whole: " + detail;
        };
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }

    /** From the outermost to the innermost. */
    static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }
}
