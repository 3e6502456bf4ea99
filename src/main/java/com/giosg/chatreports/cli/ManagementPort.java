package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The port on which {@code start} answers, if it has one. */
final class ManagementPort {

    private ManagementPort() {}

    /**
     * Asked before anything listens, because the server would share the port with another one, and each would get every second question.
     *
     * @throws Complaint where somebody has it
     */
    static void mustBeFree(Configuration configuration) {
        configuration.managementPort().ifPresent(ManagementPort::mustBeFree);
    }

    private static void mustBeFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw Complaint.configuration(
                    "management.port: %d is taken on this machine. Next: choose another, or stop what uses it"
                            .formatted(port));
        }
    }
}
