package org.enrol.load;

/**
 * What server and database have used up so far, or between two moments.
 *
 * @param serverCpuMillis   of the server's process
 * @param databaseCpuMillis of all of PostgreSQL's processes
 * @param transactions      that ended well, those that only read included
 * @param walPosition       bytes of write-ahead log
 * @param fullPages         pages written whole into that log, because a checkpoint had passed
 */
record Usage(long serverCpuMillis, long databaseCpuMillis, long transactions, long walPosition, long fullPages) {

    Usage since(Usage before) {
        return new Usage(serverCpuMillis - before.serverCpuMillis, databaseCpuMillis - before.databaseCpuMillis,
                transactions - before.transactions, walPosition - before.walPosition, fullPages - before.fullPages);
    }
}
