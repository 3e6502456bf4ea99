package com.giosg.chatreports.route;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import java.util.Optional;
import org.apache.camel.component.file.GenericFileOperationFailedException;

/**
 * The folders of an SFTP server.
 *
 * @param channel to the server
 * @param causes what a refusal means
 */
record RemoteFolders(ChannelSftp channel, SftpCauses causes) {

    /** Of a file or folder; null where there is none of that name. */
    static SftpATTRS attributes(ChannelSftp channel, String path) throws SftpException {
        try {
            return channel.stat(path);
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return null;
            }
            throw e;
        }
    }

    /** The operator names the folder, so a missing one is a mistake in the name, or not ours to make. */
    void require(String folder) {
        if (!exists(home(folder))) {
            throw new GenericFileOperationFailedException(
                    "there is no folder %s on %s; correct directory, or have the folder made"
                            .formatted(folder, causes.server()));
        }
    }

    /** As far as can be seen without writing: that somebody may. */
    void requireWritable(String folder) {
        require(folder);
        try {
            SftpATTRS there = channel.stat(home(folder));
            if (there.getPermissionsString().chars().noneMatch(letter -> letter == 'w')) {
                throw new GenericFileOperationFailedException(
                        "nobody may write to %s on %s; ask its owner for permission"
                                .formatted(folder, causes.server()));
            }
        } catch (SftpException e) {
            throw causes.of("look at", folder, e);
        }
    }

    /** Makes the folders below one that exists. */
    void make(String below, String folder) {
        String rest = folder.startsWith(below) ? folder.substring(below.length()) : folder;
        String path = folder.startsWith(below) ? below : "";
        for (String part : rest.split("/", -1)) {
            path = path.isEmpty() || path.endsWith("/") || part.isEmpty() ? path + part : path + "/" + part;
            if (!part.isEmpty() && !exists(path)) {
                make(path);
            }
        }
    }

    private void make(String folder) {
        try {
            channel.mkdir(folder);
        } catch (SftpException e) {
            throw causes.of("make the folder", folder, e);
        }
    }

    private boolean exists(String path) {
        try {
            Optional<SftpATTRS> found = Optional.ofNullable(attributes(channel, path));
            if (found.isPresent() && !found.get().isDir()) {
                throw new GenericFileOperationFailedException(path + " is a file there, not a folder");
            }
            return found.isPresent();
        } catch (SftpException e) {
            throw causes.of("look at", path, e);
        }
    }

    private static String home(String folder) {
        return folder.isEmpty() ? "." : folder;
    }
}
