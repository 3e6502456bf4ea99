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
 * Camel's SFTP component, with {@link SafeSftpOperations} for whatever it writes. A directory may be absolute, as most
 * partners name theirs: Camel itself takes every directory for one below the home.
 */
// Of the same name as Camel's, so that Camel's generated code sets its options.
@org.apache.camel.spi.annotations.Component("sftp")
// Camel's own signatures use the raw type.
@SuppressWarnings("rawtypes")
final class SafeSftpComponent extends SftpComponent {

    @Override
    protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(
            String uri, String remaining, Map<String, Object> parameters) throws Exception {
        URI address = new URI(uri.replaceAll("\\?.*", ""));
        return new SafeSftpEndpoint(uri, this, new SftpConfiguration(address));
    }

    private static final class SafeSftpEndpoint extends SftpEndpoint {

        SafeSftpEndpoint(String uri, SftpComponent component, SftpConfiguration configuration) {
            super(uri, component, configuration);
        }

        /** Beside the file and named after it: in a folder with many reports, one marker for all would say nothing. */
        @Override
        protected String createDoneFileName(String fileName) {
            return fileName + getDoneFileName();
        }

        @Override
        protected GenericFileProducer<SftpRemoteFile> buildProducer() {
            return new SafeSftpProducer(this, new SafeSftpOperations(this));
        }
    }

    private static final class SafeSftpProducer extends RemoteFileProducer<SftpRemoteFile> {

        SafeSftpProducer(SafeSftpEndpoint endpoint, SafeSftpOperations operations) {
            super(endpoint, operations);
        }

        /** Before there is a connection: nothing is sent for a name that means something else there. */
        @Override
        public String createFileName(Exchange exchange) {
            return RemoteName.checked(super.createFileName(exchange));
        }

        /** As Camel's, without a second line in the log: whoever delivers says what went wrong. */
        @Override
        public void handleFailedWrite(Exchange exchange, Exception failure) throws Exception {
            disconnect();
            throw failure;
        }
    }
}
