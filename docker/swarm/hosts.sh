#!/usr/bin/env bash
# Three "hosts" on one Linux machine, each with a Docker engine of its own: a host is
# a network, mount, UTS and PID namespace, and all of them hang on one bridge in a
# namespace beside them. Only this machine's own address on that bridge is seen from
# outside, and nothing leads from there to the hosts but this machine itself.
#
#   hosts.sh network NAME SUBNET      the bridge; SUBNET as in 198.18.0
#   hosts.sh images NAME N IMAGE...   gives host N, not started yet, these of the machine's engine
#   hosts.sh start NAME SUBNET N      host N of NAME; its engine listens on DIR/NAME/hN/docker.sock
#   hosts.sh power-off NAME N         all of it ends at once, without a word
#   hosts.sh cut NAME N | mend NAME N           its cable
#   hosts.sh part NAME N M | join NAME N M      all packets between two hosts
#   hosts.sh reaches NAME N ADDRESS PORT        whether host N can connect to it
#   hosts.sh clear NAME               ends and removes all that NAME has
#   hosts.sh list NAME                all that this machine has of NAME, a line each
#
# DIR ($LAB_HOSTS) is where the hosts' disks are. Whatever belongs to NAME has that
# name: namespaces NAME-net and NAME-N, the link NAME, DIR/NAME, control groups NAME.
set -euo pipefail

readonly DIR=${LAB_HOSTS:?a directory for the disks of the hosts}
readonly ACTION=$1 NAME=$2

case $NAME in
  halab-*) ;;
  *) echo "$NAME is no name of the lab's" >&2; exit 2 ;;
esac

network() {
  ip netns add "$NAME-net"
  ip -n "$NAME-net" link set lo up
  ip -n "$NAME-net" link add bridge type bridge
  ip -n "$NAME-net" link set bridge up
  # This machine's own leg, where clients are
  ip link add "$NAME" type veth peer name clients netns "$NAME-net"
  ip -n "$NAME-net" link set clients master bridge up
  ip addr add "$1.254/24" dev "$NAME"
  ip link set "$NAME" up
}

# Images as the engine keeps them on overlay2, the layers' files as hard links: nothing of
# a layer is ever written again. That takes half a second and some megabytes; to load
# three images would take a host 16 s and a gigabyte.
images() {
  local data=$DIR/$NAME/h$1/data root repositories="" image id chain diff parent cache
  shift
  [ "$(docker info --format '{{.Driver}}')" = overlay2 ]
  root=$(docker info --format '{{.DockerRootDir}}')
  mkdir -p "$data"/{overlay2/l,image/overlay2/{imagedb/{content,metadata}/sha256,layerdb/sha256}}
  for image in "$@"; do
    id=$(docker image inspect --format '{{.Id}}' "$image")
    cp "$root/image/overlay2/imagedb/content/sha256/${id#sha256:}" "$data/image/overlay2/imagedb/content/sha256/"
    repositories+=${repositories:+,}"\"${image%:*}\":{\"$image\":\"$id\"}"
    chain=""
    for diff in $(docker image inspect --format '{{join .RootFS.Layers " "}}' "$image"); do
      parent=$chain
      chain=$diff
      [ -z "$parent" ] || chain=sha256:$(printf '%s %s' "$parent" "$diff" | sha256sum | cut -d' ' -f1)
      [ ! -e "$data/image/overlay2/layerdb/sha256/${chain#sha256:}" ] || continue
      cp -r "$root/image/overlay2/layerdb/sha256/${chain#sha256:}" "$data/image/overlay2/layerdb/sha256/"
      cache=$(cat "$root/image/overlay2/layerdb/sha256/${chain#sha256:}/cache-id")
      mkdir "$data/overlay2/$cache"
      cp -a --link "$root/overlay2/$cache/diff" "$data/overlay2/$cache/"
      for file in link lower committed; do
        [ ! -e "$root/overlay2/$cache/$file" ] || cp "$root/overlay2/$cache/$file" "$data/overlay2/$cache/"
      done
      [ ! -e "$root/overlay2/$cache/lower" ] || mkdir "$data/overlay2/$cache/work"
      ln -s "../$cache/diff" "$data/overlay2/l/$(cat "$root/overlay2/$cache/link")"
    done
  done
  printf '{"Repositories":{%s}}' "$repositories" > "$data/image/overlay2/repositories.json"
}

# A host that returns has a network as after a boot. In one that was kept, ports were
# refused for 50 s. The hardware's address is the same again.
plug_in() {
  local subnet=$1 n=$2
  unplug "$n"
  ip netns add "$NAME-$n"
  ip -n "$NAME-$n" link set lo up
  ip -n "$NAME-$n" link add eth0 address "02:00:c6:12:00:0$n" type veth peer name "port$n" netns "$NAME-net"
  ip -n "$NAME-net" link set "port$n" master bridge up
  ip -n "$NAME-$n" addr add "$subnet.$n/24" dev eth0
  ip -n "$NAME-$n" link set eth0 up
}

unplug() {
  ip -n "$NAME-net" link del "port$1" 2>/dev/null || true
  ip netns del "$NAME-$1" 2>/dev/null || true
}

# Its first process reaps what its containers leave, and takes the engine with it. What
# the machine's own engine is told in /etc/docker is not for this one; names that nobody
# knows are refused at once instead of asked of a resolver that cannot be reached.
start() {
  local subnet=$1 n=$2 host=$DIR/$NAME/h$2
  plug_in "$subnet" "$n"
  mkdir -p "$host/data"
  rm -f "$host/docker.sock"
  echo '{}' > "$host/daemon.json"
  echo nameserver 127.0.0.1 > "$host/resolv.conf"
  cat > "$host/boot" <<BOOT
hostname h$n
mount -t tmpfs tmpfs /run
mount --bind $host/resolv.conf /etc/resolv.conf
dockerd --config-file $host/daemon.json --data-root $host/data --exec-root /run/docker \
  --pidfile /run/docker.pid --host unix://$host/docker.sock --cgroup-parent /$NAME/h$n &
trap 'kill -TERM \$!' TERM
while kill -0 \$! 2>/dev/null; do wait \$! || true; done
BOOT
  setsid nsenter --net="/run/netns/$NAME-$n" \
    unshare --mount --uts --pid --fork --mount-proc bash "$host/boot" \
    </dev/null >>"$host/dockerd.log" 2>&1 &
}

# The end of a PID namespace's first process is the end of all others in it. What is in
# the host's network are that one, the engine and who waits for it.
end_processes() {
  local pids tries
  for tries in {1..100}; do
    pids=$(ip netns pids "$NAME-$1" 2>/dev/null) || return 0
    [ -n "$pids" ] || return 0
    # shellcheck disable=SC2086
    kill -9 $pids 2>/dev/null || true
    sleep 0.05
  done
  echo "processes of $NAME-$1 do not end: $pids" >&2
  return 1
}

power_off() {
  ip -n "$NAME-net" link del "port$1" 2>/dev/null || true
  end_processes "$1"
  ip netns del "$NAME-$1" 2>/dev/null || true
}

# Each of the two drops what comes from the other, and what it would send there: what
# containers of one host send to those of the other goes between the hosts, too.
between() {
  one_side "$1" "$2" "$(address "$3")"
  one_side "$1" "$3" "$(address "$2")"
}

one_side() {
  nsenter --net="/run/netns/$NAME-$2" iptables -w 5 "$1" INPUT -s "$3" -j DROP
  nsenter --net="/run/netns/$NAME-$2" iptables -w 5 "$1" OUTPUT -d "$3" -j DROP
}

address() {
  ip -n "$NAME-$1" -4 -o addr show dev eth0 | sed -E 's/.* inet ([0-9.]+).*/\1/'
}

# The kernel may still count a process that has just ended.
remove_groups() {
  local tries groups
  for tries in {1..200}; do
    mapfile -t groups < <(find /sys/fs/cgroup -maxdepth 2 -type d -name "$NAME" 2>/dev/null)
    [ "${#groups[@]}" -gt 0 ] || return 0
    find "${groups[@]}" -depth -type d -exec rmdir {} \; 2>/dev/null || true
    sleep 0.05
  done
  echo "control groups of $NAME stay: ${groups[*]}" >&2
  return 1
}

clear_all() {
  local n
  for n in 1 2 3; do power_off "$n"; done
  ip link del "$NAME" 2>/dev/null || true
  ip netns del "$NAME-net" 2>/dev/null || true
  remove_groups
  rm -rf "${DIR:?}/$NAME"
  rmdir "$DIR" 2>/dev/null || true
}

list() {
  local process
  for process in /proc/[0-9]*; do
    # Those in the hosts' containers are known by their control group, the others by
    # what they were started with.
    if { cat "$process/cgroup"; tr '\0' ' ' < "$process/cmdline"; } 2>/dev/null | grep -F "/$NAME" >/dev/null; then
      echo "process ${process#/proc/} $(tr '\0\n' '  ' < "$process/cmdline" 2>/dev/null | cut -c1-80)"
    fi
  done
  ip netns list | { grep -o "^$NAME-[a-z0-9]*" || true; } | sed 's/^/network namespace /'
  ip -o link show | { grep -o " $NAME@" || true; } | sed 's/^/link/;s/@$//'
  { grep -F "$NAME" /proc/self/mounts || true; } | cut -d' ' -f2 | sed 's/^/mount /'
  find /sys/fs/cgroup -maxdepth 2 -type d -name "$NAME" 2>/dev/null | sed 's/^/control group /'
  [ ! -e "$DIR/$NAME" ] || echo "disk $DIR/$NAME"
  find "$DIR/$NAME"/h?/data/volumes -mindepth 1 -maxdepth 1 -type d 2>/dev/null | sed 's/^/volume /' || true
}

case $ACTION in
  network) network "$3" ;;
  images) images "${@:3}" ;;
  start) start "$3" "$4" ;;
  power-off) power_off "$3" ;;
  cut) ip -n "$NAME-net" link set "port$3" down ;;
  mend) ip -n "$NAME-net" link set "port$3" up ;;
  part) between -I "$3" "$4" ;;
  join) between -D "$3" "$4" ;;
  reaches) nsenter --net="/run/netns/$NAME-$3" timeout 1 bash -c 'exec 3<>"/dev/tcp/$1/$2"' bash "$4" "$5" ;;
  clear) clear_all ;;
  list) list ;;
  *) echo "unknown: $ACTION" >&2; exit 2 ;;
esac
