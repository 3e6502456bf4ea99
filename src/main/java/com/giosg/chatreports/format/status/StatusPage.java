package com.giosg.chatreports.format.status;

import java.util.List;

/**
 * How the application is. Where there may be one of something or none, it is a list.
 *
 * @param now when it was asked
 * @param notices what somebody should know before anything else
 * @param starts a line for each report and organization that falls due by itself
 * @param runs the latest first
 * @param skipped what fell due and was not made, the latest first
 * @param version of the application
 */
public record StatusPage(
        String now,
        List<Notice> notices,
        List<Start> starts,
        List<RunView> runs,
        List<Skipped> skipped,
        String version) {

    /** How many runs are neither over nor resting. */
    public long going() {
        return runs.stream().filter(run -> run.state().equals(State.GOING)).count();
    }

    /** How many of them need somebody. */
    public long failed() {
        return runs.stream().filter(run -> run.state().mark().equals(State.BAD)).count();
    }

    /**
     * Something that is not as it should be.
     *
     * @param mark as that of a state
     * @param what in a line
     * @param more why, and what can be done about it, a line each
     */
    public record Notice(String mark, String what, List<String> more) {}

    /**
     * A report of an organization.
     *
     * @param organization its name
     * @param next when it falls due next, with its offset
     * @param in how long that is from now
     * @param last the run that was planned last
     */
    public record Start(
            String report,
            String organization,
            String schedule,
            String next,
            String in,
            String zone,
            List<LastRun> last) {}

    /** What became of the last one. */
    public record LastRun(String href, State state, String due) {}

    /** A due time without a run. */
    public record Skipped(String report, String organization, String due, String why, String href) {}
}
