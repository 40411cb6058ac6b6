#!/usr/bin/env bash
# Succeeds when Baton answers /actuator/health with 200. Written in plain bash: a Java runtime image need not have curl.
set -euo pipefail

# A hung application must not leave hung checks behind; the container's own limit comes later.
read_timeout=4

exec 3<>"/dev/tcp/127.0.0.1/${SERVER_PORT:-8080}"
printf 'GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
IFS=' ' read -r -t "$read_timeout" _ status _ <&3
if [[ $status != 200 ]]; then
  echo "/actuator/health answered ${status:-nothing}" >&2
  exit 1
fi
