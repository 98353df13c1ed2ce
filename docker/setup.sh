#!/usr/bin/env bash
# Makes sure that a Docker engine, Compose v2 and the two base images are here.
# The build calls it on Linux before the first cluster; where all is there it
# changes nothing and ends at once. LAB_SETUP=off (mvn -Dlab.setup=off) makes
# it say what is missing instead of installing it.
#
# Exit codes: 0 ready, 2 something is missing that only you can decide on.
set -euo pipefail

readonly BASE_IMAGES=(bookworm trixie)
readonly COMPOSE_NEEDED=2.24
readonly CLIENT_PACKAGES=(docker-cli docker-buildx docker-compose)
readonly ENGINE_PACKAGES=(docker.io "${CLIENT_PACKAGES[@]}")
readonly DISK_NEEDED_MB=3072
readonly LOCK_WAIT_SECONDS=600
readonly APT_LOCK_SECONDS=120
readonly ENGINE_START_SECONDS=60
readonly PULL_SECONDS=180
readonly END_SECONDS=10
readonly CONTAINERS_GROUP=/sys/fs/cgroup/cpu/docker
readonly CONTAINERS_SHARES=4096
readonly ENGINE_SOCKET=/var/run/docker.sock
readonly ENGINE_LOG=/var/log/ha-postgres-lab-dockerd.log
# Not /tmp: where that is a memory disk, debootstrap refuses it.
readonly SCRATCH=${TMPDIR:-/var/tmp}
readonly SCRATCH_NAME=ha-postgres-lab-setup

work=""
locked=""
apt_sources=()

say() { printf '[setup] %s\n' "$*"; }

give_up() {
  printf '[setup] %s\n' "$@" >&2
  exit 2
}

engine_answers() {
  timeout 20 docker version --format '{{.Server.Version}}' >/dev/null 2>&1
}

# The sockets beside the docker command's own: a rootless engine's, and Podman's,
# which serves Docker's API when its service is on.
other_sockets() {
  local user=${XDG_RUNTIME_DIR:-/nonexistent}
  printf '%s\n' "$user/docker.sock" "$user/podman/podman.sock" /run/podman/podman.sock
}

adopt_other_socket() {
  [ -z "${DOCKER_HOST:-}" ] || return 1
  local socket
  while read -r socket; do
    if [ -S "$socket" ] && DOCKER_HOST="unix://$socket" engine_answers; then
      export DOCKER_HOST="unix://$socket"
      return 0
    fi
  done < <(other_sockets)
  return 1
}

# Asks without the docker command. Perl is part of every Debian; where it is not,
# the socket's presence must do, and nothing is installed there anyway.
socket_answers() {
  [ -S "$1" ] || return 1
  command -v perl >/dev/null 2>&1 || return 0
  perl -MIO::Socket::UNIX -e '
    alarm 10;
    my $engine = IO::Socket::UNIX->new(Peer => $ARGV[0]) or exit 1;
    print $engine "GET /_ping HTTP/1.0\r\n\r\n";
    $engine->flush;
    exit((<$engine> // "") =~ m{^HTTP/\S+ 200} ? 0 : 1);' "$1" >/dev/null 2>&1
}

# Prints the socket of an engine that runs, whether or not the docker command finds it.
answering_socket() {
  local socket
  while read -r socket; do
    if socket_answers "$socket"; then
      printf '%s' "$socket"
      return 0
    fi
  done < <(case "${DOCKER_HOST:-}" in
    '') printf '%s\n' "$ENGINE_SOCKET" && other_sockets ;;
    unix://*) printf '%s\n' "${DOCKER_HOST#unix://}" ;;
  esac)
  return 1
}

# shellcheck source=/dev/null
os_release() { (. /etc/os-release 2>/dev/null && printf '%s' "${!1:-}"); }

debian_family() {
  command -v apt-get >/dev/null 2>&1 || return 1
  case " $(os_release ID) $(os_release ID_LIKE) " in *" debian "* | *" ubuntu "*) ;; *) return 1 ;; esac
}

may_install() {
  [ "${LAB_SETUP:-on}" != off ] && [ "$(id -u)" = 0 ] && debian_family
}

# Neither may keep the lock of this set-up: what a package starts would hold it on.
# Nobody can answer a question about a changed configuration file: the machine's is kept.
apt_get() {
  DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 -o "DPkg::Lock::Timeout=$APT_LOCK_SECONDS" \
    -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@" 9>&-
}

configure_unpacked() { DEBIAN_FRONTEND=noninteractive dpkg --force-confdef --force-confold --configure -a 9>&-; }

# Long steps print nothing while all is well; their output is shown when they fail.
quietly() {
  local output
  prepare_work
  output=$(mktemp -p "$work")
  if ! "$@" >"$output" 2>&1; then
    tail -n 30 "$output" >&2
    return 1
  fi
}

# A signal waits until a foreground command has ended, but breaks off a wait:
# what takes long runs beside the script, as a group that can be ended whole.
beside() { setsid "$@" </dev/null & }

# The directory is made when first needed: a run that finds all in place leaves no trace.
prepare_work() {
  [ -z "$work" ] || return 0
  local left
  for left in "$SCRATCH/$SCRATCH_NAME".*; do
    # With the lock held, these are of runs that were killed; what they started held it too.
    # Anybody may put a link there that leads elsewhere.
    if [ -n "$locked" ] && [ -d "$left" ] && [ ! -L "$left" ] && [ -O "$left" ]; then discard "$left"; fi
  done
  work=$(mktemp -d "$SCRATCH/$SCRATCH_NAME.XXXXXX") || give_up "No directory can be made in $SCRATCH." \
    "Make room or set TMPDIR to a directory on a disk, and run the same command again."
  work=$(cd "$work" && pwd -P)
}

mounts_below() {
  local point
  while read -r _ point _; do
    printf -v point '%b' "$point" # a space is written \040 there
    case "$point" in "$1"/*) printf '%s\n' "$point" ;; esac
  done </proc/self/mounts
}

# debootstrap mounts /proc and more in what it makes. Where a mount resists,
# nothing is deleted: what is behind it may be the machine's own.
discard() {
  local dir point
  dir=$(cd "$1" && pwd -P) || return 0
  while IFS= read -r point; do
    umount "$point" 2>/dev/null || umount -l "$point" 2>/dev/null || true
  done < <(mounts_below "$dir" | tac)
  [ -n "$(mounts_below "$dir")" ] || rm -rf --one-file-system "$dir" || true
}

end_jobs() {
  local leaders leader deadline=$((SECONDS + END_SECONDS))
  mapfile -t leaders < <(jobs -p)
  for leader in "${leaders[@]}"; do kill -- "-$leader" || kill "$leader" || true; done
  for leader in "${leaders[@]}"; do
    while kill -0 -- "-$leader" && [ "$SECONDS" -lt "$deadline" ]; do sleep 0.1; done
    kill -KILL -- "-$leader" || true
  done
} 2>/dev/null

clean_up() {
  trap '' HUP INT PIPE TERM
  end_jobs
  [ -z "$work" ] || discard "$work"
}

require_disk() {
  local dir=$1 free_mb
  while [ ! -d "$dir" ]; do dir=$(dirname "$dir"); done
  free_mb=$(df -Pm "$dir" | awk 'NR == 2 { print $4 }')
  if [ "$free_mb" -lt "$DISK_NEEDED_MB" ]; then
    give_up "Too little disk space: $dir has $free_mb MB free, the lab's images need $DISK_NEEDED_MB MB." \
      "Free some space there (docker system df shows what Docker holds) and run the same command again."
  fi
}

candidate() { apt-cache policy "$1" 2>/dev/null | awk '/Candidate:/ { print $2; exit }'; }

# apt refuses to install anything after an installation that was cut off.
mend_interrupted_installation() {
  local status deadline=$((SECONDS + APT_LOCK_SECONDS))
  prepare_work
  while :; do
    status=0
    configure_unpacked >"$work/configure.log" 2>&1 || status=$?
    # 2: another installation is at work, for which dpkg, unlike apt, does not wait.
    if [ "$status" != 2 ] || [ "$SECONDS" -ge "$deadline" ]; then break; fi
    sleep 1
  done
  # What was cut off before the packages that it depends on came, apt completes.
  [ "$status" = 0 ] || quietly install_by_apt --fix-broken
}

# An installation that would remove something of the machine's own fails instead.
install_by_apt() { apt_get "${apt_sources[@]}" install -y --no-remove --no-install-recommends "$@"; }

install_packages() {
  mend_interrupted_installation || true
  quietly install_by_apt "$@"
}

# Prints the mirror from which this machine takes Debian's main archive; nothing
# where it has none, as on Ubuntu. The label tells it from the security archive,
# which has the same origin, and both from other sources for the same release.
# shellcheck disable=SC2016 # apt fills in the field
debian_mirror() {
  local uri
  while read -r uri; do
    # Debian's cloud images name a file that lists mirrors.
    case "$uri" in mirror+file:*)
      uri=${uri#mirror+file:}
      uri=$(awk '$1 ~ /^https?:/ { print $1; exit }' "${uri%/}" 2>/dev/null || true)
      ;;
    esac
    case "$uri" in http://* | https://*)
      printf '%s' "${uri%/}"
      return 0
      ;;
    esac
  done < <(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' 2>/dev/null)
}

# Bookworm's own Compose is v1. Trixie's engine and Compose v2 run on bookworm;
# they come through a private package list with these packages alone pinned to
# trixie, so the machine's own sources stay as they are and nothing is upgraded.
use_trixie_for_the_engine() {
  local mirror
  mirror=$(debian_mirror)
  [ -n "$mirror" ] || give_up "No Debian mirror is configured as a package source (see /etc/apt/sources.list.d), or none can be reached." \
    "Configure one, or install Docker Engine with Compose v2 yourself, and run the same command again."
  prepare_work
  mkdir -p "$work/sources" "$work/preferences"
  cp -r /etc/apt/sources.list.d/. "$work/sources/" 2>/dev/null || true
  cat >"$work/sources/trixie.sources" <<SOURCES
Types: deb
URIs: $mirror
Suites: trixie
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
SOURCES
  cat >"$work/preferences/trixie" <<PIN
Package: ${ENGINE_PACKAGES[*]}
Pin: release o=Debian,n=trixie
Pin-Priority: 990

Package: *
Pin: release o=Debian,n=trixie
Pin-Priority: -1
PIN
  apt_sources=(-o "Dir::Etc::sourceparts=$work/sources" -o "Dir::Etc::preferencesparts=$work/preferences")
  quietly apt_get "${apt_sources[@]}" update
}

# Whose packages bring Compose v2: ubuntu, debian, trixie (on bookworm), or nobody's.
compose_source() {
  case "$(candidate docker-compose-v2)" in '' | '(none)') ;; *) echo ubuntu && return ;; esac
  case "$(candidate docker-compose)" in '' | '(none)' | [01].*) ;; *) echo debian && return ;; esac
  [ "$(os_release VERSION_CODENAME)" != bookworm ] || echo trixie
}

install_engine() {
  require_disk /var/lib/docker
  say "no Docker engine on this machine: installing it with Compose v2 from Debian packages (about a minute)"
  quietly apt_get update || true
  case "$(compose_source)" in
    ubuntu) install_packages docker.io docker-buildx docker-compose-v2 iptables ;;
    debian) install_packages "${ENGINE_PACKAGES[@]}" iptables ca-certificates ;;
    trixie) use_trixie_for_the_engine && install_packages "${ENGINE_PACKAGES[@]}" iptables ca-certificates ;;
    *) give_up "$(os_release PRETTY_NAME) has no Compose v2 among its packages." \
      "Install Docker Engine and its Compose plugin yourself, and run the same command again." ;;
  esac || give_up "Installing the Docker engine failed; apt's last lines are above." \
    "Mend what they name (often: no network, or another apt at work) and run the same command again."
}

# Ubuntu has the client in one package with the engine: there it is left to the user.
install_client() {
  quietly apt_get update || true
  case "$(compose_source)" in
    debian) say_client_comes && install_packages "${CLIENT_PACKAGES[@]}" ;;
    trixie) say_client_comes && use_trixie_for_the_engine && install_packages "${CLIENT_PACKAGES[@]}" ;;
    *) return 1 ;;
  esac
}

say_client_comes() { say "an engine runs, but the docker command is missing: installing it with Compose v2 from Debian packages"; }

# With the first version of control groups, and no systemd, all containers together
# weigh as much as one thread of any program beside them: where the processor is
# short, they come last. Not to be had with a kernel or an engine that does it otherwise.
give_containers_their_share() {
  [ -w "${CONTAINERS_GROUP%/*}/cpu.shares" ] || return 0
  mkdir -p "$CONTAINERS_GROUP" && echo "$CONTAINERS_SHARES" >"$CONTAINERS_GROUP/cpu.shares" || true
} 2>/dev/null

# Each byte of a published port goes through a process of the engine's own beside the
# kernel's rules, which a run on two cores spends a fifth of its processor time on. The
# kernel alone can do it where it may lead this machine's own address on.
published_ports_by_kernel() {
  [ -w /proc/sys/net/ipv4/conf/all/route_localnet ] || return 0
  grep -qs userland-proxy /etc/docker/daemon.json || echo --userland-proxy=false
}

start_engine() {
  say "starting the Docker engine"
  if [ -d /run/systemd/system ]; then
    quietly systemctl start docker || true
  else
    # A session of its own, with no pipe to this build: the engine outlives both.
    # shellcheck disable=SC2046 # no argument, or one without spaces
    setsid dockerd $(published_ports_by_kernel) >"$ENGINE_LOG" 2>&1 </dev/null 9>&- &
    disown
    give_containers_their_share
  fi
  local deadline=$((SECONDS + ENGINE_START_SECONDS))
  until engine_answers; do
    if [ "$SECONDS" -ge "$deadline" ]; then
      [ -s "$ENGINE_LOG" ] && tail -n 15 "$ENGINE_LOG" >&2
      give_up "The Docker engine was started but did not answer within $ENGINE_START_SECONDS s." \
        "Its log is $ENGINE_LOG (or: journalctl -u docker). Mend what it names and run the same command again."
    fi
    sleep 0.2
  done
}

say_client_is_missing() {
  local advice=("Install the docker command, Buildx and Compose v2, but no second engine" \
    "(Debian 13: apt-get install --no-install-recommends ${CLIENT_PACKAGES[*]}; elsewhere the packages" \
    "docker-ce-cli docker-buildx-plugin docker-compose-plugin, see docs.docker.com/engine/install)," \
    "check that 'docker version' shows a Server, and run the same command again.")
  if [ "${LAB_SETUP:-on}" = off ]; then advice+=("On Debian the build does it as root, but lab.setup=off forbids it."); fi
  give_up "$1, but the docker command is missing." "${advice[@]}"
}

# An engine that runs is used or left alone; a second one beside it is never right.
use_running_engine() {
  local socket=$1
  if command -v docker >/dev/null 2>&1; then
    give_up "An engine answers at $socket, but 'docker version' does not reach it:" \
      "$(timeout 20 docker version 2>&1 >/dev/null | tail -n 1)" \
      "Often the client is older than the engine takes, or its context or TLS settings point elsewhere" \
      "(docker context use default). Mend that and run the same command again."
  fi
  if may_install && install_client; then
    if engine_answers || adopt_other_socket; then return; fi
  fi
  say_client_is_missing "An engine answers at $socket"
}

say_what_is_missing() {
  if [ -n "${DOCKER_HOST:-}" ]; then
    command -v docker >/dev/null 2>&1 || say_client_is_missing "DOCKER_HOST=$DOCKER_HOST names an engine"
    give_up "No Docker engine answers at DOCKER_HOST=$DOCKER_HOST." \
      "Start that engine, or unset DOCKER_HOST to use the one of this machine, and run the same command again."
  fi
  if [ -S "$ENGINE_SOCKET" ] && [ ! -w "$ENGINE_SOCKET" ]; then
    give_up "User $(id -un) may not use this machine's Docker engine ($ENGINE_SOCKET)." \
      "Join its group (sudo usermod -aG docker $(id -un)), log in again, check that 'docker version' shows a Server," \
      "and run the same command again."
  fi
  if [ "${LAB_SETUP:-on}" = off ] && [ "$(id -u)" = 0 ] && debian_family; then
    give_up "No Docker engine answers, and lab.setup=off forbids installing or starting one." \
      "Run the same command without -Dlab.setup=off, or start Docker yourself (systemctl start docker)."
  fi
  give_up "No Docker engine answers on this machine." \
    "Install Docker Engine with Compose v2 (docs.docker.com/engine/install) or start the one you have" \
    "(Docker Desktop; or: sudo systemctl start docker), check that 'docker version' shows a Server, and run the same command again." \
    "On Debian or Ubuntu the build does all this by itself when it runs as root."
}

# An unanswering client may stand alone, and an installation that was cut off
# leaves files without what their packages' own set-up does.
engine_is_installed() {
  command -v dockerd >/dev/null 2>&1 && docker compose version >/dev/null 2>&1 || return 1
  # shellcheck disable=SC2016 # dpkg-query fills in the field
  case "$(dpkg-query -W -f '${db:Status-Status}' docker.io 2>/dev/null)" in unpacked | half-*) return 1 ;; esac
}

ensure_engine() {
  engine_answers && return
  adopt_other_socket && return
  local socket
  if socket=$(answering_socket); then
    use_running_engine "$socket"
    return
  fi
  { [ -z "${DOCKER_HOST:-}" ] && may_install; } || say_what_is_missing
  engine_is_installed || install_engine
  start_engine
}

ensure_compose() {
  local found
  found=$(docker compose version --short 2>/dev/null || true)
  found=${found#v}
  if [ -z "$found" ] || [ "$(printf '%s\n' "$COMPOSE_NEEDED" "$found" | sort -V | head -n 1)" != "$COMPOSE_NEEDED" ]; then
    give_up "The lab needs Docker Compose $COMPOSE_NEEDED or newer as 'docker compose'; found: ${found:-none}." \
      "Install the Compose plugin (Debian 13: apt-get install docker-compose; Ubuntu: apt-get install docker-compose-v2;" \
      "elsewhere: docs.docker.com/compose/install), check with 'docker compose version', and run the same command again."
  fi
}

has_image() { docker image inspect "debian:$1-slim" >/dev/null 2>&1; }

start_bootstrap() {
  local suite=$1 mirror=$2 options=(--variant=minbase)
  # The image's own apt uses the same mirror and must be able to trust it.
  case "$mirror" in https:*) options+=(--include=ca-certificates) ;; esac
  beside debootstrap "${options[@]}" "$suite" "$work/$suite" ${mirror:+"$mirror"} >"$work/$suite.log" 2>&1
}

import_image() {
  local suite=$1 root=$work/$1
  rm -rf --one-file-system "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/* "${root:?}"/dev/*
  tar -C "$root" --one-file-system -c . | docker import --change 'CMD ["bash"]' - "debian:$suite-slim" >/dev/null
}

prepare_bootstrap() {
  if ! command -v debootstrap >/dev/null 2>&1; then
    quietly apt_get update || true
    install_packages debootstrap debian-archive-keyring || give_up "debootstrap could not be installed; apt's last lines are above."
  elif [ -z "$(debian_mirror)" ]; then
    # Package lists that were never fetched do not tell whose they are.
    quietly apt_get update || true
  fi
}

bootstrap_images() {
  local suite mirror failed=0
  local -A job
  mirror=$(debian_mirror)
  prepare_work
  for suite in "$@"; do
    start_bootstrap "$suite" "$mirror"
    job[$suite]=$!
  done
  for suite in "$@"; do
    if wait "${job[$suite]}"; then
      import_image "$suite" || failed=1
    else
      tail -n 15 "$work/$suite.log" >&2
      failed=1
    fi
  done
  return "$failed"
}

ensure_base_images() {
  local suite missing=() to_make=()
  local -A job
  for suite in "${BASE_IMAGES[@]}"; do has_image "$suite" || missing+=("$suite"); done
  [ "${#missing[@]}" -gt 0 ] || return 0

  for suite in "${missing[@]}"; do
    say "pulling debian:$suite-slim"
    beside timeout "$PULL_SECONDS" docker pull -q "debian:$suite-slim" >/dev/null 2>&1
    job[$suite]=$!
  done
  for suite in "${missing[@]}"; do wait "${job[$suite]}" || to_make+=("$suite"); done
  [ "${#to_make[@]}" -gt 0 ] || return 0

  may_install || give_up "No registry answered, so debian:${to_make[0]}-slim could not be pulled." \
    "Connect to a network with a container registry, or load the image (docker load), and run the same command again." \
    "On Debian or Ubuntu the build makes the image itself when it runs as root, unless lab.setup=off forbids it."
  require_disk "$SCRATCH"
  prepare_bootstrap
  say "no registry answers: making ${to_make[*]/%/-slim} with debootstrap (about half a minute)"
  bootstrap_images "${to_make[@]}" || give_up "debootstrap failed; its last lines are above." \
    "Check that a Debian mirror can be reached and that there is disk space, and run the same command again."
}

trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 141' PIPE
trap 'exit 143' TERM

main() {
  ensure_engine
  ensure_compose
  ensure_base_images
  # The caller must talk to the same engine, also where it was found on a Podman socket.
  say "ready${DOCKER_HOST:+ at $DOCKER_HOST}"
}

# Two runs that start together must not install together.
if command -v flock >/dev/null 2>&1; then
  exec 9>>"$SCRATCH/$SCRATCH_NAME-$(id -u).lock"
  flock -w "$LOCK_WAIT_SECONDS" 9 &
  wait $! || give_up "Another set-up has been at work for $((LOCK_WAIT_SECONDS / 60)) minutes; wait for it, then run the same command again."
  locked=yes
fi
main
