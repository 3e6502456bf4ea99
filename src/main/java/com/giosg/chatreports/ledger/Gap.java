package com.giosg.chatreports.ledger;

import com.giosg.chatreports.request.FailureKind;

/**
 * Why a figure could not be had.
 *
 * @param kind what failed
 * @param cause in plain words, without secrets
 * @param tries how often it was asked
 */
public record Gap(FailureKind kind, String cause, int tries) {}
