package com.giosg.chatreports.route;

import java.io.IOException;
import java.util.Map;

/** Folders that a file sink and an endpoint sink write into, on disks that are full. Only root can set those up. */
class AwayDisksTest extends AwaySinksSupport {

    @Override
    Map<String, Receiver> receivers() throws IOException {
        return Map.of(
                "archive",
                DiskReceiver.of(folder.resolve("archive"), "{ type: file, directory: \"%s\" }", ".writing-"),
                "bus",
                DiskReceiver.of(
                        folder.resolve("bus"),
                        "{ type: endpoint, uri: \"file:%s?fileExist=TryRename&tempPrefix=.part-\" }",
                        ".part-"));
    }
}
