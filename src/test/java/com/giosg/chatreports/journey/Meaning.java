package com.giosg.chatreports.journey;

/**
 * What nobody outside Giosg knows about the meaning of a figure, so that more than one figure can be true.
 *
 * @param ownMessages under scope team and user, a chat's messages by users are those of that team or user alone
 * @param partnersToo the two workflow figures hold what happened with a partner organization, too
 * @param nobodysEvents events that are put down to no user are answered, as those of nobody
 */
record Meaning(boolean ownMessages, boolean partnersToo, boolean nobodysEvents) {

    /** As the simulator assumes it unless told otherwise. */
    static Meaning usual() {
        return new Meaning(false, true, true);
    }
}
