package org.enrol.bulk.service;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.enrol.bulk.model.BulkJob;
import org.enrol.request.model.RequestAction;
import org.enrol.request.model.RequestStatus;

/**
 * A job as one member of staff sees it now.
 *
 * @param assignee  name; empty unless the action is ASSIGN
 * @param filter    the address of the work list without its path; empty for requests that were ticked
 * @param repeats   the job whose refused requests it tries again; 0 for none
 * @param second    name of the second administrator; empty if there was none
 * @param endedAt   null while it is not over
 * @param statuses  how the requests stand now; empty once it runs
 * @param possible  what this person may do with it now
 */
public record BulkView(long id, RequestAction action, String comment, String assignee, String filter, long repeats, BulkJob.Status status,
                       boolean fourEyes, Counts counts, String orderedBy, Instant orderedAt, String second, Instant endedAt,
                       List<Standing> statuses, Set<Step> possible) {

    /** What can be done with a job. */
    public enum Step { START, CONFIRM, DISCARD, STOP, GO_ON, REPEAT }

    /** So many requests in all, done, refused; the rest is to come. */
    public record Counts(long total, long done, long refused) {

        public long pending() {
            return total - done - refused;
        }

        public long percent() {
            return total == 0 ? 100 : 100 * (done + refused) / total;
        }
    }

    /** @param fits whether the workflow knows the action in this status; the requests themselves may still refuse it */
    public record Standing(RequestStatus status, long count, boolean fits) {
    }
}
