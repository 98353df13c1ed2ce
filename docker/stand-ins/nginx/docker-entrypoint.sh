#!/bin/sh
# The official image has nginx with "stream" built in; Debian's loads it as a module.
set -eu

if [ "${1:-}" != nginx ] || grep -rqsE 'ngx_stream_module|modules-enabled' /etc/nginx/nginx.conf; then
  exec "$@"
fi
shift
directives="load_module /usr/lib/nginx/modules/ngx_stream_module.so;"
count=$#
while [ "$count" -gt 0 ]; do
  word=$1
  shift
  count=$((count - 1))
  if [ "$word" = -g ] && [ "$count" -gt 0 ]; then
    directives="$directives $1"
    shift
    count=$((count - 1))
  else
    set -- "$@" "$word"
  fi
done
exec nginx "$@" -g "$directives"
