#!/usr/bin/env bash
# Waits until a server that start.sh has started is ready to answer.
set -euo pipefail

usage() {
  cat <<EOF
Usage: wait.sh BASE_DIR [SECONDS]

A node is ready when /health/ready on its management port answers 200, a balancer when its page port answers at all.
Gives up after SECONDS (default 120), or as soon as the server has ended.
EOF
}

fail() {
  echo "wait: $*" >&2
  exit 1
}

ready() {
  case "$config" in
    standalone-load-balancer.xml) curl -s -m 2 -o /dev/null "http://$bind:$((8080 + offset))/" ;;
    *) curl -sf -m 2 -o /dev/null "http://127.0.0.1:$((9990 + offset))/health/ready" ;;
  esac
}

case "${1:-}" in -h | --help) usage; exit 0 ;; '' | -*) usage >&2; exit 2 ;; esac
readonly base=$1 limit="${2:-120}"
[ -f "$base/server.conf" ] || fail "$base was never started by start.sh"
. "$base/server.conf"

readonly end=$((SECONDS + limit))
until ready; do
  [ -f "$base/pid" ] && kill -0 "$(cat "$base/pid")" 2> /dev/null || fail "$name is not running, see $base/log"
  [ "$SECONDS" -lt "$end" ] || fail "$name was not ready within $limit s, see $base/log"
  sleep 0.3
done
