package org.enrol.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback address, the only one the launcher ever listens on. */
public final class Ports {

    private Ports() {
    }

    /**
     * Says clearly that a port is taken, before something deep inside a server fails at it.
     *
     * @param use      what the port is for, e.g. "Enrol's pages"
     * @param property the system property that moves it, e.g. "enrol.http.port"
     * @throws StartRefused if somebody listens there already
     */
    public static void requireFree(int port, String use, String property) {
        if (!isFree(port)) {
            throw new StartRefused("Port " + port + " (" + use + ") is taken by another program. Stop that program, or choose"
                    + " another port: mvn -Pdemo -D" + property + "=" + (port + 100));
        }
    }

    /** Whether nobody listens on the port now; somebody may a moment later. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(loopback(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A port that is free now, from the range the system gives to clients. */
    public static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    }
}
