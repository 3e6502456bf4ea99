package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.giosg.chatreports.metrics.Templates;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import java.io.EOFException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a developer or an operator reads who edits a template while the application runs. */
class CausesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ${missing}  | the template failed: own.ftl:2: there is nothing by the name of "missing"
            <#if>       | the template failed: own.ftl:2: #if is an existing directive, but the tag is malformed.
            """)
    void aTemplateThatFailsIsNamedWithTheLineAndTheExpression(String line, String words) throws Exception {
        Files.writeString(folder.resolve("own.ftl"), "{}\n" + line);
        Throwable thrown = catchThrowable(
                () -> Templates.configuration(folder).getTemplate("own.ftl").process(Map.of(), new StringWriter()));

        RequestFailure failure = Causes.of(new CamelExecutionException("somewhere", null, thrown));

        assertThat(failure.kind()).isEqualTo(FailureKind.TEMPLATE);
        assertThat(failure).hasMessageStartingWith(words);
    }

    /** Whoever hangs up before a connection is encrypted has proved nothing, and may be back a minute later. */
    @Test
    void aHandshakeThatBreaksOffIsNoWrongCertificate() {
        Throwable thrown = new SSLHandshakeException("Remote host terminated the handshake");
        thrown.initCause(new EOFException("SSL peer shut down incorrectly"));

        assertThat(Causes.of(thrown).kind()).isEqualTo(FailureKind.INTERRUPTED);
    }
}
