package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.request.RetryAfter;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.apache.camel.Headers;
import org.apache.camel.Variable;
import org.apache.camel.component.http.HttpConstants;

/** Whom an HTTP sink talks to: what goes along with an artifact, and what the answer means. Made by the Kamelets. */
public final class HttpReceiver {

    private static final int LONGEST_LOCATION = 200;

    private final InstantSource clock;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Secrets secrets = new Secrets();
    private String token = "";
    private String tokenType = "Bearer";
    private String signingSecret = "";

    public HttpReceiver() {
        this(InstantSource.system());
    }

    /** The clock dates signatures. */
    HttpReceiver(InstantSource clock) {
        this.clock = clock;
    }

    /** What the header {@code Authorization} holds, e.g. {@code Bearer TOKEN}; a type alone: there is no token. */
    public void setAuthorization(String typeAndToken) {
        tokenType = typeAndToken.replaceAll(" .*", "");
        token = secondWord(typeAndToken);
        secrets.add(token);
    }

    /** More headers, a line {@code name: value} each. */
    public void setHeaders(String lines) {
        lines.lines().map(line -> line.split(": ", 2)).forEach(header -> headers.put(header[0], header[1]));
        headers.values().forEach(secrets::addValue);
    }

    /** By what calls are signed, e.g. {@code hmac-sha256 SECRET}; an algorithm alone: they are not. */
    public void setSignature(String algorithmAndSecret) {
        signingSecret = secondWord(algorithmAndSecret);
        secrets.add(signingSecret);
    }

    private static String secondWord(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? "" : text.substring(space + 1).strip();
    }

    /** Sets the headers that say who calls. */
    public void introduce(@Headers Map<String, Object> call) {
        call.putAll(headers);
        call.put("User-Agent", Version.userAgent());
        if (!token.isEmpty()) {
            call.put("Authorization", tokenType + " " + token);
        }
    }

    /**
     * Sets the headers of a delivery.
     *
     * @param key tells a repeat from something new
     * @param delivery null where somebody else uses the Kamelet
     */
    public void announce(
            @Body File artifact,
            @Variable(Variables.KEY) String key,
            @Variable(Variables.MEDIA_TYPE) String mediaType,
            @Variable(Variables.DELIVERY) Delivery delivery,
            @Headers Map<String, Object> call)
            throws IOException {
        introduce(call);
        call.put("Content-Type", mediaType);
        call.put("Content-Digest", Signature.digest(artifact));
        call.put("Idempotency-Key", key);
        if (delivery != null) {
            call.put("X-Report-Run", delivery.runId());
        }
        if (!signingSecret.isEmpty()) {
            long now = clock.instant().getEpochSecond();
            call.put("webhook-id", key);
            call.put("webhook-timestamp", Long.toString(now));
            call.put("webhook-signature", Signature.hmac(signingSecret, key, now, artifact));
        }
    }

    /** The receipt of an answer that says that the artifact arrived. */
    public String accept(
            @Header(HttpConstants.HTTP_RESPONSE_CODE) int status,
            @Header("Location") String location,
            @Header("Retry-After") Object retryAfter,
            @Header("Date") String date,
            @Body InputStream answer)
            throws DeliveryFailure {
        String said = HttpAnswers.beginning(answer);
        if (!HttpAnswers.isSuccess(status)) {
            Optional<Duration> wait = RetryAfter.parse(HeaderLines.of(retryAfter), date, clock.instant());
            throw refusal(
                    status,
                    location,
                    retryAfter,
                    said,
                    Passing.when(HttpAnswers.mayPass(status))
                            .after(wait)
                            .uncertainIf(HttpAnswers.isOfMiddlemen(status)));
        }
        if (location == null) {
            return Integer.toString(status);
        }
        String where = OneLine.of(secrets.mask(location));
        return status + " " + where.substring(0, Math.min(where.length(), LONGEST_LOCATION));
    }

    /**
     * Fails where the receiver is not there or does not let us in. That it does not answer such a call, which delivers
     * nothing, is no failure.
     */
    public void admit(
            @Header(HttpConstants.HTTP_RESPONSE_CODE) int status,
            @Header("Location") String location,
            @Header("Retry-After") Object retryAfter)
            throws DeliveryFailure {
        boolean unwelcome = status == 401 || status == 403 || status == 404 || status == 407;
        if (status / 100 == 3 || unwelcome || (status / 100 == 5 && status != 501)) {
            throw refusal(status, location, retryAfter, "", Passing.NO);
        }
    }

    private DeliveryFailure refusal(int status, String location, Object retryAfter, String said, Passing passing) {
        String line = OneLine.of(secrets.mask(said));
        String wait = String.join(", ", HeaderLines.of(retryAfter));
        return new DeliveryFailure(secrets.mask(HttpAnswers.refusal(status, location, wait, line)), passing);
    }
}
