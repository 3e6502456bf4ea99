package com.giosg.chatreports.route;

import com.giosg.chatreports.request.RequestFailure;

/**
 * The latest try of a request that failed.
 *
 * @param failure why
 * @param tries so far
 * @param again whether it is asked again in this phase
 */
public record Attempt(RequestFailure failure, int tries, boolean again) {

    /**
     * What is left where it was not tried any more.
     *
     * @param latest null where it was never tried
     */
    static Attempt last(Attempt latest, RequestFailure notTried) {
        return latest == null ? new Attempt(notTried, 0, false) : new Attempt(latest.failure, latest.tries, false);
    }
}
