#!/bin/sh
# As the entrypoint of haproxy: options alone are HAProxy's, and it stays in the foreground.
set -eu

case "${1:-}" in
  -*) set -- haproxy "$@" ;;
esac
if [ "${1:-}" = haproxy ]; then
  shift
  set -- haproxy -W -db "$@"
fi
exec "$@"
