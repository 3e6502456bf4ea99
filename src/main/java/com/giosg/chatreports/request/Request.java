package com.giosg.chatreports.request;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.Window;
import java.util.List;

/**
 * One question to the API. The templates read its components.
 *
 * @param id unique in its run and fit for a file name, e.g. {@code 01-real-chats-org}; its order is that of the rows
 * @param organization whose figures
 * @param metric which figure
 * @param scope how it is broken down
 * @param window what the run covers; the rows' buckets belong to it
 * @param granularity the size of the buckets of the rows
 * @param interval what this question asks for: whole buckets of the window, one of them for APIs without buckets
 * @param rooms room ids; empty: all rooms
 * @param fill whether absent buckets become rows
 */
public record Request(
        String id,
        Organization organization,
        Metric metric,
        Scope scope,
        Window window,
        Granularity granularity,
        Interval interval,
        List<String> rooms,
        boolean fill) {

    /** The same question about these rooms only. */
    public Request narrowedTo(List<String> roomIds) {
        return new Request(id, organization, metric, scope, window, granularity, interval, roomIds, fill);
    }

    /** Where it is sent, below the API's URL. */
    public String path() {
        return metric.api().path().replace("{organization}", organization.id());
    }

    /** As it is named in messages: {@code real-chats by org}; one that makes no rows says of when it is. */
    public String question() {
        String question = metric.id() + " by " + scope.id();
        return SideRequests.isOne(id) ? question + " of " + window.label() : question;
    }
}
