package com.giosg.chatreports.row;

import com.giosg.chatreports.request.RequestFailure;

/** Carries a {@link RequestFailure} through an iterator, which cannot throw it. */
public final class UncheckedRequestFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UncheckedRequestFailure(RequestFailure failure) {
        super(failure.getMessage(), failure);
    }

    public RequestFailure failure() {
        return (RequestFailure) getCause();
    }
}
