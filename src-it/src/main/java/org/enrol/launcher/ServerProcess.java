package org.enrol.launcher;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/**
 * The main class of a WildFly process that must not outlive whoever started it.
 *
 * <p>The starter holds the other end of standard input. When that closes, because the starter says stop or because it was
 * killed, the server shuts down in order. Nothing else is needed: the system closes the pipe of a dead process.
 */
public final class ServerProcess {

    private static final long PATIENCE_MILLIS = 10_000;

    private ServerProcess() {
    }

    /**
     * Hands over to JBoss Modules, which is on the class path.
     *
     * @param args of JBoss Modules: {@code -mp <modules> org.jboss.as.standalone …}
     */
    public static void main(String[] args) throws ReflectiveOperationException {
        daemon("starter-watch", ServerProcess::stopWithStarter);
        try {
            Class.forName("org.jboss.modules.Main").getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("JBoss Modules did not start", e.getCause());
        }
    }

    private static void stopWithStarter() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            // A broken pipe says the same as a closed one.
        }
        daemon("impatience", ServerProcess::haltLater);
        System.exit(0);
    }

    private static void haltLater() {
        try {
            Thread.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
