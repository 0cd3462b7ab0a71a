#!/usr/bin/env bash
# Starts the balancer in front of a cluster; its nodes report to it (ENROL_BALANCER_HOST, ENROL_BALANCER_PORT).
set -euo pipefail

usage() {
  cat <<EOF
Usage: start-balancer.sh BASE_DIR [options of start.sh]

Pages on 8080, reports of the nodes on 8090, both plus --offset.
A balancer needs little memory: ENROL_HEAP_MAX is 128m unless set.
EOF
}

case "${1:-}" in -h | --help) usage; exit 0 ;; '' | -*) usage >&2; exit 2 ;; esac
base=$1
shift
export ENROL_HEAP_MAX="${ENROL_HEAP_MAX:-128m}"
exec "$(dirname "$0")/start.sh" "$base" --config standalone-load-balancer.xml "$@"
