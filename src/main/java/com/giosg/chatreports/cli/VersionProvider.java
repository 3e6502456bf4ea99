package com.giosg.chatreports.cli;

import com.giosg.chatreports.route.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"chat-reports " + Version.text()};
    }
}
