package org.enrol.launcher;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a WildFly process: what {@code standalone.sh} would build, with {@link ServerProcess} before it. */
final class ServerCommand {

    /** Of WildFly 39's {@code bin/common.sh}, setDefaultModularJvmOptions, without a package that is gone since Java 9. */
    private static final List<String> MODULAR = List.of(
            "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
            "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.management/javax.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

    private ServerCommand() {
    }

    static List<String> of(ServerSettings settings) {
        Path home = settings.wildflyHome();
        Path folder = settings.folder();
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(settings.jvmOptions());
        words.addAll(MODULAR);
        words.addAll(List.of("-Djava.net.preferIPv4Stack=true", "-Djava.awt.headless=true",
                "-Djboss.modules.system.pkgs=org.jboss.byteman",
                "-Dorg.jboss.boot.log.file=" + settings.log(),
                "-Dlogging.configuration=" + folder.resolve("configuration/logging.properties").toUri(),
                "-cp", classPath(home), ServerProcess.class.getName(),
                "-mp", home.resolve("modules").toString(), "org.jboss.as.standalone",
                "-Djboss.home.dir=" + home, "-Djboss.server.base.dir=" + folder,
                "-Djboss.http.port=" + settings.httpPort(),
                "-Djboss.management.http.port=" + settings.managementPort(),
                "-Djboss.tx.node.id=enrol-local", "-Denrol.log.console=false",
                "-b=127.0.0.1", "-bmanagement=127.0.0.1"));
        return words;
    }

    private static String classPath(Path home) {
        try {
            Path launcher = Path.of(ServerProcess.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return launcher + File.pathSeparator + home.resolve("jboss-modules.jar");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
