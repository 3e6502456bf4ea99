package com.giosg.chatreports.route;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that keeps every line as it arrives, and answers from a script or not at all. */
final class RawMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, String> answers;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::serve, "raw-mail-server");

    /**
     * @param answers by the first word of a command, {@code DATA.} after the mail; everything else is fine. Empty text:
     *     silence
     */
    RawMailServer(Map<String, String> answers) throws IOException {
        this.answers = answers;
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    List<String> lines() {
        return lines;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                clients.add(client);
                talk(client);
            } catch (IOException e) {
                // The client or the test is done.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        answer(client, "220 raw");
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            lines.add(line);
            String command = data ? "DATA." : line.split("[ :]", 2)[0];
            if (!data || line.equals(".")) {
                data = !data && command.equals("DATA");
                answer(client, answers.getOrDefault(command, data ? "354 go on" : "250 fine"));
            }
        }
    }

    private static void answer(Socket client, String answer) throws IOException {
        if (!answer.isEmpty()) {
            OutputStream out = client.getOutputStream();
            out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : clients) {
            client.close();
        }
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
