#!/usr/bin/env bash
# Stops a server that start.sh has started: no new requests, those under way are finished, then the end.
set -euo pipefail

usage() {
  cat <<EOF
Usage: stop.sh BASE_DIR [SECONDS]

Waits SECONDS (default 45) for the server to end, of which requests under way have 30; then ends it by force and says
so with exit code 3. Nothing that was answered is lost by that: answers are in the database. A server that does not run
is no error.
EOF
}

case "${1:-}" in -h | --help) usage; exit 0 ;; '' | -*) usage >&2; exit 2 ;; esac
[ -d "$1" ] || { echo "stop: no directory $1" >&2; exit 1; }
readonly pidfile="$1/pid" limit="${2:-45}"
[ -f "$pidfile" ] || exit 0
readonly pid="$(cat "$pidfile")"

running() {
  kill -0 "$pid" 2> /dev/null
}

running && kill -TERM "$pid"
for _ in $(seq $((limit * 5))); do
  running || { rm -f "$pidfile"; exit 0; }
  sleep 0.2
done
kill -KILL "$pid" 2> /dev/null || true
rm -f "$pidfile"
echo "stop: $1 did not end within $limit s and was ended by force" >&2
exit 3
