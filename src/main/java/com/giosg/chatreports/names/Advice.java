package com.giosg.chatreports.names;

import com.giosg.chatreports.request.FailureKind;

/** What an operator can do where the directory failed. */
final class Advice {

    private Advice() {}

    static String after(FailureKind kind) {
        return switch (kind) {
            case UNREACHABLE -> "check the network and api.directory-url";
            case CERTIFICATE -> "check api.directory-url and the certificates this machine trusts; nothing was sent";
            case DENIED -> "check that the token's user may see the organization's users and teams";
            case REJECTED, REDIRECTED, BAD_ANSWER, SHAPE_CHANGED ->
                "check that api.directory-url is the address of Giosg's directory, and the organization's id";
            case DEFECT -> kind.nextMove();
            default -> "nothing, unless it lasts: the next run asks again";
        };
    }
}
