package com.giosg.chatreports.simulator.world;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that was recorded during a chat.
 *
 * @param source {@code trusted} or {@code untrusted}
 * @param label empty when the event has none
 * @param userId sometimes unknown
 * @param sessionId the chat it belongs to
 * @param partnerOrganizationIds usually empty
 * @param value seconds for the two wait times, else 1
 * @param dim1 a number as text, here seconds; workflow events only
 */
public record Event(
        Instant time,
        String vendor,
        String source,
        String category,
        String action,
        String label,
        Optional<String> userId,
        Optional<String> visitorId,
        String sessionId,
        List<String> roomIds,
        List<String> partnerOrganizationIds,
        BigDecimal value,
        Optional<String> dim1) {

    Event withValue(BigDecimal newValue) {
        return changed(source, partnerOrganizationIds, newValue, dim1);
    }

    Event fromUntrustedSource() {
        return changed("untrusted", partnerOrganizationIds, value, dim1);
    }

    Event withWorkflow(String newDim1, List<String> partnerIds) {
        return changed(source, partnerIds, value, Optional.of(newDim1));
    }

    private Event changed(String newSource, List<String> newPartnerIds, BigDecimal newValue, Optional<String> newDim1) {
        return new Event(
                time,
                vendor,
                newSource,
                category,
                action,
                label,
                userId,
                visitorId,
                sessionId,
                roomIds,
                newPartnerIds,
                newValue,
                newDim1);
    }
}
