package com.giosg.chatreports.route;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import com.jcraft.jsch.SftpProgressMonitor;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.component.file.GenericFileExist;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpOperations;

/**
 * What a producer does on an SFTP server: a file gets its name when all of it has arrived, replaces an older one in one
 * step where the server can do that, and what failed half-way is removed. Only folders that depend on the artifact are
 * made; the configured one has to exist. Camel itself deletes the old file first, or fails where there is one, and
 * makes every folder.
 */
final class SafeSftpOperations extends SftpOperations {

    private final SftpEndpoint endpoint;
    private final SftpConnection connection;

    /** Of what was written last. */
    private final CRC32C written = new CRC32C();

    SafeSftpOperations(SftpEndpoint endpoint) {
        setEndpoint(endpoint);
        this.endpoint = endpoint;
        this.connection = new SftpConnection(endpoint.getConfiguration(), this::createSession);
    }

    @Override
    public boolean connect(RemoteFileConfiguration configuration, Exchange exchange) {
        connection.open();
        return true;
    }

    /** Logs in and looks whether the folder is there. */
    void probe() {
        connection.open();
        new RemoteFolders(channel(), connection.causes())
                .requireWritable(endpoint.getConfiguration().getDirectory());
    }

    @Override
    public boolean isConnected() {
        return connection.isOpen();
    }

    @Override
    public boolean sendNoop() {
        return connection.isOpen();
    }

    @Override
    public void disconnect() {
        connection.close();
    }

    @Override
    public void forceDisconnect() {
        connection.close();
    }

    /** Where one may not be replaced, only a comparison with the new one says whether it is in the way: see {@link #renameFile}. */
    @Override
    public boolean existsFile(String name) {
        return endpoint.getFileExist() != GenericFileExist.Fail && attributes(name) != null;
    }

    @Override
    public boolean deleteFile(String name) {
        try {
            channel().rm(name);
            return true;
        } catch (SftpException e) {
            throw failed("delete", name, e);
        }
    }

    @Override
    public boolean buildDirectory(String name, boolean absolute) {
        String fixed = endpoint.getConfiguration().getDirectory();
        RemoteFolders folders = new RemoteFolders(channel(), connection.causes());
        folders.require(fixed);
        folders.make(fixed, name);
        return true;
    }

    @Override
    public boolean storeFile(String file, Exchange exchange, long ignored) {
        try (InputStream content = content(exchange)) {
            long size = content instanceof ByteArrayInputStream bytes ? bytes.available() : size(exchange);
            removeStaleTemporary(file);
            written.reset();
            channel().put(new CheckedInputStream(content, written), file, new Progress());
            long there = channel().stat(file).getSize();
            if (there != size) {
                throw new PassingFileFailure(
                        "of %s, %d bytes of %d arrived; is the disk or the quota full?".formatted(file, there, size),
                        Passing.YES);
            }
            return true;
        } catch (SftpException e) {
            throw dropTemporary(file, failed("write", file, e));
        } catch (IOException | InvalidPayloadException e) {
            throw dropTemporary(file, new GenericFileOperationFailedException("the artifact cannot be read", e));
        } catch (GenericFileOperationFailedException e) {
            throw dropTemporary(file, e);
        }
    }

    /**
     * What a try left that died half-way. A server may still be writing to it what it had of that connection: into a file that
     * is written anew under the same name it would write that as well.
     */
    private void removeStaleTemporary(String file) throws SftpException {
        if (isTemporary(file) && RemoteFolders.attributes(channel(), file) != null) {
            channel().rm(file);
        }
    }

    private boolean isTemporary(String file) {
        String prefix = endpoint.getTempPrefix();
        return prefix != null && RemoteName.of(file).startsWith(prefix);
    }

    private static InputStream content(Exchange exchange) throws IOException, InvalidPayloadException {
        return exchange.getIn().getBody() instanceof File file
                ? Files.newInputStream(file.toPath())
                : new ByteArrayInputStream(exchange.getIn().getMandatoryBody(byte[].class));
    }

    private final class Progress implements SftpProgressMonitor {

        @Override
        public void init(int direction, String from, String to, long size) {
            connection.signOfLife();
        }

        @Override
        public boolean count(long bytes) {
            connection.signOfLife();
            return true;
        }

        @Override
        public void end() {
            connection.signOfLife();
        }
    }

    private static long size(Exchange exchange) {
        return exchange.getIn().getBody(File.class).length();
    }

    @Override
    public boolean renameFile(String from, String file) {
        try {
            SftpATTRS there = attributes(file);
            if (there != null && there.isDir()) {
                throw new GenericFileOperationFailedException(
                        file + " is a folder there; rename one of them, or choose another file-name");
            }
            if (there != null && endpoint.getFileExist() == GenericFileExist.Fail) {
                return acceptOwn(from, file, there);
            }
            new RemoteReplacement(channel(), from, file).replace(there != null);
            return true;
        } catch (SftpException e) {
            throw dropTemporary(from, failed("rename a temporary file to", file, e));
        } catch (GenericFileOperationFailedException e) {
            throw dropTemporary(from, e);
        }
    }

    /** The same bytes are there where an earlier try got further than it was told; anything else is not ours. */
    private boolean acceptOwn(String from, String file, SftpATTRS there) throws SftpException {
        if (there.getSize() != channel().stat(from).getSize() || checksum(file) != written.getValue()) {
            throw new GenericFileOperationFailedException("there is already another file " + file);
        }
        channel().rm(from);
        return true;
    }

    private long checksum(String file) throws SftpException {
        CRC32C checksum = new CRC32C();
        try (InputStream content = channel().get(file, new Progress())) {
            content.transferTo(new CheckedOutputStream(OutputStream.nullOutputStream(), checksum));
        } catch (IOException e) {
            throw new GenericFileOperationFailedException("the file %s cannot be read".formatted(file), e);
        }
        return checksum.getValue();
    }

    /** Of what is there, only the endpoint's own temporary files are removed. */
    private GenericFileOperationFailedException dropTemporary(
            String file, GenericFileOperationFailedException failure) {
        if (isTemporary(file) && connection.isOpen()) {
            try {
                channel().rm(file);
            } catch (SftpException e) {
                failure.addSuppressed(e);
            }
        }
        return failure;
    }

    /** Null where there is none of that name. */
    private SftpATTRS attributes(String name) {
        try {
            return RemoteFolders.attributes(channel(), name);
        } catch (SftpException e) {
            throw failed("look at", name, e);
        }
    }

    private GenericFileOperationFailedException failed(String what, String name, SftpException e) {
        return connection.causes().of(what, name, e);
    }

    private ChannelSftp channel() {
        return connection.channel();
    }
}
