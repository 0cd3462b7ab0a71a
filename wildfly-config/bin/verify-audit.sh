#!/usr/bin/env bash
# Verifies the audit trail and names the first bad record: changed, deleted, put in, moved, cut off or sealed anew.
#
# Talks to the database alone, so it works while no server runs, and only reads, so a role that may read the four tables
# audit_entry, audit_personal, audit_seal and audit_unsealed will do.
set -euo pipefail

readonly here="$(cd "$(dirname "$0")/.." && pwd)"

usage() {
  cat <<EOF
Usage: verify-audit.sh [--ear FILE] [ANCHORS...]

  --ear    the application that holds the verifier (default: ear/target/enrol.ear of the build)
  ANCHORS  files of anchors, from every node and from where they are copied to; server logs will do as well.
           Without any, a cut-off end and a trail sealed anew by somebody who has the key go unnoticed.

Environment: ENROL_DB_URL, ENROL_DB_USER, ENROL_DB_PASSWORD, ENROL_SECRET_KEY, ENROL_SECRET_KEY_PREVIOUS; JAVA_HOME;
  WILDFLY_HOME (default: the server assembled by Maven), for the database driver.

Ends with 0 if the trail is whole, with 1 if it is not, with 2 if that could not be found out.
EOF
}

fail() {
  echo "verify-audit: $*" >&2
  exit 2
}

wildfly_home() {
  local found
  if [ -n "${WILDFLY_HOME:-}" ]; then
    echo "$WILDFLY_HOME"
  else
    for found in "$here"/target/wildfly-*; do echo "$found"; done | tail -1
  fi
}

# By standard input and not as arguments, which everybody on the machine can read.
settings() {
  for name in ENROL_DB_URL ENROL_DB_USER ENROL_DB_PASSWORD ENROL_SECRET_KEY ENROL_SECRET_KEY_PREVIOUS; do
    echo "$name=${!name:-}"
  done
}

ear="$here/../ear/target/enrol.ear"
case "${1:-}" in
  -h | --help) usage; exit 0 ;;
  --ear) [ $# -ge 2 ] || { usage >&2; exit 2; }; ear=$2; shift 2 ;;
  -*) usage >&2; exit 2 ;;
esac
[ -f "$ear" ] || fail "no application at $ear"
readonly driver="$(wildfly_home)/modules/org/postgresql/main/postgresql.jar"
[ -f "$driver" ] || fail "no database driver at $driver"
for anchors in "$@"; do [ -f "$anchors" ] || fail "no file $anchors"; done
readonly bin="${JAVA_HOME:+$JAVA_HOME/bin/}"

readonly ear="$(cd "$(dirname "$ear")" && pwd)/$(basename "$ear")"
readonly work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
(cd "$work" && "${bin}jar" xf "$ear" enrol-ejb.jar lib/enrol-jpa.jar) || fail "cannot unpack $ear"
settings | "${bin}java" -cp "$work/enrol-ejb.jar:$work/lib/enrol-jpa.jar:$driver" org.enrol.audit.service.VerifyAudit "$@"
