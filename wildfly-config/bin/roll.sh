#!/usr/bin/env bash
# Brings a new release to the nodes of a cluster, one after another, while the others go on answering.
set -euo pipefail

readonly here="$(cd "$(dirname "$0")" && pwd)"

usage() {
  cat <<EOF
Usage: roll.sh EAR BASE_DIR...

For each node: no new requests, those under way are finished, stop, the new application, start, wait until it is ready
and until the balancer it had before knows it again. Ends at the first node that fails; the others still run the release
they had. To roll back: roll.sh with the old application, kept in BASE_DIR/deployed.previous/enrol.ear of each node.

Environment: as start.sh. ENROL_ROLL_LIMIT: seconds for each wait, default 120.
EOF
}

fail() {
  echo "roll: $*" >&2
  exit 1
}

wildfly_home() {
  tr '\0' '\n' < "/proc/$(cat "$1/pid")/cmdline" | sed -n 's/^-Djboss.home.dir=//p'
}

# The node itself says which balancers have it in their list.
balanced() {
  (
    . "$1/server.conf"
    "$(wildfly_home "$1")/bin/jboss-cli.sh" --connect --controller="127.0.0.1:$((9990 + offset))" \
      --command='/subsystem=modcluster:read-proxies-info' 2> /dev/null | grep -q "$name.*Status: ENABLED\|Name: $name"
  )
}

await_balancer() {
  local end=$((SECONDS + limit))
  until balanced "$1"; do
    [ "$SECONDS" -lt "$end" ] || fail "no balancer knew $1 within $limit s"
    sleep 0.5
  done
}

roll() {
  local had_balancer=no
  if balanced "$1"; then had_balancer=yes; fi
  "$here/stop.sh" "$1"
  "$here/start.sh" "$1" --ear "$ear"
  "$here/wait.sh" "$1" "$limit"
  if [ "$had_balancer" = yes ]; then await_balancer "$1"; fi
}

case "${1:-}" in -h | --help) usage; exit 0 ;; '' | -*) usage >&2; exit 2 ;; esac
[ $# -ge 2 ] || { usage >&2; exit 2; }
[ -f "$1" ] || fail "no application at $1"
readonly limit="${ENROL_ROLL_LIMIT:-120}"
# A copy: to roll back, the file named is one that start.sh replaces on the first node.
readonly ear="$(mktemp)"
trap 'rm -f "$ear"' EXIT
cp "$1" "$ear"
shift
for base in "$@"; do
  [ -f "$base/server.conf" ] || fail "$base was never started by start.sh"
done
for base in "$@"; do
  roll "$base"
done
