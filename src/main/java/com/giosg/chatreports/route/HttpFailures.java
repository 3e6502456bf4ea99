package com.giosg.chatreports.route;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Why a call of an HTTP sink got no answer. */
final class HttpFailures {

    private static final String UNCERTAIN = "whether it kept the call is not known";

    private HttpFailures() {}

    static DeliveryFailure of(Exception thrown) {
        Passing passing = isUnproved(thrown) ? Passing.LATER : Passing.YES.uncertainIf(isUncertain(thrown));
        return new DeliveryFailure(words(thrown), passing, thrown);
    }

    /** Whatever broke once there was a connection. */
    private static boolean isUncertain(Exception thrown) {
        return !PassingCauses.isBeforeConnection(thrown);
    }

    /** Who cannot prove who it is; a handshake that broke off is like any connection. */
    private static boolean isUnproved(Exception thrown) {
        return thrown instanceof SSLException && Causes.chain(thrown).noneMatch(PassingCauses::isOfNetworks);
    }

    private static String words(Exception thrown) {
        String detail =
                thrown.getMessage() == null ? thrown.getClass().getSimpleName() : OneLine.of(thrown.getMessage());
        if (thrown instanceof UnknownHostException) {
            return "the host %s is not known; check url and the network".formatted(detail.replaceAll(":.*", ""));
        }
        if (thrown instanceof ConnectTimeoutException) {
            return "no connection within connect-timeout: %s; check url and whether the receiver is up"
                    .formatted(detail);
        }
        if (thrown instanceof ConnectException || thrown instanceof NoRouteToHostException) {
            return "no connection: %s; check url and whether the receiver is up".formatted(detail);
        }
        if (Causes.chain(thrown).anyMatch(PassingCauses::isDamaged)) {
            return "what came from the receiver was damaged on the way (%s); %s".formatted(detail, UNCERTAIN);
        }
        if (isUnproved(thrown)) {
            return "the receiver could not prove who it is: %s; nothing was sent"
                    .formatted(Certificates.words(thrown).orElse(detail));
        }
        if (thrown instanceof SocketTimeoutException) {
            return "the receiver was silent for longer than response-timeout; " + UNCERTAIN;
        }
        return "the connection broke: %s; %s".formatted(detail, UNCERTAIN);
    }
}
