#!/bin/sh
# Starts docaxis in its container, as ./docaxis does elsewhere: load has options of its own.
set -eu
options=@jvm.options
if [ "${1:-}" = load ]; then
  options="$options @load.options"
fi
# shellcheck disable=SC2086 # options are words
exec java $options -Ddocaxis.terminal=false -jar docaxis.jar "$@"
