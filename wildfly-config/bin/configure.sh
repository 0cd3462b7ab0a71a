#!/usr/bin/env bash
# Turns an unpacked WildFly into an Enrol server: the PostgreSQL module, then the scripts of ../cli, offline.
#
# Always starts from the configurations WildFly was delivered with (kept under configuration/delivered), so that the
# result depends on this directory alone. Does nothing when nothing has changed since the last time.
set -euo pipefail

readonly here="$(cd "$(dirname "$0")/.." && pwd)"
readonly configurations='standalone.xml standalone-ha.xml standalone-load-balancer.xml'

usage() {
  cat <<EOF
Usage: configure.sh WILDFLY_HOME POSTGRESQL_DRIVER_JAR

Prepares the three configurations of an unpacked WildFly:
  standalone.xml                one node
  standalone-ha.xml             a node of a cluster
  standalone-load-balancer.xml  the balancer in front of the nodes

Needs JAVA_HOME or java on the path (JDK 17 or newer). Reads no secret: those are taken from the environment
when a server starts. Stop the servers that run from WILDFLY_HOME before.
EOF
}

fail() {
  echo "configure: $*" >&2
  exit 1
}

checksum() {
  (cd "$here" && cat bin/configure.sh cli/*.cli modules/org/postgresql/main/module.xml "$driver" | cksum)
}

install_driver() {
  local module="$home/modules/org/postgresql/main"
  mkdir -p "$module"
  cp "$here/modules/org/postgresql/main/module.xml" "$module/module.xml"
  cp "$driver" "$module/postgresql.jar"
}

restore_delivered() {
  mkdir -p "$directory/delivered"
  for configuration in $configurations; do
    [ -f "$directory/delivered/$configuration" ] || cp "$directory/$configuration" "$directory/delivered/$configuration"
    cp "$directory/delivered/$configuration" "$directory/$configuration"
  done
}

# Each script says in its header, in the line "Applies to", which configurations it is for.
scripts_for() {
  (cd "$here/cli" && grep -lE "^# Applies to .*\b$1( |$)" $2) || true
}

session() {
  local scripts="$(scripts_for "$1" "$2")"
  [ -n "$scripts" ] || return 0
  echo "embed-server --server-config=$1 --std-out=discard"
  local script
  for script in $scripts; do
    cat "$here/cli/$script"
    echo
  done
  echo 'stop-embedded-server'
}

# What the scripts 0x remove is gone only when the configuration is loaded anew, hence two sessions.
commands() {
  for configuration in $configurations; do
    session "$configuration" '0?-*.cli'
    session "$configuration" '[1-9]?-*.cli'
  done
}

case "${1:-}" in -h | --help) usage; exit 0 ;; esac
[ $# -eq 2 ] || { usage >&2; exit 2; }
[ -x "$1/bin/jboss-cli.sh" ] || fail "no WildFly at $1"
[ -f "$2" ] || fail "no PostgreSQL driver at $2"
readonly home="$(cd "$1" && pwd)"
readonly driver="$(cd "$(dirname "$2")" && pwd)/$(basename "$2")"
readonly directory="$home/standalone/configuration"
readonly stamp="$directory/delivered/checksum"

readonly wanted="$(checksum)"
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
  exit 0
fi

readonly work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
rm -f "$stamp"
install_driver
restore_delivered
commands > "$work/all.cli"
if ! "$home/bin/jboss-cli.sh" --no-color-output --file="$work/all.cli" > "$work/log" 2>&1; then
  cat "$work/log" >&2
  fail "a script was refused, see the lines above; $home is not configured"
fi
rm -rf "$directory/standalone_xml_history"
echo "$wanted" > "$stamp"
echo "configured $home"
