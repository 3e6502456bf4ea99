package com.giosg.chatreports.route;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why a server could not prove who it is, and what can be done about it. */
final class Certificates {

    private Certificates() {}

    /** Empty where it is nothing about a certificate. */
    static Optional<String> words(Throwable thrown) {
        return Causes.chain(thrown).flatMap(cause -> word(cause).stream()).findFirst();
    }

    private static Optional<String> word(Throwable cause) {
        if (cause instanceof CertificateExpiredException) {
            return Optional.of("its certificate has expired (%s); its owner has to renew it".formatted(oneLine(cause)));
        }
        if (cause instanceof CertificateNotYetValidException) {
            return Optional.of("its certificate is not valid yet (%s); compare the clocks".formatted(oneLine(cause)));
        }
        if (cause instanceof SSLPeerUnverifiedException) {
            return Optional.of("its certificate is for another host (%s); check the address".formatted(oneLine(cause)));
        }
        return cause instanceof CertPathBuilderException
                ? Optional.of(
                        "this machine trusts nobody who vouches for its certificate; if that is a private authority,"
                                + " let Java trust it: JAVA_OPTS=-Djavax.net.ssl.trustStore=FILE")
                : Optional.empty();
    }

    /** It quotes the certificate, which is the server's. */
    private static String oneLine(Throwable cause) {
        return OneLine.of(String.valueOf(cause.getMessage()));
    }
}
