package com.giosg.chatreports.pictures;

/**
 * What a reader looks at a page on.
 *
 * @param width in CSS pixels
 * @param height in CSS pixels; what is below is not on a picture
 * @param dark whether the reader prefers dark pages
 */
record Screen(int width, int height, boolean dark) {

    static final Screen DESKTOP = new Screen(1100, 1400, false);
    static final Screen PHONE = new Screen(360, 800, false);

    /** As wide as mail programs show mails. */
    static final Screen MAIL = new Screen(640, 1400, false);

    Screen inTheDark() {
        return new Screen(width, height, true);
    }

    Screen high(int pixels) {
        return new Screen(width, pixels, dark);
    }
}
