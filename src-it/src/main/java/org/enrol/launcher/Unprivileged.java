package org.enrol.launcher;

import java.nio.file.Path;
import java.util.List;

/**
 * How PostgreSQL's programs are called, which refuse to run as root.
 *
 * <p>An ordinary user calls them plainly. Root calls them in a user namespace of their own; where a container forbids that,
 * as the user nobody, with the one capability that lets it reach directories below root's home.
 */
final class Unprivileged {

    private static final String NOBODY = "65534";
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> OTHER_USER = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups",
            "--inh-caps=+dac_override", "--ambient-caps=+dac_override");
    private static final List<String> OTHER_USER_BARE = OTHER_USER.subList(0, 4);

    private final List<String> prefix;

    private Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    static Unprivileged ofThisMachine() {
        if (!isRoot(List.of())) {
            return new Unprivileged(List.of());
        }
        for (List<String> way : List.of(NAMESPACE, OTHER_USER, OTHER_USER_BARE)) {
            if (Command.of(way, "true").run().succeeded() && !isRoot(way)) {
                return new Unprivileged(way);
            }
        }
        throw new StartRefused("PostgreSQL does not run as root, and neither unshare nor setpriv (package util-linux) works here:"
                + " run the command as an ordinary user.");
    }

    Command command(String... words) {
        return Command.of(prefix, words);
    }

    /** Gives the directory to the user that the programs run as; an earlier run may have been another one. */
    void own(Path folder) {
        if (!prefix.isEmpty()) {
            String user = prefix.contains("setpriv") ? NOBODY : "0";
            Command.of(List.of(), "chown", "-R", user + ":" + user, folder.toString()).run();
        }
    }

    private static boolean isRoot(List<String> prefix) {
        return "0".equals(Command.of(prefix, "id", "-u").run().output());
    }
}
