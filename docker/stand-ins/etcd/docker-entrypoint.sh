#!/bin/sh
# etcd takes its settings as ETCD_* itself; the images that bring settings of their
# own are told apart by the name of the one that this stands in for.
set -eu

case "${LAB_STANDS_IN_FOR:-}" in
  *bitnami*)
    export ETCD_DATA_DIR="${ETCD_DATA_DIR:-/bitnami/etcd/data}"
    export ETCD_LISTEN_CLIENT_URLS="${ETCD_LISTEN_CLIENT_URLS:-http://0.0.0.0:2379}"
    export ETCD_ADVERTISE_CLIENT_URLS="${ETCD_ADVERTISE_CLIENT_URLS:-http://127.0.0.1:2379}"
    # Beside an address of its own etcd needs to be told its members by it, too.
    if [ -n "${ETCD_INITIAL_ADVERTISE_PEER_URLS:-}" ]; then
      export ETCD_LISTEN_PEER_URLS="${ETCD_LISTEN_PEER_URLS:-http://0.0.0.0:2380}"
    fi
    ;;
esac

case "${1:-}" in
  '' | -*) exec etcd "$@" ;;
  *) exec "$@" ;;
esac
