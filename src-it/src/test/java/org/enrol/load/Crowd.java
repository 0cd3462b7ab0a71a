package org.enrol.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Many buyers one after the other, either as many as the server takes or so many per second. */
final class Crowd {

    private static final long LONGEST_RUN_SECONDS = 1800;

    /**
     * What came of it.
     *
     * @param seconds  from the first step of the first to the last step of the last
     * @param failures why people did not get an account, the same reason as often as it happened
     */
    record Outcome(int registrations, double seconds, List<String> failures, Timings timings) {

        double perSecond() {
            return registrations / seconds;
        }
    }

    private final Place place;
    private final AtomicLong numbers;

    /** @param numbers from which every person of the run takes one */
    Crowd(Place place, AtomicLong numbers) {
        this.place = place;
        this.numbers = numbers;
    }

    /** So many people at once; who is done is followed by the next, until the time is over. */
    Outcome atOnce(int people, Duration time) throws InterruptedException {
        return atOnce(people, time, Integer.MAX_VALUE);
    }

    /** The same, until the time is over or so many have begun. */
    Outcome atOnce(int people, Duration time, int most) throws InterruptedException {
        Run run = new Run();
        ExecutorService lanes = Executors.newFixedThreadPool(people);
        AtomicInteger begun = new AtomicInteger();
        long end = System.nanoTime() + time.toNanos();
        for (int i = 0; i < people; i++) {
            lanes.execute(() -> {
                while (System.nanoTime() < end && begun.incrementAndGet() <= most) {
                    run.register();
                }
            });
        }
        return run.outcome(lanes);
    }

    /** So many arrivals a second, however quickly the ones before are served. */
    Outcome arriving(double perSecond, Duration time) throws InterruptedException {
        Run run = new Run();
        ExecutorService lanes = Executors.newCachedThreadPool();
        long start = System.nanoTime();
        long arrivals = Math.round(perSecond * time.toSeconds());
        for (long i = 0; i < arrivals; i++) {
            TimeUnit.NANOSECONDS.sleep(start + Math.round(i / perSecond * 1e9) - System.nanoTime());
            lanes.execute(run::register);
        }
        return run.outcome(lanes);
    }

    private final class Run {

        private final Timings timings = new Timings();
        private final AtomicInteger done = new AtomicInteger();
        private final Queue<String> failures = new ConcurrentLinkedQueue<>();
        private final long start = System.nanoTime();

        void register() {
            try {
                new Buyer(place, numbers.incrementAndGet(), timings).register();
                done.incrementAndGet();
            } catch (IOException | IllegalStateException e) {
                failures.add(e.getClass().getSimpleName() + ": " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        Outcome outcome(ExecutorService lanes) throws InterruptedException {
            lanes.shutdown();
            if (!lanes.awaitTermination(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
                lanes.shutdownNow();
            }
            return new Outcome(done.get(), (System.nanoTime() - start) / 1e9, List.copyOf(failures), timings);
        }
    }
}
