package org.enrol.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long the steps took, as the people saw it. Any number of people may add at once. */
final class Timings {

    private final Map<Step, Queue<Long>> nanos = new EnumMap<>(Step.class);

    Timings() {
        for (Step step : Step.values()) {
            nanos.put(step, new ConcurrentLinkedQueue<>());
        }
    }

    void add(Step step, long nanoseconds) {
        nanos.get(step).add(nanoseconds);
    }

    int count(Step step) {
        return nanos.get(step).size();
    }

    /**
     * The time that so many of hundred stayed below.
     *
     * @param share from 0 to 1; 1 is the longest
     * @return milliseconds; 0 where nothing was measured
     */
    double percentile(Step step, double share) {
        return percentile(nanos.get(step).stream().mapToLong(Long::longValue).sorted().toArray(), share);
    }

    /** The same over all steps in which a person waits for a page. */
    double percentileOfPages(double share) {
        return percentile(nanos.entrySet().stream().filter(entry -> entry.getKey().isPage())
                .flatMap(entry -> entry.getValue().stream()).mapToLong(Long::longValue).sorted().toArray(), share);
    }

    private static double percentile(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }
}
