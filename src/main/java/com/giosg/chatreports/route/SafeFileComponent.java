package com.giosg.chatreports.route;

import java.io.File;
import java.util.Map;
import org.apache.camel.Component;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.FileEndpoint;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileProducer;

/** Camel's file component, with {@link SafeFileOperations} for whatever it writes. */
// Of the same name as Camel's, so that Camel's generated code sets its options.
@org.apache.camel.spi.annotations.Component("file")
final class SafeFileComponent extends FileComponent {

    @Override
    protected GenericFileEndpoint<File> buildFileEndpoint(String uri, String remaining, Map<String, Object> parameters)
            throws Exception {
        FileEndpoint plain = (FileEndpoint) super.buildFileEndpoint(uri, remaining, parameters);
        FileEndpoint endpoint = new SafeFileEndpoint(uri, this);
        endpoint.setFile(plain.getFile());
        endpoint.setConfiguration(plain.getConfiguration());
        return endpoint;
    }

    private static final class SafeFileEndpoint extends FileEndpoint {

        SafeFileEndpoint(String uri, Component component) {
            super(uri, component);
        }

        @Override
        public GenericFileProducer<File> createProducer() throws Exception {
            GenericFileProducer<File> producer = super.createProducer();
            producer.setOperations(new SafeFileOperations(this));
            return producer;
        }
    }
}
