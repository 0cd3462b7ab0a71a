package org.enrol.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What Linux says of a process.
 *
 * <p>Source: proc_pid_stat(5), proc_pid_status(5).
 */
final class LinuxProcess {

    /** The kernel counts CPU time in hundredths of a second (USER_HZ), whatever its own clock is. */
    private static final long TICK_MILLIS = 10;
    /** Where the numbers begin that follow the process's name, which may hold blanks. */
    private static final int PARENT = 1;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final int ENDED_CHILDREN_USER_TIME = 13;
    private static final int ENDED_CHILDREN_SYSTEM_TIME = 14;

    private final long pid;

    LinuxProcess(long pid) {
        this.pid = pid;
    }

    LinuxProcess parent() throws IOException {
        return new LinuxProcess(Long.parseLong(stat()[PARENT]));
    }

    /** Milliseconds of CPU, user and system, since it began. */
    long cpuMillis() throws IOException {
        return ticks(stat(), USER_TIME, SYSTEM_TIME) * TICK_MILLIS;
    }

    /** The same with its children, living and ended. */
    long cpuMillisWithChildren() throws IOException {
        long living = 0;
        for (ProcessHandle child : ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children).toList()) {
            living += new LinuxProcess(child.pid()).cpuMillisIfAlive();
        }
        return living + ticks(stat(), USER_TIME, SYSTEM_TIME, ENDED_CHILDREN_USER_TIME, ENDED_CHILDREN_SYSTEM_TIME) * TICK_MILLIS;
    }

    /** Memory that is resident now, in MiB. */
    long residentMebibytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst().orElse(0) / 1024;
        }
    }

    /** The machine's load average over the last minute. */
    static double loadAverage() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    private long cpuMillisIfAlive() {
        try {
            return cpuMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    private String[] stat() throws IOException {
        String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return line.substring(line.lastIndexOf(')') + 2).split(" ");
    }

    private static long ticks(String[] stat, int... places) {
        long sum = 0;
        for (int place : places) {
            sum += Long.parseLong(stat[place]);
        }
        return sum;
    }
}
