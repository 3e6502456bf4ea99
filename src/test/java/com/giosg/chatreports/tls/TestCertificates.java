package com.giosg.chatreports.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A private certificate authority and servers that it vouches for, or does not: made by the JDK's {@code keytool} in a
 * folder of the test. Works for every kind of server that takes an {@link SSLContext}; {@link #trust} lets the
 * application trust the authority, as {@code JAVA_OPTS} would.
 */
public final class TestCertificates {

    /** Of every key store here; it protects nothing. */
    public static final String PASSWORD = "changeit";

    private static final String CA = "ca";
    private static final String VALID = "valid";
    private static final String SELF_SIGNED = "self-signed";
    private static final List<String> CURVE = List.of("-keyalg", "EC", "-groupname", "secp256r1");
    private static final String THIS_MACHINE = "san=dns:localhost,ip:127.0.0.1";

    private final Path keys;
    private final Path trustStore;

    private TestCertificates(Path keys, Path trustStore) {
        this.keys = keys;
        this.trustStore = trustStore;
    }

    /** Makes the authority; its files lie in the folder. */
    public static TestCertificates in(Path folder) throws IOException, GeneralSecurityException {
        TestCertificates certificates = new TestCertificates(folder.resolve("keys.p12"), folder.resolve("trusted.p12"));
        certificates.make(CA, "-ext", "bc:critical=ca:true", "-validity", "30");
        KeyStore trusted = empty();
        trusted.setCertificateEntry(CA, certificates.keyStore().getCertificate(CA));
        try (OutputStream out = Files.newOutputStream(certificates.trustStore)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        return certificates;
    }

    /** For {@code localhost} and {@code 127.0.0.1}, vouched for by the authority. */
    public SSLContext valid() throws IOException, GeneralSecurityException {
        return signed(VALID, THIS_MACHINE, "-validity", "30");
    }

    /** What {@link #valid} shows, as a file with the key and the chain, for servers that are no Java programs. */
    public Path valid(Path pem) throws IOException, GeneralSecurityException {
        valid();
        StringBuilder text = new StringBuilder(block(
                "PRIVATE KEY", keyStore().getKey(VALID, PASSWORD.toCharArray()).getEncoded()));
        for (Certificate certificate : keyStore().getCertificateChain(VALID)) {
            text.append(block("CERTIFICATE", certificate.getEncoded()));
        }
        return Files.writeString(pem, text);
    }

    private static String block(String label, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, lines);
    }

    /** As {@link #valid}, until yesterday. */
    public SSLContext expired() throws IOException, GeneralSecurityException {
        return signed("expired", THIS_MACHINE, "-startdate", "-10d", "-validity", "9");
    }

    /** Vouched for by the authority, but for somebody else. */
    public SSLContext ofAnotherHost() throws IOException, GeneralSecurityException {
        return signed("another-host", "san=dns:elsewhere.example.com", "-validity", "30");
    }

    /** For this machine, vouched for by nobody. */
    public SSLContext selfSigned() throws IOException, GeneralSecurityException {
        make(SELF_SIGNED, "-ext", THIS_MACHINE, "-validity", "30");
        return server(SELF_SIGNED);
    }

    /** A PKCS#12 file that holds the authority alone. */
    public Path trustStore() {
        return trustStore;
    }

    /** Lets the JVM trust this authority alone until closed, as {@code -Djavax.net.ssl.trustStore} would. */
    public Trust trust() {
        return new Trust(trustStore);
    }

    /** The JVM's trust, put back at the end. */
    public static final class Trust implements AutoCloseable {

        private static final String STORE = "javax.net.ssl.trustStore";
        private static final String STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

        private Trust(Path trustStore) {
            System.setProperty(STORE, trustStore.toString());
            System.setProperty(STORE_PASSWORD, PASSWORD);
        }

        @Override
        public void close() {
            System.clearProperty(STORE);
            System.clearProperty(STORE_PASSWORD);
        }
    }

    private SSLContext signed(String alias, String name, String... validity)
            throws IOException, GeneralSecurityException {
        List<String> options = new ArrayList<>(List.of("-signer", CA, "-ext", name));
        options.addAll(Arrays.asList(validity));
        make(alias, options.toArray(String[]::new));
        return server(alias);
    }

    /** Once: what is asked for again is there already. */
    private void make(String alias, String... options) throws IOException, GeneralSecurityException {
        if (Files.exists(keys) && keyStore().containsAlias(alias)) {
            return;
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-keystore",
                keys.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        command.addAll(CURVE);
        command.addAll(Arrays.asList(options));
        run(command);
    }

    private static void run(List<String> command) throws IOException {
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream out = keytool.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).as(said).isTrue();
            assertThat(keytool.exitValue()).as(said).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            keytool.destroyForcibly();
        }
    }

    /** A server's side of TLS: it knows this one key. */
    private SSLContext server(String alias) throws IOException, GeneralSecurityException {
        KeyStore all = keyStore();
        KeyStore one = empty();
        Certificate[] chain = all.getCertificateChain(alias);
        one.setKeyEntry(alias, all.getKey(alias, PASSWORD.toCharArray()), PASSWORD.toCharArray(), chain);
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(one, PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(one);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private KeyStore keyStore() throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
