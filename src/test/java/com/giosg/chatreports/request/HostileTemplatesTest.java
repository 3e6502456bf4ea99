package com.giosg.chatreports.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.giosg.chatreports.metrics.BadTemplate;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.metrics.Templates;
import com.giosg.chatreports.time.Granularity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Known template injections: none runs a program, reads a file or a secret, or opens a connection. */
class HostileTemplatesTest {

    private static final String CANARY = "canary-token";

    @TempDir
    Path temporary;

    private Path folder;
    private Path marker;

    @BeforeEach
    void layOutFiles() throws IOException {
        folder = Files.createDirectories(temporary.resolve("templates/metrics")).getParent();
        marker = temporary.resolve("marker");
        Files.writeString(temporary.resolve("outside.ftl"), CANARY);
        Files.createSymbolicLink(folder.resolve("link.ftl"), temporary.resolve("outside.ftl"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${'freemarker.template.utility.Execute'?new()('touch MARKER')}",
                "<#assign run='freemarker.template.utility.Execute'?new()>${run('touch MARKER')}",
                "${'freemarker.template.utility.ObjectConstructor'?new()('java.io.File', 'MARKER').createNewFile()}",
                "<#assign jython='freemarker.template.utility.JythonRuntime'?new()><@jython>open('MARKER','w')</@jython>",
                "${('$' + '{\"freemarker.template.utility.Execute\"?new()(\"touch MARKER\")}')?eval}",
                "<#assign inner=r\"${'freemarker.template.utility.Execute'?new()('touch MARKER')}\"?interpret><@inner/>",
                "${body.class.protectionDomain.classLoader}",
                "${body.getClass().forName('java.lang.Runtime')}",
                "${body?api.class}",
                "${body.window.zone.rules}",
                "${body.scope.declaringClass}",
                "${body.scope.valueOf('TEAM')}",
                "${body.rooms.getClass()}",
                "${body.metric.scopes.iterator()}",
                "${body.organization.token.value}",
                "${body.organization.token.value()}",
                "<#include '/etc/passwd'>",
                "<#include 'file:///etc/passwd'>",
                "<#include '../outside.ftl'>",
                "<#include '/../outside.ftl'>",
                "<#include '..\\\\outside.ftl'>",
                "<#include '/link.ftl'>",
            })
    void isRefused(String payload) throws IOException {
        assertThatThrownBy(() -> render(payload.replace("MARKER", marker.toString())))
                .isInstanceOf(BadTemplate.class)
                .hasMessageNotContaining(CANARY)
                .hasMessageContaining("metrics/real-chats.ftl:1: ");
        assertThat(marker).doesNotExist();
    }

    @Test
    void opensNoConnection() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(1);
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/x.ftl";

            assertThatThrownBy(() -> render("<#import '" + address + "' as x>")).isInstanceOf(BadTemplate.class);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void anOrganizationPrintsWithoutItsToken() throws Exception {
        assertThat(render("{\"organization\": ${body.organization?string?c}}"))
                .contains("Acme Oy")
                .doesNotContain(CANARY);
    }

    private String render(String template) throws IOException, BadTemplate {
        Files.writeString(folder.resolve("metrics/real-chats.ftl"), template);
        Request request = SampleRequests.of(
                new ShippedTemplates().metric("real-chats"),
                Scope.ORG,
                SampleRequests.OCTOBER,
                Granularity.DAY,
                List.of());
        return new RequestBodies(Templates.configuration(folder)).render(request);
    }
}
