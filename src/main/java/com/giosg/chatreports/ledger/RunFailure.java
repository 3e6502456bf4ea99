package com.giosg.chatreports.ledger;

import com.giosg.chatreports.request.FailureKind;

/**
 * Why a run could not be served to its end.
 *
 * @param kind what failed
 * @param cause in plain words, without secrets
 */
public record RunFailure(FailureKind kind, String cause) {}
