# Functions shared by the scripts in this folder; source it from the project's root.

# prepare build|test|all: installs the missing packages.
prepare() {
  if [ "$(uname -s)" = Linux ]; then
    bash scripts/packages "$1"
  fi
}

# build PRESET [TARGET...]: configures and builds.
build() {
  local preset=$1
  shift
  export CCACHE_DIR=${CCACHE_DIR:-$PWD/build/ccache} CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
  export CCACHE_SLOPPINESS=pch_defines,time_macros
  cmake --preset "$preset" >"/tmp/deskbell-configure.$$" 2>&1 || {
    cat "/tmp/deskbell-configure.$$" >&2
    rm -f "/tmp/deskbell-configure.$$"
    return 1
  }
  rm -f "/tmp/deskbell-configure.$$"
  cmake --build "build/$preset" ${1:+--target "$@"}
}

# in_session COMMAND...: runs it in a D-Bus session with an unlocked keyring; the session ends with the command.
in_session() {
  dbus-run-session -- bash -c '
    home=$(mktemp -d)
    trap "rm -rf \"$home\"" EXIT
    export XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config XDG_CACHE_HOME=$home/cache
    export XDG_RUNTIME_DIR=$home/run
    mkdir -p -m 700 "$XDG_RUNTIME_DIR" "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME"
    printf "\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    "$@"
  ' in_session "$@"
}
