package com.giosg.chatreports.route;

import java.net.URI;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileProducer;
import org.apache.camel.component.file.remote.RemoteFileProducer;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/**
 * Endpoints with the options of {@code sftp:} that log in, look at the folder and go. They have no way to read, write
 * or remove anything.
 */
@org.apache.camel.spi.annotations.Component("sftp")
// Camel's own signatures use the raw type.
@SuppressWarnings("rawtypes")
final class SftpProbeComponent extends SftpComponent {

    @Override
    protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(
            String uri, String remaining, Map<String, Object> parameters) throws Exception {
        URI address = new URI(uri.replaceAll("\\?.*", ""));
        return new ProbeEndpoint(uri, this, new SftpConfiguration(address));
    }

    private static final class ProbeEndpoint extends SftpEndpoint {

        ProbeEndpoint(String uri, SftpComponent component, SftpConfiguration configuration) {
            super(uri, component, configuration);
        }

        @Override
        protected GenericFileProducer<SftpRemoteFile> buildProducer() {
            return new Probe(this, new SafeSftpOperations(this));
        }
    }

    private static final class Probe extends RemoteFileProducer<SftpRemoteFile> {

        private final SafeSftpOperations server;

        Probe(ProbeEndpoint endpoint, SafeSftpOperations operations) {
            super(endpoint, operations);
            this.server = operations;
        }

        @Override
        protected void doProcess(Exchange exchange) {
            try {
                server.probe();
            } finally {
                server.disconnect();
            }
        }
    }
}
