#!/bin/sh
# Make this checkout ready to run, and with --tests also ready to be tested: system libraries through apt, a virtual
# environment in .venv, exactly the packages of the lock file, and the project itself. Run again, it mends what is missing.
#
#   sh resources/setup.sh && .venv/bin/checkin demo
#   sh resources/setup.sh --tests && .venv/bin/python -m pytest
set -eu
cd "$(dirname "$0")/.."

# What Qt loads, and the Debian or Ubuntu package that brings it. Looked for by its file: package names differ by release.
LIBRARIES='
libEGL.so.1:libegl1
libGL.so.1:libgl1
libX11-xcb.so.1:libx11-xcb1
libcups.so.2:libcups2
libdbus-1.so.3:libdbus-1-3
libdrm.so.2:libdrm2
libfontconfig.so.1:libfontconfig1
libfreetype.so.6:libfreetype6
libglib-2.0.so.0:libglib2.0-0
libgssapi_krb5.so.2:libgssapi-krb5-2
libpulse.so.0:libpulse0
libwayland-client.so.0:libwayland-client0
libwayland-cursor.so.0:libwayland-cursor0
libwayland-egl.so.1:libwayland-egl1
libxcb-cursor.so.0:libxcb-cursor0
libxcb-icccm.so.4:libxcb-icccm4
libxcb-image.so.0:libxcb-image0
libxcb-keysyms.so.1:libxcb-keysyms1
libxcb-randr.so.0:libxcb-randr0
libxcb-render-util.so.0:libxcb-render-util0
libxcb-shape.so.0:libxcb-shape0
libxcb-shm.so.0:libxcb-shm0
libxcb-sync.so.1:libxcb-sync1
libxcb-xfixes.so.0:libxcb-xfixes0
libxcb-xkb.so.1:libxcb-xkb1
libxkbcommon-x11.so.0:libxkbcommon-x11-0
libxkbcommon.so.0:libxkbcommon0
libXrandr.so.2:libxrandr2
'

# What the tests start, and the package that brings it.
PROGRAMS='
Xvfb:xvfb
dbus-run-session:dbus-daemon
cupsd:cups
faketime:faketime
lp:cups-client
objdump:binutils
openbox:openbox
pdftotext:poppler-utils
setxkbmap:x11-xkb-utils
xdotool:xdotool
'

# The files that the tests read, and the package that brings them.
FILES='
/usr/share/unicode/BidiCharacterTest.txt:unicode-data
'

main() {
  with_tests=no
  for argument; do
    case $argument in
      --tests) with_tests=yes ;;
      *) die "unknown option $argument; there is only --tests" ;;
    esac
  done
  install_system_packages
  python=$(suitable_python) || die 'Python 3.11, 3.12 or 3.13 is needed and was not found.'
  install_python_packages
}

say() { printf 'setup: %s\n' "$1" >&2; }

die() {
  say "$1"
  exit 1
}

# ---- what went wrong

# Carry out a command, show what it says, and keep its words for `reason`.
watched() {
  said=${said:-$(mktemp)}
  trap 'rm -f "$said" "$said.code"' EXIT
  if "$@" 2>&1; then echo 0 >"$said.code"; else echo "$?" >"$said.code"; fi | tee "$said" >&2
  return "$(cat "$said.code")"
}

# Why the last watched command failed, as far as its words tell.
reason() {
  if grep -Eqi 'certificate|ssl(error|: )' "$said"; then
    printf ': %s' "the certificate of the server is not trusted here. The network is there; a proxy of your \
organisation stands in between, or the clock of this computer is wrong. Look at the clock, or name the \
certificate of the proxy: SSL_CERT_FILE=FILE.pem PIP_CERT=FILE.pem sh resources/setup.sh"
  elif grep -Eqi 'resol[uv]|unreachable|refused|timed out|timeout|connection|network' "$said"; then
    printf ': %s' 'the network is down, or the server cannot be reached. Look at the cable or the WLAN'
  elif grep -Eqi 'no space left' "$said"; then
    printf ': %s' 'the disk is full. Make room (about 1 GB is needed)'
  else
    printf '; see above'
  fi
}

# ---- system packages

install_system_packages() {
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    say "this system has no apt; install what these Debian packages hold:" $missing
    return 0
  fi
  say "installing$(printf ' %s' $missing)"
  apt update -q >&2 || say 'the package lists could not be renewed; trying with those that are there'
  # shellcheck disable=SC2086 # a list of names
  watched apt install -q -y --no-install-recommends $missing ||
    die "apt could not install them$(reason). Run this again then."
}

missing_packages() {
  loadable=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true)
  for entry in $LIBRARIES; do
    case $loadable in
      *"${entry%%:*} "*) ;;
      *) echo "${entry#*:}" ;;
    esac
  done
  if ! python=$(suitable_python); then
    echo python3 python3-venv
  elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    # A Python that is not Debian's brings its own venv; Debian's has it in a package named after its version.
    "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
  fi
  [ "$with_tests" = yes ] || return 0
  for entry in $PROGRAMS; do
    PATH="$PATH:/sbin:/usr/sbin" command -v "${entry%%:*}" >/dev/null 2>&1 || echo "${entry#*:}"
  done
  for entry in $FILES; do
    [ -e "${entry%%:*}" ] || echo "${entry#*:}"
  done
}

apt() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get \
    -o Acquire::Retries=5 -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" </dev/null
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    die "not root, and there is no sudo. As root, run: apt-get install$(printf ' %s' $missing)"
  fi
}

suitable_python() {
  for candidate in python3 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; then
      echo "$candidate"
      return 0
    fi
  done
  return 1
}

# ---- Python packages

install_python_packages() {
  stamp=.venv/checkin-setup
  wanted="$(pwd) $(cat .ci/requirements.lock pyproject.toml resources/setup.sh | sha256sum | cut -d ' ' -f 1)"
  if [ -f "$stamp" ]; then
    IFS= read -r done_for <"$stamp" || true
    case $done_for in
      "$wanted tests") return 0 ;;
      "$wanted desk") [ "$with_tests" = yes ] || return 0 ;;
      "$(pwd) "*) ;;
      *) rm -rf .venv ;; # the folder was moved or copied: the scripts in it name the old place
    esac
  fi
  if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    rm -rf .venv
    "$python" -m venv .venv
  fi
  say 'installing the Python packages of .ci/requirements.lock (some 300 MB at the first time; 1 GB of disk)'
  rm -f "$stamp"
  packages=.venv/requirements.lock
  if [ "$with_tests" = yes ]; then
    cat .ci/requirements.lock >"$packages"
    kind=tests
  else
    sed '/^# For the tests/,$d' .ci/requirements.lock >"$packages"
    kind=desk
  fi
  watched pip --require-hashes --requirement "$packages" ||
    watched pip --require-hashes --requirement "$packages" ||
    die "pip could not install the packages$(reason). Run this again then."
  pip --no-deps --no-build-isolation --editable . >&2 || die 'the project itself could not be installed; see above.'
  echo "$wanted $kind" >"$stamp"
}

pip() {
  .venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check --retries 6 "$@" </dev/null
}

main "$@"
