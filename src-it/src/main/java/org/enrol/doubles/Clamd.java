package org.enrol.doubles;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * ClamAV's daemon as far as Enrol knows it: takes a stream, finds the test string in it, and remembers what it was asked. Its mood can be
 * changed, since the real one is slow while it reloads its signatures, and cuts off what is too long.
 *
 * <p>Source: clamd(8), INSTREAM; clamd.conf(5), StreamMaxLength.
 */
public final class Clamd implements Closeable {

    /** How it answers from now on. */
    public enum Mood {
        WELL,
        /** Takes everything and says nothing. */
        SILENT,
        /** Does not even read. */
        DEAF,
        /** Hangs up before the end. */
        CUTTING,
        /** Answers what is no answer. */
        RAVING
    }

    /** What it takes for malware: a part of the harmless string that all scanners know. */
    public static final String MALWARE = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";
    private static final String COMMAND = "zINSTREAM\0";

    private final ServerSocket door;
    private final int longest;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Integer> asked = new ArrayList<>();
    private volatile Mood mood = Mood.WELL;

    private Clamd(ServerSocket door, int longest) {
        this.door = door;
        this.longest = longest;
    }

    /** @param port 0 for any @param longest bytes of a stream, more is refused */
    public static Clamd start(int port, int longest) {
        try {
            Clamd clamd = new Clamd(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), longest);
            clamd.workers.submit(clamd::welcome);
            return clamd;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    public void be(Mood next) {
        mood = next;
    }

    /** The lengths of all streams that came to their end. */
    public synchronized List<Integer> asked() {
        return List.copyOf(asked);
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                workers.submit(() -> serve(guest));
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket guest) {
        try (guest) {
            if (mood == Mood.DEAF) {
                closed.await();
            }
            String answer = listen(new DataInputStream(guest.getInputStream()));
            if (mood == Mood.SILENT) {
                closed.await();
            }
            guest.getOutputStream().write(((mood == Mood.RAVING ? "<html>hello</html>" : answer) + "\0").getBytes(StandardCharsets.US_ASCII));
        } catch (EOFException | SocketException e) {
            // The guest has hung up: nobody is left to be answered.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String listen(DataInputStream in) throws IOException {
        String command = new String(in.readNBytes(COMMAND.length()), StandardCharsets.US_ASCII);
        if (!command.equals(COMMAND)) {
            return "UNKNOWN COMMAND";
        }
        StringBuilder heard = new StringBuilder();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            if (mood == Mood.CUTTING) {
                throw new EOFException("cut");
            }
            if (heard.length() + length > longest) {
                return "INSTREAM size limit exceeded. ERROR";
            }
            heard.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        }
        synchronized (this) {
            asked.add(heard.length());
        }
        return heard.indexOf(MALWARE) >= 0 ? "stream: Win.Test.EICAR_HDB-1 FOUND" : "stream: OK";
    }

    @Override
    public void close() {
        closed.countDown();
        workers.shutdownNow();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
