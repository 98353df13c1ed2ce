#!/bin/bash
# One ZooKeeper server, set by the variables of the image that this stands in for.
set -euo pipefail

config=/etc/zookeeper/zoo.cfg
own=""

require_known_command() {
  case "${1:-zkServer.sh}" in
    zkServer.sh | */zkServer.sh | */run | */run.sh | docker-entrypoint.sh | */docker-entrypoint.sh) ;;
    *) exec "$@" ;;
  esac
}

put() { printf '%s=%s\n' "$1" "$2" >>"$config"; }

# server.N of a list in which each member is HOST:PEER:ELECTION, and its number is
# its place; or HOST:PEER:ELECTION::N, as bitnami has it.
members() {
  local number=0 member
  for member in $1; do
    number=$((number + 1))
    case "$member" in
      *::*) put "server.${member##*::}" "${member%%::*}" ;;
      *) put "server.$number" "$member" ;;
    esac
  done
}

# ZOOKEEPER_TICK_TIME is tickTime, and so on for every setting.
of_confluent() {
  : "${ZOOKEEPER_CLIENT_PORT:?is required}"
  put dataDir /var/lib/zookeeper/data
  put dataLogDir /var/lib/zookeeper/log
  local name value setting
  while IFS='=' read -r name value; do
    case "$name" in
      ZOOKEEPER_SERVER_ID) own=$value ;;
      ZOOKEEPER_SERVERS) members "${value//;/ }" ;;
      ZOOKEEPER_4LW_COMMANDS_WHITELIST | ZOOKEEPER_DATA_DIR | ZOOKEEPER_LOG_DIR) ;;
      ZOOKEEPER_*)
        setting=$(sed -E 's/^ZOOKEEPER_//; s/.*/\L&/; s/_([a-z0-9])/\U\1/g' <<<"$name")
        put "$setting" "$value"
        ;;
    esac
  done < <(env | grep '^ZOOKEEPER_[A-Z0-9_]*=')
}

of_bitnami() {
  case "${ALLOW_ANONYMOUS_LOGIN:-no}:${ZOO_ENABLE_AUTH:-no}" in
    yes:* | true:* | 1:* | *:yes | *:true | *:1) ;;
    *)
      echo "ERROR ==> ALLOW_ANONYMOUS_LOGIN or ZOO_ENABLE_AUTH must be yes, as in bitnami/zookeeper" >&2
      exit 1
      ;;
  esac
  put dataDir /bitnami/zookeeper/data
  put clientPort "${ZOO_PORT_NUMBER:-2181}"
  put tickTime "${ZOO_TICK_TIME:-2000}"
  put initLimit "${ZOO_INIT_LIMIT:-10}"
  put syncLimit "${ZOO_SYNC_LIMIT:-5}"
  put maxClientCnxns "${ZOO_MAX_CLIENT_CNXNS:-60}"
  own=${ZOO_SERVER_ID:-1}
  local list=${ZOO_SERVERS:-}
  list=${list//,/ }
  members "${list//;/ }"
}

of_zookeeper() {
  put dataDir /data
  put dataLogDir /datalog
  put tickTime "${ZOO_TICK_TIME:-2000}"
  put initLimit "${ZOO_INIT_LIMIT:-5}"
  put syncLimit "${ZOO_SYNC_LIMIT:-2}"
  put maxClientCnxns "${ZOO_MAX_CLIENT_CNXNS:-60}"
  own=${ZOO_MY_ID:-1}
  local line
  for line in ${ZOO_SERVERS:-}; do printf '%s\n' "$line" >>"$config"; done
  for line in ${ZOO_CFG_EXTRA:-}; do printf '%s\n' "$line" >>"$config"; done
  case "${ZOO_SERVERS:-}" in *';'*) ;; *) put clientPort 2181 ;; esac
}

# What the lab asks a server, beside what the project allows
four_letter_words() {
  local words=${ZOO_4LW_COMMANDS_WHITELIST:-${ZOOKEEPER_4LW_COMMANDS_WHITELIST:-}}
  put 4lw.commands.whitelist "${words:+$words,}srvr,ruok,cons,dump"
}

directory() { sed -n "s/^$1=//p" "$config" | tail -n 1 | tr -d '\r'; }

require_known_command "$@"
: >"$config"
if [ -s /conf/zoo.cfg ]; then
  cat /conf/zoo.cfg >"$config"
  printf '\n' >>"$config"
  own=${ZOO_MY_ID:-1}
else
  case "${LAB_STANDS_IN_FOR:-}" in
    *confluent*) of_confluent ;;
    *bitnami*) of_bitnami ;;
    *) of_zookeeper ;;
  esac
fi
grep -q '^4lw' "$config" || four_letter_words

data=$(directory dataDir)
logs=$(directory dataLogDir)
mkdir -p "$data" "${logs:-$data}"
if [ -n "$own" ] && [ ! -e "$data/myid" ]; then printf '%s\n' "$own" >"$data/myid"; fi

# As small as the lab's own server. It runs as another user than root, if this may.
jars=/usr/share/java
command=(java -Xmx128m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dzookeeper.admin.enableServer=false
  -cp "/etc/zookeeper:$jars/zookeeper.jar:$jars/slf4j-log4j12.jar:$jars/log4j-1.2.jar"
  org.apache.zookeeper.server.quorum.QuorumPeerMain "$config")
if [ "$(id -u)" = 0 ] && chown -R zookeeper:zookeeper "$data" "${logs:-$data}" "$config" 2>/dev/null; then
  exec setpriv --reuid zookeeper --regid zookeeper --init-groups "${command[@]}"
fi
exec "${command[@]}"
