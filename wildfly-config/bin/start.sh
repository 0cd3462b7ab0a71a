#!/usr/bin/env bash
# Starts one server in the background: a node on its own, a node of a cluster, or the balancer.
#
# Everything a server writes is below its own directory; the configuration there is copied afresh from the configured
# WildFly at every start, so that nothing edited by hand survives. The options are kept in BASE_DIR/server.conf: a
# second start needs the directory alone.
set -euo pipefail

readonly here="$(cd "$(dirname "$0")/.." && pwd)"

usage() {
  cat <<EOF
Usage: start.sh BASE_DIR [--name NAME] [--offset PORTS] [--config FILE] [--bind ADDRESS] [--private ADDRESS]
                         [--ear FILE] [-Dproperty=value ...]
       start.sh --java-options

  BASE_DIR   the server's directory, made if missing: configuration, deployments, log, data, pid
  --name     the node's name, at most 23 characters (default: the directory's name)
  --offset   added to every port: 8080 pages, 9990 management, 7600 and 7700 cluster (default 0)
  --config   standalone.xml (default), standalone-ha.xml, standalone-load-balancer.xml
  --bind     address of the pages (default 127.0.0.1)
  --private  address the other nodes and the balancer reach (default 127.0.0.1)
  --ear      the application; the one already deployed is kept as deployed.previous/enrol.ear
  --java-options  only says which options the Java machine would get

Management answers on 127.0.0.1 only. A script that must know when the server is ready calls wait.sh.

Environment: WILDFLY_HOME (default: the server assembled by Maven), JAVA_HOME, the ENROL_ variables of the README, and
  ENROL_HEAP_MIN, ENROL_HEAP_MAX  heap, default 128m and 768m
  ENROL_GC                        Serial (default: smallest), Parallel, G1 (for more than two cores and a larger heap)
  ENROL_JAVA_OPTS                 further options of the Java machine
EOF
}

fail() {
  echo "start: $*" >&2
  exit 1
}

alive() {
  [ -f "$base/pid" ] && kill -0 "$(cat "$base/pid")" 2> /dev/null
}

wildfly_home() {
  local found
  if [ -n "${WILDFLY_HOME:-}" ]; then
    echo "$WILDFLY_HOME"
  else
    for found in "$here"/target/wildfly-*; do echo "$found"; done | tail -1
  fi
}

read_options() {
  while [ $# -gt 0 ]; do
    case "$1" in
      -D*) properties+=("$1"); shift; continue ;;
      --name | --offset | --config | --bind | --private | --ear) [ $# -ge 2 ] || fail "$1 needs a value" ;;
      *) usage >&2; exit 2 ;;
    esac
    case "$1" in
      --name) name=$2 ;;
      --offset) offset=$2 ;;
      --config) config=$2 ;;
      --bind) bind=$2 ;;
      --private) private=$2 ;;
      --ear) ear=$2 ;;
    esac
    shift 2
  done
}

remember_options() {
  declare -p name offset config bind private properties > "$base/server.conf"
}

prepare_directory() {
  rm -rf "$base/configuration" "$base/tmp"
  mkdir -p "$base/configuration" "$base/deployments" "$base/log"
  cp "$home/standalone/configuration/logging.properties" "$home/standalone/configuration/$config" "$base/configuration/"
  # The server's own lists of users: it has none. jboss-cli on this machine needs no password.
  touch "$base"/configuration/{application-users,application-roles,mgmt-users,mgmt-groups}.properties
  if [ -n "$ear" ]; then
    deploy
  fi
  # A marker of an earlier failure would keep the application from being tried again.
  rm -f "$base/deployments/"enrol.ear.*
  if [ -f "$base/deployments/enrol.ear" ]; then
    touch "$base/deployments/enrol.ear.dodeploy"
  fi
}

deploy() {
  if [ -f "$base/deployments/enrol.ear" ]; then
    mkdir -p "$base/deployed.previous"
    cp "$base/deployments/enrol.ear" "$base/deployed.previous/enrol.ear.new"
  fi
  cp "$ear" "$base/deployments/enrol.ear"
  if [ -f "$base/deployed.previous/enrol.ear.new" ]; then
    mv "$base/deployed.previous/enrol.ear.new" "$base/deployed.previous/enrol.ear"
  fi
}

# Trimming gives back to the system what the compilers leave behind; a Java before 17.0.11 does not know it.
java_options() {
  local gc="${ENROL_GC:-Serial}" small=''
  if [ "$gc" = Serial ]; then small='-XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=35'; fi
  echo "-Xms${ENROL_HEAP_MIN:-128m} -Xmx${ENROL_HEAP_MAX:-768m} -XX:+Use${gc}GC $small" \
    "-XX:+IgnoreUnrecognizedVMOptions -XX:TrimNativeHeapInterval=10000" \
    "-XX:+ExitOnOutOfMemoryError -XX:MetaspaceSize=192m" \
    "-Djava.net.preferIPv4Stack=true -Djava.awt.headless=true -Djboss.modules.system.pkgs=org.jboss.byteman" \
    "${ENROL_JAVA_OPTS:-}"
}

# SIGTERM lets requests that are under way finish, for 30 s at most (stop.sh).
launch() {
  MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}" JAVA_OPTS="$(java_options)" JBOSS_PIDFILE="$base/pid" LAUNCH_JBOSS_IN_BACKGROUND=true \
    nohup "$home/bin/standalone.sh" -c "$config" -b="$bind" -bmanagement=127.0.0.1 \
    -Djboss.server.base.dir="$base" -Djboss.node.name="$name" -Djboss.tx.node.id="$name" \
    -Djboss.bind.address.private="$private" -Djboss.socket.binding.port-offset="$offset" \
    -Dorg.wildfly.sigterm.suspend.timeout=30 -Denrol.log.console=false ${properties[@]+"${properties[@]}"} \
    > "$base/log/console.log" 2>&1 < /dev/null &
}

await_pid() {
  for _ in $(seq 50); do
    alive && return 0
    sleep 0.1
  done
  fail "$name did not start, see $base/log/console.log"
}

case "${1:-}" in
  -h | --help) usage; exit 0 ;;
  --java-options) java_options; exit 0 ;;
  '' | -*) usage >&2; exit 2 ;;
esac
mkdir -p "$1"
readonly base="$(cd "$1" && pwd)"
shift
readonly home="$(wildfly_home)"
[ -f "$home/standalone/configuration/delivered/checksum" ] || fail "$home is not configured, call configure.sh first"
alive && fail "already running with pid $(cat "$base/pid")"

name="$(basename "$base")" offset=0 config=standalone.xml bind=127.0.0.1 private=127.0.0.1 ear='' properties=()
if [ -f "$base/server.conf" ]; then . "$base/server.conf"; fi
read_options "$@"
[ -f "$home/standalone/configuration/$config" ] || fail "no configuration $config"
[ -z "$ear" ] || [ -f "$ear" ] || fail "no application at $ear"
[ "${#name}" -le 23 ] || fail "the name $name is longer than 23 characters"

rm -f "$base/pid"
prepare_directory
remember_options
launch
await_pid
echo "started $name with pid $(cat "$base/pid"): pages http://$bind:$((8080 + offset)), management http://127.0.0.1:$((9990 + offset))"
