package com.giosg.chatreports.route;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
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
 * What every HTTP call of the application keeps to: no redirects, no cookies, no retries of the client's own, and an
 * answer that is given up is cut off instead of read to its end.
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
        ClassicHttpResponse response = chain.proceed(request, scope);
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            response.setEntity(new Answer(entity, scope.execRuntime, deadline));
        }
        return response;
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
                throw new InterruptedIOException("it took longer than api.total-timeout allows");
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
