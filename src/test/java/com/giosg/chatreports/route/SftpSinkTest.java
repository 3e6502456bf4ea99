package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Kamelet {@code sftp-sink}, writing to servers that run in this process. */
class SftpSinkTest extends FilesTestSupport {

    private static final String TEMPORARY = ".writing-report.csv";

    /** Locked keys take their time to make, on purpose. */
    @TempDir
    private static Path keys;

    private static final List<PublicKey> GOOD_KEYS = new ArrayList<>();

    private SftpServer server;
    private SftpServer plain;
    private ServerSocket silent;
    private Path incoming;

    @BeforeAll
    static void makeKeys() throws IOException {
        GOOD_KEYS.add(KeyFiles.write(keys.resolve("key"), null));
        GOOD_KEYS.add(KeyFiles.write(keys.resolve("locked"), SftpServer.PASSWORD));
        KeyFiles.write(keys.resolve("other"), null);
    }

    @Override
    String sinks() {
        prepare();
        String there = "type: sftp, host: 127.0.0.1, username: acme, known-hosts-file: %s".formatted(knownHosts());
        String known = there + ", port: %d, ".formatted(server.port());
        String password = "password: \"{{env:SFTP_PASSWORD}}\"";
        return String.join(
                "\n  ",
                "out: { %s %s, directory: /incoming }".formatted(known, password),
                "home: { %s %s, directory: incoming }".formatted(known, password),
                "odd: { %s %s, directory: \"/ä b+c/;d'/\" }".formatted(known, password),
                "missing: { %s %s, directory: /incomming }".formatted(known, password),
                "file: { %s %s, directory: /a-file }".formatted(known, password),
                "fail: { %s %s, directory: /incoming, on-conflict: fail }".formatted(known, password),
                "marked: { %s %s, directory: /incoming, ready-marker: .ready }".formatted(known, password),
                "wrong: { %s password: \"{{env:TOKEN}}\", directory: /incoming/wrong }".formatted(known),
                "key: { %s private-key-file: %s, directory: /incoming }".formatted(known, keys.resolve("key")),
                "locked: { %s private-key-file: %s, passphrase: \"{{env:SFTP_PASSWORD}}\", directory: /incoming }"
                        .formatted(known, keys.resolve("locked")),
                "no-passphrase: { %s private-key-file: %s, directory: /incoming/x }"
                        .formatted(known, keys.resolve("locked")),
                "other-passphrase: { %s private-key-file: %s, passphrase: \"{{env:TOKEN}}\", directory: /incoming/y }"
                        .formatted(known, keys.resolve("locked")),
                "other-key: { %s private-key-file: %s, directory: /incoming }".formatted(known, keys.resolve("other")),
                "no-key: { %s private-key-file: %s, directory: /incoming }".formatted(known, knownHosts()),
                "plain: { %s, port: %d, %s, directory: /incoming }".formatted(there, plain.port(), password),
                "silent: { %s, port: %d, %s, directory: /incoming, connect-timeout: 300ms }"
                        .formatted(there, silent.getLocalPort(), password),
                "hangs: { %s %s, directory: /incoming, response-timeout: 300ms }".formatted(known, password),
                "refused: { %s, port: 1, %s, directory: /incoming }".formatted(there, password),
                "nowhere: { %s, %s, directory: /incoming }"
                        .formatted(there.replace("127.0.0.1", "nowhere.invalid"), password));
    }

    private void prepare() {
        try {
            Path root = Files.createDirectory(folder.resolve("there"));
            incoming = Files.createDirectory(root.resolve("incoming"));
            Files.createDirectories(root.resolve("ä b+c/;d'"));
            Files.writeString(root.resolve("a-file"), "no folder");
            server = new SftpServer(root).start();
            plain = new SftpServer(root).withoutExtensions().start();
            silent = new ServerSocket(0);
            Files.writeString(knownHosts(), server.knownHosts() + plain.knownHosts());
            server.keys.addAll(GOOD_KEYS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    @AfterEach
    void stopTheServers() throws IOException {
        server.close();
        plain.close();
        silent.close();
    }

    @Test
    void writesTheBytesAndSaysWhere() {
        Exchange exchange = deliver("out", "report.csv", "figures");

        assertThat(incoming.resolve("report.csv")).hasContent("figures");
        assertThat(exchange.getVariable("receipt")).isEqualTo("/incoming/report.csv");
        assertThat(exchange.getMessage().getHeaders()).isEmpty();
        assertThat(server.changes)
                .containsExactly(
                        "write /incoming/" + TEMPORARY, "rename /incoming/" + TEMPORARY + " to /incoming/report.csv");
    }

    @Test
    void thePasswordArrivesAsItIsAndStandsInNoAddress() {
        deliver("out", "report.csv", "figures");

        assertThat(server.passwords).containsExactly(SftpServer.PASSWORD);
        assertThat(context.getEndpoints())
                .extracting(endpoint -> endpoint.getEndpointUri() + endpoint)
                .isNotEmpty()
                .noneMatch(uri -> uri.contains("canary"));
    }

    @Test
    void theConnectionIsClosedAfterADelivery() {
        deliver("out", "report.csv", "figures");
        handOver("file", "report.csv", "figures");
        handOver("wrong", "report.csv", "figures");

        Awaitility.await().until(() -> server.openConnections() == 0);
    }

    @Test
    void aDirectoryMayBeRelativeToTheHomeAndCalledAnything() {
        deliver("home", "report.csv", "figures");
        deliver("odd", "Zürich 1.csv", "figures");

        assertThat(incoming.resolve("report.csv")).hasContent("figures");
        assertThat(server.root().resolve("ä b+c/;d'/Zürich 1.csv")).hasContent("figures");
    }

    @Test
    void foldersThatDependOnTheArtifactAreMade() {
        deliver("out", "acme/2020/report.csv", "figures");
        deliver("out", "acme/2020/report.csv", "more figures");

        assertThat(incoming.resolve("acme/2020/report.csv")).hasContent("more figures");
    }

    @Test
    void theConfiguredFolderHasToExist() {
        String cause = failure("missing", "acme/report.csv", "figures");

        assertThat(cause)
                .isEqualTo("there is no folder /incomming on 127.0.0.1:%d; correct directory, or have the folder made"
                        .formatted(server.port()));
        assertThat(server.root().resolve("incomming")).doesNotExist();
    }

    @Test
    void aFileInTheFoldersPlaceIsNamed() {
        assertThat(failure("file", "report.csv", "figures")).isEqualTo("/a-file is a file there, not a folder");
    }

    @Test
    void noHeaderDecidesAnything() {
        Exchange exchange = send("direct:sink-out", filled -> {
            filled.getMessage().setBody(artifact("figures"));
            filled.getMessage()
                    .setHeaders(new HashMap<>(Map.of(
                            "CamelFileName", "elsewhere.csv",
                            "CamelOverruleFileName", "/elsewhere.csv")));
            filled.setVariable("fileName", "report.csv");
        });

        assertThat(exchange.getException()).isNull();
        assertThat(server.names("incoming")).containsExactly("report.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"out", "plain"})
    void anOlderReportIsReplaced(String sink) {
        deliver(sink, "report.csv", "old and longer");
        deliver(sink, "report.csv", "new");

        assertThat(incoming.resolve("report.csv")).hasContent("new");
        assertThat(server.names("incoming")).containsExactly("report.csv");
    }

    @Test
    void aReaderNeverSeesHalfAReportOrNone() throws Exception {
        replaceWhileItIsRead("out", "report.csv", incoming.resolve("report.csv"), 10);
    }

    @Test
    void aServerThatCannotReplaceNeverShowsHalfAReport() throws Exception {
        replaceWithMomentsWithout("plain", "report.csv", incoming.resolve("report.csv"), 10);

        assertThat(server.names("incoming")).containsExactly("report.csv");
    }

    @Test
    void theOldReportComesBackWhereTheNewOneCannotTakeItsPlace() {
        deliver("plain", "report.csv", "old");
        // The first try of a rename, and the one after the old report stepped aside.
        plain.refusals.put("/report.csv", new FileSystemException("report.csv", null, "no"));
        plain.refuseOnly(2);

        String cause = failure("plain", "report.csv", "new");

        assertThat(cause).contains("could not rename a temporary file to /incoming/report.csv");
        assertThat(incoming.resolve("report.csv")).hasContent("old");
        assertThat(server.names("incoming")).containsExactly("report.csv");
    }

    @Test
    void whatAConnectionThatBrokeOffHasLeftIsRemoved() throws IOException {
        Files.writeString(incoming.resolve(TEMPORARY), "half of another and longer report");
        Files.writeString(incoming.resolve(".replaced-report.csv"), "the one before");

        deliver("plain", "report.csv", "figures");

        assertThat(server.names("incoming")).containsExactly("report.csv");
        assertThat(incoming.resolve("report.csv")).hasContent("figures");
    }

    @Test
    void whatAServerStillWritesForAConnectionThatIsGoneStaysOutOfTheReport() throws IOException {
        try (FileChannel late = FileChannel.open(
                incoming.resolve(TEMPORARY), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            late.write(ByteBuffer.wrap("fig".getBytes(StandardCharsets.UTF_8)));

            deliver("out", "report.csv", "figures");
            late.write(ByteBuffer.wrap("something else".getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(incoming.resolve("report.csv")).hasContent("figures");
        assertThat(server.names("incoming")).containsExactly("report.csv");
    }

    @Test
    void failLeavesTheOldReportAlone() {
        deliver("fail", "report.csv", "old");

        assertThat(failure("fail", "report.csv", "new"))
                .isEqualTo("there is already another file /incoming/report.csv");
        assertThat(incoming.resolve("report.csv")).hasContent("old");
        assertThat(server.names("incoming")).containsExactly("report.csv");
    }

    @Test
    void failTakesItsOwnReportForTheReceiptThatWasLost() {
        deliver("fail", "report.csv", "figures");

        deliver("fail", "report.csv", "figures");

        assertThat(server.names("incoming")).containsExactly("report.csv");
        assertThat(failure("fail", "report.csv", "fig\u0000res"))
                .as("of the same size")
                .contains("another file");
        assertThat(incoming.resolve("report.csv")).hasContent("figures");
    }

    @Test
    void aMarkerSaysThatAReportIsComplete() {
        deliver("marked", "report.csv", "figures");
        deliver("marked", "report.csv", "more figures");

        assertThat(server.names("incoming")).containsExactly("report.csv", "report.csv.ready");
        assertThat(incoming.resolve("report.csv")).hasContent("more figures");
        assertThat(incoming.resolve("report.csv.ready")).isEmptyFile();
        assertThat(server.changes.subList(0, 3))
                .containsExactly(
                        "write /incoming/" + TEMPORARY,
                        "rename /incoming/" + TEMPORARY + " to /incoming/report.csv",
                        "write /incoming/report.csv.ready");
    }

    @Test
    void aFolderInTheReportsPlaceIsLeftAlone() throws IOException {
        Files.createDirectories(incoming.resolve("report.csv/full"));

        assertThat(failure("out", "report.csv", "figures"))
                .isEqualTo("/incoming/report.csv is a folder there; rename one of them, or choose another file-name");
        assertThat(server.names("incoming")).containsExactly("report.csv");
    }

    @Test
    void aFullDiskLeavesTheOldReportAndNothingElse() {
        deliver("out", "report.csv", "old");
        server.refusals.put(TEMPORARY + "/bytes", new FileSystemException(TEMPORARY, null, "No space left on device"));

        String cause = failure("out", "report.csv", "new");

        assertThat(cause).contains("could not write /incoming/" + TEMPORARY).endsWith("is its disk or the quota full?");
        assertThat(incoming.resolve("report.csv")).hasContent("old");
        assertThat(server.names("incoming")).containsExactly("report.csv");
    }

    @Test
    void whatDidNotArriveWholeGetsNoName() {
        deliver("out", "report.csv", "old");
        server.lose();

        assertThat(failure("out", "report.csv", "figures"))
                .isEqualTo(
                        "of /incoming/%s, 4 bytes of 7 arrived; is the disk or the quota full?".formatted(TEMPORARY));
        assertThat(incoming.resolve("report.csv")).hasContent("old");
        assertThat(server.names("incoming")).containsExactly("report.csv");
    }

    @Test
    void aFolderThatTakesNoFilesIsNamed() {
        server.refusals.put(TEMPORARY, new AccessDeniedException(TEMPORARY));

        assertThat(failure("out", "report.csv", "figures"))
                .isEqualTo("acme may not write /incoming/%s on 127.0.0.1:%d; ask its owner for permission, or correct "
                                .formatted(TEMPORARY, server.port())
                        + "directory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../report.csv", "acme/../../report.csv", "..", "a*b.csv", "a?b.csv", "a\\b.csv", "a\0b.csv"})
    void nothingIsWrittenUnderANameThatMeansSomethingElse(String name) throws IOException {
        assertThat(failure("out", name, "figures")).isNotEmpty();

        try (var files = Files.walk(server.root())) {
            assertThat(files.filter(Files::isRegularFile))
                    .containsExactly(server.root().resolve("a-file"));
        }
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        assertThat(failure("out", "x".repeat(300) + ".csv", "figures"))
                .isEqualTo("a file name has at most 255 bytes; shorten file-name");
    }

    @Test
    void aKeyLogsInWithItsPassphraseOrWithoutOne() {
        deliver("key", "report.csv", "figures");
        deliver("locked", "report.csv", "more figures");

        assertThat(incoming.resolve("report.csv")).hasContent("more figures");
        assertThat(server.passwords).isEmpty();
    }

    @Test
    void aKeyThatCannotBeUsedIsNamed() {
        assertThat(failure("no-passphrase", "report.csv", "figures"))
                .isEqualTo("the key %s needs a passphrase; give it as passphrase".formatted(keys.resolve("locked")));
        assertThat(failure("other-passphrase", "report.csv", "figures"))
                .isEqualTo("the passphrase does not open the key %s; correct passphrase"
                        .formatted(keys.resolve("locked")));
        assertThat(failure("no-key", "report.csv", "figures"))
                .isEqualTo("the key %s cannot be read: it has to be a private key as ssh-keygen makes it"
                        .formatted(knownHosts()));
        assertThat(failure("other-key", "report.csv", "figures"))
                .startsWith(
                        "127.0.0.1:%d refused the key %s of acme; ".formatted(server.port(), keys.resolve("other")));
    }

    @Test
    void aWrongPasswordIsTriedOnce() {
        assertThat(failure("wrong", "report.csv", "figures"))
                .isEqualTo("127.0.0.1:%d refused the password of acme; correct username and password"
                        .formatted(server.port()));
        assertThat(server.passwords).containsExactly(TOKEN);
    }

    @Test
    void aServerWithAnotherHostKeyIsSentNothing() throws IOException {
        Files.writeString(
                knownHosts(),
                SftpServer.knownHosts(server.port(), SftpServer.newKey().getPublic()));

        assertThat(failure("out", "report.csv", "figures"))
                .startsWith("127.0.0.1:%d shows another host key than the one in %s, so nothing was sent"
                        .formatted(server.port(), knownHosts()));
        assertThat(server.passwords).isEmpty();
    }

    @Test
    void aServerWhoseHostKeyIsNotKnownIsSentNothing() throws IOException {
        Files.writeString(knownHosts(), "");

        assertThat(failure("out", "report.csv", "figures"))
                .startsWith("no host key of 127.0.0.1:%1$d stands in %2$s, so nothing was sent; `ssh-keyscan -p %1$d "
                        .formatted(server.port(), knownHosts()));
        assertThat(server.passwords).isEmpty();
        assertThat(knownHosts()).isEmptyFile();
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        assertThat(failure("refused", "report.csv", "figures"))
                .isEqualTo("127.0.0.1:1 refuses connections; correct host and port, or ask whether the server runs");
        assertThat(failure("nowhere", "report.csv", "figures"))
                .isEqualTo("the host nowhere.invalid is not known; correct host");
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() {
        assertThat(failure("silent", "report.csv", "figures"))
                .startsWith("127.0.0.1:%d did not answer within".formatted(silent.getLocalPort()));
    }

    @Test
    void aServerThatFallsSilentIsGivenUp() {
        server.hang();

        assertThat(failure("hangs", "report.csv", "figures"))
                .startsWith("127.0.0.1:%d was silent for longer than response-timeout".formatted(server.port()));
    }

    @Test
    void theProbeLogsInAndLeavesEverythingAsItIs() throws IOException {
        Files.writeString(incoming.resolve("report.csv"), "somebody's");

        assertThat(probe("out").getException()).isNull();
        assertThat(probe("home").getException()).isNull();
        assertThat(probe("odd").getException()).isNull();
        assertThat(probe("locked").getException()).isNull();

        assertThat(server.changes).isEmpty();
        assertThat(server.names("incoming")).containsExactly("report.csv");
        assertThat(incoming.resolve("report.csv")).hasContent("somebody's");
        assertThat(server.passwords).hasSize(3).containsOnly(SftpServer.PASSWORD);
        Awaitility.await().until(() -> server.openConnections() == 0);
    }

    @Test
    void theProbeSaysWhyADeliveryWouldFail() throws IOException {
        assertThat(words(probe("wrong"))).contains("refused the password of acme");
        assertThat(words(probe("missing"))).startsWith("there is no folder /incomming on ");
        assertThat(words(probe("file"))).isEqualTo("/a-file is a file there, not a folder");
        assertThat(words(probe("refused"))).startsWith("127.0.0.1:1 refuses connections");
        Files.setPosixFilePermissions(incoming, PosixFilePermissions.fromString("r-xr-xr-x"));
        assertThat(words(probe("out"))).startsWith("nobody may write to /incoming on ");
        server.passwords.clear();
        Files.writeString(knownHosts(), "");
        assertThat(words(probe("out"))).startsWith("no host key of ");
        assertThat(server.passwords).isEmpty();
    }

    private Exchange probe(String sink) {
        return send("kamelet:sftp-probe/probe." + sink, "nothing to deliver", Map.of());
    }
}
