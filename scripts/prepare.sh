# Sourced by the other scripts: the toolchain and the system packages that a build needs.
# shellcheck shell=sh

cd "$(dirname "$0")/.." || exit 1

if ! command -v swift >/dev/null 2>&1; then
  echo "sayso: the Swift toolchain (6.2 or later) is missing; install it with: curl -sSfO https://download.swift.org/swiftly/linux/swiftly-$(uname -m).tar.gz && tar zxf swiftly-$(uname -m).tar.gz && ./swiftly init" >&2
  exit 1
fi

# install_packages NAME…: installs what is missing of Debian's packages, where we may.
install_packages() {
  command -v dpkg-query >/dev/null 2>&1 || return 0
  missing=
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
      missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  as_root=
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      echo "sayso: packages are missing; install them with: sudo apt-get install$missing" >&2
      exit 1
    fi
    as_root=sudo
  fi
  echo "installing$missing"
  # shellcheck disable=SC2086
  { $as_root apt-get update && $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends $missing; } >/dev/null 2>&1 || {
    echo "sayso: the packages could not be installed; try: sudo apt-get install$missing" >&2
    exit 1
  }
}

build_packages="ca-certificates git pkg-config libsqlite3-dev libxml2-dev \
  libarchive-dev zlib1g-dev libbrotli-dev"
