package com.giosg.chatreports.route;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Not ready while nothing can be kept. Alive it is nevertheless: a new start would find the same. That a sink or the API is
 * away does not count, since nobody mends that here.
 */
final class StorageCheck extends AbstractHealthCheck {

    private final Troubles troubles;

    StorageCheck(Troubles troubles) {
        super("storage");
        this.troubles = troubles;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder result, Map<String, Object> options) {
        troubles.storage()
                .ifPresentOrElse(
                        trouble -> result.message(trouble.what() + ". " + String.join(". ", trouble.more()))
                                .down(),
                        result::up);
    }
}
