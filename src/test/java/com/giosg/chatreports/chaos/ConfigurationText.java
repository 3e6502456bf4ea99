package com.giosg.chatreports.chaos;

import com.giosg.chatreports.journey.NetworkPeer;
import com.giosg.chatreports.route.BrokerServer;
import com.giosg.chatreports.simulator.world.Organizations;

/**
 * What the application's configuration says of its peers.
 *
 * @param apiPort where the application finds the API
 * @param inboxPort where it finds the HTTP receiver
 * @param ledgerSettings what it says of the ledger, or nothing
 */
record ConfigurationText(Peers peers, Network network, int apiPort, int inboxPort, String ledgerSettings) {

    /**
     * The whole of it.
     *
     * @param wanted what each report wants besides
     * @param keeping whether a file in its place is not replaced by another one
     */
    String text(String wanted, boolean keeping) {
        return """
                api: { url: "http://127.0.0.1:%d", directory-url: "%s", token: "{{env:TOKEN}}"%s }
                organizations: { acme: { id: %s } }
                reports:
                  %s
                  %s
                sinks:
                  %s
                  %s
                %s
                """.formatted(
                        apiPort,
                        peers.simulator.url(),
                        network.timeOuts(NetworkPeer.API),
                        Organizations.ACME.id(),
                        report(Peers.REPORTS.get(0), wanted),
                        report(Peers.REPORTS.get(1), wanted),
                        sinks(keeping).indent(2).strip(),
                        queue(),
                        ledgerSettings);
    }

    private String report(String name, String wanted) {
        return """
                %s: { every: %ds, %s, time-zone: Europe/Helsinki, window: "2026-10-01..2026-10-09", granularity: hour,
                    scopes: [user], fill: false, metrics: [real-chats, messages-in-real-chats], sinks: [%s] }""".formatted(name, peers.every().toSeconds(), wanted, String.join(", ", peers.sinks()));
    }

    /** Of files the endpoint has its own word for what the other sinks call a conflict. */
    private String sinks(boolean keeping) {
        String onConflict = keeping ? "on-conflict: fail, " : "";
        return """
                archive: { type: file, %1$sdirectory: "%2$s" }
                drop: { type: sftp, %1$s%3$s }
                inbox: { type: http, url: "http://127.0.0.1:%4$d/inbox/rows", token: "{{env:INBOX}}", batch: 2000%5$s }
                leads: { type: email, %6$s, from: reports@example.com, to: leads@example.com, attach: [csv] }
                bus: { type: endpoint, uri: "file:%7$s?fileExist=%8$s&tempPrefix=.part-" }
                """.formatted(
                        onConflict,
                        peers.archive(),
                        peers.drops.way() + network.timeOuts(NetworkPeer.SFTP),
                        inboxPort,
                        network.timeOuts(NetworkPeer.HTTP),
                        peers.mails.way() + network.timeOuts(NetworkPeer.SMTP),
                        peers.bus(),
                        keeping ? "Fail" : "TryRename");
    }

    private String queue() {
        return peers.broker
                .map(any -> "%s: { type: endpoint, uri: \"%s\" }".formatted(Peers.QUEUE, BrokerServer.URI))
                .orElse("");
    }
}
