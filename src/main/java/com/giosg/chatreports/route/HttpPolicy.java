package com.giosg.chatreports.route;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * What every HTTP call of the application keeps to: no redirects, no cookies, no retries of the client's own, a limit to
 * the whole of it, and an answer that is given up is cut off instead of read to its end. A socket's own time-outs bound
 * neither how long the other side may take to read what is sent, nor how long an answer may drip.
 */
final class HttpPolicy implements HttpClientConfigurer {

    private final Duration totalTimeout;

    HttpPolicy(Duration totalTimeout) {
        this.totalTimeout = totalTimeout;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        builder.disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .addExecInterceptorFirst("total-timeout", this::execute);
    }

    private ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        long deadline = System.nanoTime() + totalTimeout.toNanos();
        ClassicHttpResponse response = proceed(request, scope, chain);
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            response.setEntity(new Answer(entity, scope.execRuntime, deadline));
        }
        return response;
    }

    /** Cuts the call off where it takes too long until the head of its answer is there. */
    private ClassicHttpResponse proceed(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        CompletableFuture<Boolean> late = new CompletableFuture<Boolean>()
                .completeOnTimeout(true, totalTimeout.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> watch = late.thenAcceptAsync(isLate -> {
            if (isLate) {
                scope.execRuntime.discardEndpoint();
            }
        });
        try {
            return chain.proceed(request, scope);
        } catch (IOException | HttpException e) {
            if (late.getNow(false)) {
                throw new TookTooLong(e);
            }
            throw e;
        } finally {
            late.complete(false);
            watch.cancel(false);
        }
    }

    private static final class Answer extends HttpEntityWrapper {

        private final ExecRuntime connection;
        private final long deadline;

        Answer(HttpEntity entity, ExecRuntime connection, long deadline) {
            super(entity);
            this.connection = connection;
            this.deadline = deadline;
        }

        @Override
        public InputStream getContent() throws IOException {
            return new TimedStream(super.getContent(), connection, deadline);
        }
    }

    /** Fails once the whole answer took too long; the socket's own time-out only bounds the wait for the next byte. */
    private static final class TimedStream extends FilterInputStream {

        private final ExecRuntime connection;
        private final long deadline;
        private boolean complete;

        TimedStream(InputStream in, ExecRuntime connection, long deadline) {
            super(in);
            this.connection = connection;
            this.deadline = deadline;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (System.nanoTime() - deadline > 0) {
                throw new TookTooLong(null);
            }
            int count = super.read(bytes, offset, length);
            complete = count < 0;
            return count;
        }

        @Override
        public void close() throws IOException {
            if (!complete) {
                connection.discardEndpoint();
            }
            super.close();
        }
    }
}
