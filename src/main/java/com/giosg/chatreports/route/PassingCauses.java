package com.giosg.chatreports.route;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.net.ssl.SSLException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;

/**
 * Which causes of a failed delivery may pass by themselves. Sinks of our own say so in their exceptions; of the endpoints
 * of others only what every protocol has in common is known. What is not known here is said at once, not days later.
 */
final class PassingCauses {

    /** The operating system says so in words alone. */
    private static final List<String> OF_FULL_DISKS =
            List.of("No space left on device", "Disk quota exceeded", "There is not enough space on the disk");

    private static final List<String> OF_DISKS =
            List.of("Input/output error", "Stale file handle", "Connection timed out", "Host is down");

    private PassingCauses() {}

    static boolean mayPass(Throwable thrown) {
        return of(thrown).is();
    }

    /** How long the sink asked to be left alone. */
    static Optional<Duration> retryAfter(Throwable thrown) {
        return of(thrown).retryAfter();
    }

    /** Whether it may pass within seconds. What somebody waited for until it was enough may not. */
    static boolean mayPassSoon(Throwable thrown) {
        return of(thrown).soon() && Causes.chain(thrown).noneMatch(PassingCauses::isTimeOut);
    }

    /** Whether the sink may have taken it nevertheless. */
    static boolean isUncertain(Throwable thrown) {
        return of(thrown).uncertain();
    }

    static boolean isTimeOut(Throwable cause) {
        return cause instanceof InterruptedIOException;
    }

    private static Passing of(Throwable thrown) {
        return Causes.chain(thrown)
                .filter(Passing.Known.class::isInstance)
                .map(known -> ((Passing.Known) known).passing())
                .findFirst()
                .orElseGet(() -> ofAnyProtocol(thrown));
    }

    private static Passing ofAnyProtocol(Throwable thrown) {
        return Causes.chain(thrown).anyMatch(PassingCauses::isAboutCertificates)
                ? Passing.LATER
                : Passing.when(Causes.chain(thrown).anyMatch(PassingCauses::passes));
    }

    private static boolean passes(Throwable cause) {
        if (cause instanceof HttpOperationFailedException refused) {
            return HttpAnswers.mayPass(refused.getHttpResponseCode());
        }
        return isOfNetworks(cause) || isOfDisks(cause);
    }

    /** A refused connection is a socket's exception, a time-out an interrupted one. */
    static boolean isOfNetworks(Throwable cause) {
        return cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SocketException
                || cause instanceof InterruptedIOException
                || cause instanceof ConnectionClosedException
                || cause instanceof EOFException
                || isDamaged(cause);
    }

    /** Nobody was reached, so nobody has taken anything. */
    static boolean isBeforeConnection(Throwable cause) {
        return cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException;
    }

    private static boolean isOfDisks(Throwable cause) {
        String words = String.valueOf(cause.getMessage());
        return isOfFullDisk(cause)
                || (cause instanceof IOException && OF_DISKS.stream().anyMatch(words::contains));
    }

    static boolean isOfFullDisk(Throwable cause) {
        String words = String.valueOf(cause.getMessage());
        return cause instanceof IOException && OF_FULL_DISKS.stream().anyMatch(words::contains);
    }

    /** What is encrypted arrives as it was sent, or not at all: somebody on the way has changed it. */
    static boolean isDamaged(Throwable cause) {
        return cause instanceof AEADBadTagException
                || (cause instanceof SSLException
                        && String.valueOf(cause.getMessage()).contains("bad_record_mac"));
    }

    static boolean isAboutCertificates(Throwable cause) {
        return cause instanceof SSLException && Certificates.words(cause).isPresent();
    }
}
