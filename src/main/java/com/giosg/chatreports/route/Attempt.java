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
     * What is left where it was not tried this time.
     *
     * @param latest null where it was never tried
     */
    static Attempt notTried(Attempt latest, RequestFailure why, boolean again) {
        return latest == null ? new Attempt(why, 0, again) : new Attempt(latest.failure, latest.tries, again);
    }
}
