package org.enrol.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The browser of the tests: the program that {@code CHROMIUM} names, else one on the {@code PATH}, else Debian's, installed
 * now where the user may (root, apt-get), else the one that Playwright fetches itself.
 */
final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    /** Small, silent and without a sandbox: it opens pages of this machine only, also as root and in a container. */
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage");
    private static final Path APT = Path.of("/usr/bin/apt-get");
    private static Browser running;

    private Chromium() {
    }

    /** One browser for the whole run; every test opens its own context in it. */
    static synchronized Browser running() {
        if (running == null) {
            Optional<Path> program = program();
            Map<String, String> environment = new HashMap<>(System.getenv());
            program.ifPresent(found -> environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(FLAGS);
            program.ifPresent(options::setExecutablePath);
            running = playwright.chromium().launch(options);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "chromium-stop"));
        }
        return running;
    }

    private static Optional<Path> program() {
        String named = System.getenv("CHROMIUM");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        return onPath().or(Chromium::installed);
    }

    private static Optional<Path> onPath() {
        return Pattern.compile(File.pathSeparator).splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))).filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> installed() {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(APT)) {
            return Optional.empty();
        }
        run("update");
        run("install", "-y", "--no-install-recommends", "chromium");
        return onPath();
    }

    private static void run(String... words) {
        ProcessBuilder builder = new ProcessBuilder(APT.toString(), "-q");
        builder.command().addAll(List.of(words));
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            builder.inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("apt-get could not be run; install chromium and run the tests again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
