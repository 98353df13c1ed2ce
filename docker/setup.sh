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
readonly ENGINE_PACKAGES=(docker.io docker-cli docker-buildx docker-compose)
readonly DISK_NEEDED_MB=3072
readonly ENGINE_START_SECONDS=60
readonly PULL_SECONDS=180
readonly ENGINE_LOG=/var/log/ha-postgres-lab-dockerd.log

say() { printf '[setup] %s\n' "$*"; }

give_up() {
  printf '[setup] %s\n' "$@" >&2
  exit 2
}

engine_answers() {
  timeout 20 docker version --format '{{.Server.Version}}' >/dev/null 2>&1
}

# Podman serves Docker's API on a socket of its own when its service is on.
adopt_podman_socket() {
  [ -z "${DOCKER_HOST:-}" ] || return 1
  local socket
  for socket in "${XDG_RUNTIME_DIR:-/nonexistent}/podman/podman.sock" /run/podman/podman.sock; do
    if [ -S "$socket" ] && DOCKER_HOST="unix://$socket" engine_answers; then
      export DOCKER_HOST="unix://$socket"
      return 0
    fi
  done
  return 1
}

os_release() { (. /etc/os-release 2>/dev/null && printf '%s' "${!1:-}"); }

debian_family() {
  command -v apt-get >/dev/null 2>&1 || return 1
  case " $(os_release ID) $(os_release ID_LIKE) " in *" debian "* | *" ubuntu "*) ;; *) return 1 ;; esac
}

may_install() {
  [ "${LAB_SETUP:-on}" != off ] && [ "$(id -u)" = 0 ] && debian_family
}

apt_get() { DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=120 "$@"; }

# Long steps print nothing while all is well; their output is shown when they fail.
quietly() {
  local output
  output=$(mktemp)
  if ! "$@" >"$output" 2>&1; then
    tail -n 30 "$output" >&2
    rm -f "$output"
    return 1
  fi
  rm -f "$output"
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

# Bookworm's own Compose is v1. Trixie's engine and Compose v2 run on bookworm;
# they come through a private package list with these packages alone pinned to
# trixie, so the machine's own sources stay as they are and nothing is upgraded.
install_engine_from_trixie() {
  local mirror
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "Codename: $(os_release VERSION_CODENAME)" |
    sort -u | head -n 1)
  [ -n "$mirror" ] || give_up "No Debian package source is configured (see /etc/apt/sources.list.d)." \
    "Configure one, or install Docker Engine with Compose v2 yourself, and run the same command again."
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
Pin: release n=trixie
Pin-Priority: 990

Package: *
Pin: release n=trixie
Pin-Priority: -1
PIN
  local private=(-o "Dir::Etc::sourceparts=$work/sources" -o "Dir::Etc::preferencesparts=$work/preferences")
  quietly apt_get "${private[@]}" update
  quietly apt_get "${private[@]}" install -y --no-install-recommends "${ENGINE_PACKAGES[@]}" iptables ca-certificates
}

install_engine() {
  require_disk /var/lib/docker
  say "no Docker engine on this machine: installing it with Compose v2 from Debian packages (about a minute)"
  quietly apt_get update || true
  if [ "$(candidate docker-compose-v2)" ] && [ "$(candidate docker-compose-v2)" != "(none)" ]; then
    quietly apt_get install -y --no-install-recommends docker.io docker-buildx docker-compose-v2 iptables
  elif [[ "$(candidate docker-compose)" == 2.* ]]; then
    quietly apt_get install -y --no-install-recommends "${ENGINE_PACKAGES[@]}" iptables ca-certificates
  elif [ "$(os_release VERSION_CODENAME)" = bookworm ]; then
    install_engine_from_trixie
  else
    give_up "$(os_release PRETTY_NAME) has no Compose v2 among its packages." \
      "Install Docker Engine and its Compose plugin yourself, and run the same command again."
  fi || give_up "Installing the Docker engine failed; apt's last lines are above." \
    "Mend what they name (often: no network, or another apt at work) and run the same command again."
}

start_engine() {
  say "starting the Docker engine"
  if [ -d /run/systemd/system ]; then
    quietly systemctl start docker || true
  else
    # A session of its own, with no pipe to this build: the engine outlives both.
    setsid dockerd >"$ENGINE_LOG" 2>&1 </dev/null 9>&- &
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

say_what_is_missing() {
  if [ -n "${DOCKER_HOST:-}" ]; then
    give_up "No Docker engine answers at DOCKER_HOST=$DOCKER_HOST." \
      "Start that engine, or unset DOCKER_HOST to use the one of this machine, and run the same command again."
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

ensure_engine() {
  engine_answers && return
  adopt_podman_socket && return
  { [ -z "${DOCKER_HOST:-}" ] && may_install; } || say_what_is_missing
  # An unanswering client may stand alone: the engine is what must be here.
  if ! command -v dockerd >/dev/null 2>&1 || ! docker compose version >/dev/null 2>&1; then install_engine; fi
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

bootstrap_image() {
  local suite=$1 root=$2
  quietly debootstrap --variant=minbase "$suite" "$root" || return 1
  rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/* "$root"/dev/*
  tar -C "$root" -c . | docker import --change 'CMD ["bash"]' - "debian:$suite-slim" >/dev/null
}

ensure_base_images() {
  local suite missing=()
  for suite in "${BASE_IMAGES[@]}"; do has_image "$suite" || missing+=("$suite"); done
  [ "${#missing[@]}" -gt 0 ] || return 0

  local to_make=()
  for suite in "${missing[@]}"; do
    say "pulling debian:$suite-slim"
    timeout "$PULL_SECONDS" docker pull -q "debian:$suite-slim" >/dev/null 2>&1 || to_make+=("$suite")
  done
  [ "${#to_make[@]}" -gt 0 ] || return 0

  may_install || give_up "No registry answered, so debian:${to_make[0]}-slim could not be pulled." \
    "Connect to a network with a container registry, or load the image (docker load), and run the same command again." \
    "On Debian or Ubuntu the build makes the image itself when it runs as root."
  require_disk "${TMPDIR:-/var/tmp}"
  if ! command -v debootstrap >/dev/null 2>&1; then
    quietly apt_get update || true
    quietly apt_get install -y --no-install-recommends debootstrap debian-archive-keyring ||
      give_up "debootstrap could not be installed; apt's last lines are above."
  fi
  say "no registry answers: making ${to_make[*]/%/-slim} with debootstrap (about half a minute)"
  local jobs=()
  for suite in "${to_make[@]}"; do
    bootstrap_image "$suite" "$work/$suite" &
    jobs+=($!)
  done
  local job failed=0
  for job in "${jobs[@]}"; do wait "$job" || failed=1; done
  [ "$failed" = 0 ] || give_up "debootstrap failed; its last lines are above." \
    "Check that a Debian mirror can be reached and that there is disk space, and run the same command again."
}

# Not /tmp: where that is a memory disk, debootstrap refuses it.
work=$(mktemp -d -p "${TMPDIR:-/var/tmp}")
readonly work
trap 'rm -rf "$work"' EXIT

main() {
  ensure_engine
  ensure_compose
  ensure_base_images
  # The caller must talk to the same engine, also where it was found on a Podman socket.
  say "ready${DOCKER_HOST:+ at $DOCKER_HOST}"
}

# Two runs that start together must not install together.
if command -v flock >/dev/null 2>&1; then
  exec 9>"${TMPDIR:-/tmp}/ha-postgres-lab-setup-$(id -u).lock"
  flock -w 600 9 || give_up "Another set-up has been at work for ten minutes; wait for it, then run the same command again."
fi
main
