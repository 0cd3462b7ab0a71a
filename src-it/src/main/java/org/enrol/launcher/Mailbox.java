package org.enrol.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The mails caught so far, newest first; the oldest go when there are too many. Safe for many threads. */
final class Mailbox {

    private static final int CAPACITY = 5_000;

    private final Deque<Mail> mails = new ArrayDeque<>();
    private long arrivals;

    /** An identifier that no other mail of this mailbox has: later ones sort after earlier ones, and it tells the time. */
    synchronized String nextId(Instant receivedAt) {
        arrivals++;
        return receivedAt.toEpochMilli() + "-" + arrivals;
    }

    /** When the mail with the identifier arrived; the epoch where it is none of ours. */
    static Instant arrivalOf(String id) {
        String millis = id.split("-")[0];
        return Instant.ofEpochMilli(millis.matches("\\d{1,15}") ? Long.parseLong(millis) : 0);
    }

    synchronized void add(Mail mail) {
        mails.addFirst(mail);
        if (mails.size() > CAPACITY) {
            mails.removeLast();
        }
        notifyAll();
    }

    synchronized List<Mail> all() {
        return List.copyOf(mails);
    }

    List<Mail> find(Predicate<Mail> wanted) {
        return all().stream().filter(wanted).toList();
    }

    synchronized Optional<Mail> await(Predicate<Mail> wanted, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<Mail> found = mails.stream().filter(wanted).findFirst();
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (found.isPresent() || left <= 0) {
                return found;
            }
            wait(left);
        }
    }

    synchronized void clear() {
        mails.clear();
    }
}
