#!/bin/bash
# Of ZooKeeper's own script as much as containers use.
case "${1:-start-foreground}" in
  start | start-foreground) exec docker-entrypoint.sh ;;
  status) exec 3<>/dev/tcp/127.0.0.1/"${ZOO_PORT_NUMBER:-${ZOOKEEPER_CLIENT_PORT:-2181}}" && echo srvr >&3 && grep Mode <&3 ;;
  *) echo "zkServer.sh $1 is not known here" >&2 && exit 1 ;;
esac
