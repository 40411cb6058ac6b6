#!/usr/bin/env bash
# Succeeds when Baton answers /actuator/health/readiness with 200. Plain bash, because a Java runtime image need not have curl.
set -euo pipefail

port="${SERVER_PORT:-8080}"
seconds=4 # less than the health check's own limit, so that a hung application leaves no hung check behind

fail() {
  echo "$1" >&2
  exit 1
}

{ exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || fail "nothing listens on port $port"
printf 'GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t "$seconds" _ status _ <&3 || fail "no answer within $seconds seconds"
[[ $status == 200 ]] || fail "/actuator/health/readiness answered $status"
