package com.giosg.chatreports.route;

import com.giosg.chatreports.config.PropertyFunctions;
import java.util.List;
import org.apache.camel.spi.PropertiesFunction;

/**
 * What {@code {{env:…}}} and {@code {{file:…}}} stand for in the settings of sinks: the same as in the rest of the
 * configuration. Camel of this version has no function {@code file}, and its {@code env} takes what follows a second
 * colon for a default.
 */
record ResolvedReferences(String name, PropertyFunctions functions) implements PropertiesFunction {

    static List<PropertiesFunction> of(PropertyFunctions functions) {
        return functions.byName().keySet().stream()
                .<PropertiesFunction>map(name -> new ResolvedReferences(name, functions))
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
