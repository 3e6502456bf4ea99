package com.giosg.chatreports.route;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;

/**
 * Gives a complete file its name on an SFTP server, also where an older one has it. SFTP itself cannot rename over a
 * file. OpenSSH and many others offer to ({@code posix-rename@openssh.com}), some do it unasked; with the rest the old
 * file steps aside for a moment, and comes back if the new one cannot take its place.
 *
 * @param channel to the server
 * @param from the complete file, under its temporary name
 * @param to its name
 */
record RemoteReplacement(ChannelSftp channel, String from, String to) {

    /** What the old file is called while the new one takes its place. */
    private static final String ASIDE = ".replaced-";

    void replace(boolean exists) throws SftpException {
        try {
            channel.rename(from, to);
        } catch (SftpException e) {
            if (!exists || canReplace()) {
                throw e;
            }
            stepAside();
        }
        if (!canReplace()) {
            // Also what a connection that broke off at the wrong moment has left.
            removeAside();
        }
    }

    private boolean canReplace() {
        return channel.getExtension("posix-rename@openssh.com") != null;
    }

    private void stepAside() throws SftpException {
        removeAside();
        channel.rename(to, aside());
        try {
            channel.rename(from, to);
        } catch (SftpException e) {
            channel.rename(aside(), to);
            throw e;
        }
    }

    private void removeAside() throws SftpException {
        if (RemoteFolders.attributes(channel, aside()) != null) {
            channel.rm(aside());
        }
    }

    private String aside() {
        return RemoteName.beside(to, ASIDE);
    }
}
