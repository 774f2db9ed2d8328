# shellcheck shell=bash
# What the scripts share: where things lie, and one name for each thing they do. Sourced, never run.

# The folder of the project, so that every script works from anywhere.
TANDEM_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# Everything that can be made again. Outside the project, so that a second copy of it builds warm.
TANDEM_CACHE=${TANDEM_CACHE:-$HOME/.cache/tandem}
TANDEM_BUILD=${TANDEM_BUILD:-$TANDEM_CACHE/build}
# debug or release.
TANDEM_CONFIGURATION=${TANDEM_CONFIGURATION:-debug}
# The Python of the browser tests and of the benchmark.
TANDEM_VENV=$TANDEM_CACHE/venv
TANDEM_SWIFT_VERSION=6.3
export TANDEM_ROOT TANDEM_CACHE TANDEM_BUILD TANDEM_CONFIGURATION TANDEM_VENV TANDEM_SWIFT_VERSION

# Says what happens now.
say() {
    printf '==> %s\n' "$*"
}

# Says why it cannot go on, and stops.
fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# Prints the comment at the top of a script: its documentation is its help.
show_help() {
    awk 'NR == 1 { next } !/^#/ { exit } { sub(/^# ?/, ""); print }' "$1"
}

# Runs the package manager of Swift on the project: swift_package build …, swift_package test …
swift_package() {
    local verb=$1
    shift
    swift "$verb" --package-path "$TANDEM_ROOT" --scratch-path "$TANDEM_BUILD" \
        --configuration "$TANDEM_CONFIGURATION" "$@"
}

# Where the program stands once it is built.
tandem_binary() {
    printf '%s\n' "$TANDEM_BUILD/$TANDEM_CONFIGURATION/tandem"
}

# Warns who builds for the first time, because nobody waits minutes at a silent screen without a reason.
announce_build() {
    if [[ -d $TANDEM_BUILD/$TANDEM_CONFIGURATION ]]; then
        say "Building Tandem ($TANDEM_CONFIGURATION) in $TANDEM_BUILD"
    else
        say "Building Tandem ($TANDEM_CONFIGURATION) in $TANDEM_BUILD; the first time takes some minutes"
    fi
}
