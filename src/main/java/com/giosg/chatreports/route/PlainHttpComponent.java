package com.giosg.chatreports.route;

import javax.net.ssl.HostnameVerifier;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.socket.ConnectionSocketFactory;
import org.apache.hc.client5.http.socket.PlainConnectionSocketFactory;
import org.apache.hc.core5.http.config.Registry;
import org.apache.hc.core5.http.config.RegistryBuilder;

/**
 * Endpoints of {@code http:} that speak nothing else. Camel's own are ready for {@code https:} as well, and read all the
 * certificates of the machine for it before the first call.
 */
// Of the same name as Camel's, so that Camel's generated code sets its options.
@org.apache.camel.spi.annotations.Component("http")
// Camel's own signatures use the deprecated type.
@SuppressWarnings("deprecation")
final class PlainHttpComponent extends HttpComponent {

    @Override
    protected Registry<ConnectionSocketFactory> createConnectionRegistry(
            HostnameVerifier verifier, SSLContextParameters trusted, boolean systemProperties) {
        return RegistryBuilder.<ConnectionSocketFactory>create()
                .register("http", PlainConnectionSocketFactory.getSocketFactory())
                .build();
    }
}
