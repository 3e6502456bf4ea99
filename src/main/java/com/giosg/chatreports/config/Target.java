package com.giosg.chatreports.config;

/**
 * What a metric of the organization is to be over a whole window.
 *
 * @param figure where the figure is wanted
 * @param change where its change is wanted, in percent of the window before
 */
public record Target(Bounds figure, Bounds change) {

    /** Whether it needs the figure of the window before. */
    public boolean isAboutChange() {
        return !change.areOpen();
    }
}
