package com.giosg.chatreports.route;

import com.giosg.chatreports.time.Durations;
import java.io.IOException;
import java.time.Duration;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.Timeout;

/** What the calls of one HTTP sink keep to: that of every HTTP call, with its own time-outs and words. Made by the Kamelet. */
public final class ReceiverPolicy implements HttpClientConfigurer {

    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration responseTimeout = Duration.ofSeconds(30);
    private Duration totalTimeout = Duration.ofMinutes(2);

    /** How long a connection may take to stand, e.g. {@code 10s}. */
    public void setConnectTimeout(String duration) {
        connectTimeout = Durations.parse(duration);
    }

    /** How long the receiver may be silent, e.g. {@code 30s}. */
    public void setResponseTimeout(String duration) {
        responseTimeout = Durations.parse(duration);
    }

    /** How long a call may take, e.g. {@code 2m}. */
    public void setTotalTimeout(String duration) {
        totalTimeout = Durations.parse(duration);
    }

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        new HttpPolicy(totalTimeout).configureHttpClient(builder);
        builder.setDefaultRequestConfig(timeouts());
        builder.addExecInterceptorFirst("receiver", this::execute);
    }

    /** The successor of the time-out to connect belongs to the pool of connections, which is Camel's to make. */
    @SuppressWarnings("deprecation")
    private RequestConfig timeouts() {
        return RequestConfig.custom()
                .setConnectTimeout(Timeout.of(connectTimeout))
                .setResponseTimeout(Timeout.of(responseTimeout))
                .setConnectionRequestTimeout(Timeout.of(totalTimeout))
                .build();
    }

    private ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws DeliveryFailure {
        try {
            return chain.proceed(request, scope);
        } catch (TookTooLong e) {
            throw new DeliveryFailure(
                    "the receiver did not take and answer the call within total-timeout; whether it kept it is not known",
                    Passing.LATER.uncertainIf(true),
                    e);
        } catch (IOException | HttpException e) {
            throw HttpFailures.of(e);
        }
    }
}
