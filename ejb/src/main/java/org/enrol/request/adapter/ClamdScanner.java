package org.enrol.request.adapter;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.request.port.MalwareScanner;

/**
 * Asks ClamAV's daemon. Every step has a limit, sending included: a daemon that does not read would otherwise hold the thread for good.
 *
 * <p>Source: clamd(8): {@code zINSTREAM}, pieces behind their length in four bytes, a piece of length 0; the answer ends with a zero byte.
 */
public final class ClamdScanner implements MalwareScanner {

    private static final Logger LOGGER = System.getLogger(ClamdScanner.class.getName());
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_ANSWER = 1_000;

    private final String host;
    private final int port;

    public ClamdScanner(String host, int port) {
        this.host = host;
        this.port = port;
    }

    @Override
    public Verdict scan(byte[] content) {
        try (AsynchronousSocketChannel channel = AsynchronousSocketChannel.open()) {
            wait(channel.connect(new InetSocketAddress(host, port)), System.nanoTime() + CONNECT.toNanos());
            long end = System.nanoTime() + ANSWER.toNanos();
            send(channel, stream(content), end);
            return verdict(answer(channel, end));
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw unavailable(e.getClass().getSimpleName());
        }
    }

    private static ByteBuffer stream(byte[] content) {
        ByteBuffer stream = ByteBuffer.allocate(COMMAND.length + Integer.BYTES + content.length + Integer.BYTES);
        return stream.put(COMMAND).putInt(content.length).put(content).putInt(0).flip();
    }

    private static void send(AsynchronousSocketChannel channel, ByteBuffer stream, long end) throws ExecutionException, TimeoutException {
        while (stream.hasRemaining()) {
            wait(channel.write(stream), end);
        }
    }

    private static String answer(AsynchronousSocketChannel channel, long end) throws ExecutionException, TimeoutException {
        ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        boolean more = true;
        while (more) {
            more = wait(channel.read(answer), end) > 0 && answer.hasRemaining() && answer.get(answer.position() - 1) != 0;
        }
        return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8).replace("\0", "").strip();
    }

    private static Verdict verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return Verdict.CLEAN;
        }
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
            return Verdict.FOUND;
        }
        throw unavailable("an answer of " + answer.length() + " characters that says neither OK nor FOUND");
    }

    private static <T> T wait(Future<T> step, long end) throws ExecutionException, TimeoutException {
        try {
            return step.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted");
        }
    }

    private static EnrolException unavailable(String why) {
        LOGGER.log(Level.WARNING, "The malware scanner gave no answer: {0}", why);
        return new EnrolException(ErrorCode.SCANNER_UNAVAILABLE);
    }
}
