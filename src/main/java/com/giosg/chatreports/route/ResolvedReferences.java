package com.giosg.chatreports.route;

import com.giosg.chatreports.config.PropertyFunctions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.spi.PropertiesFunction;

/**
 * What {@code {{env:…}}} and {@code {{file:…}}} stand for in the settings of sinks: the same as in the rest of the
 * configuration. Camel of this version has no function {@code file}, and its {@code env} takes what follows a second
 * colon for a default.
 */
record ResolvedReferences(String name, PropertyFunctions functions) implements PropertiesFunction {

    /** These, and what only routes need. */
    static List<PropertiesFunction> of(PropertyFunctions functions) {
        Stream<PropertiesFunction> references =
                functions.byName().keySet().stream().map(name -> new ResolvedReferences(name, functions));
        return Stream.concat(references, Stream.of(new Millis(), new FileExist()))
                .toList();
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String apply(String argument) {
        return functions.apply(name, argument);
    }
}
