package com.giosg.chatreports.route;

import com.giosg.chatreports.request.RequestFailure;

/**
 * The latest try of a request that failed.
 *
 * @param failure why
 * @param tries so far
 * @param again whether it is asked again in this phase
 */
public record Attempt(RequestFailure failure, int tries, boolean again) {}
