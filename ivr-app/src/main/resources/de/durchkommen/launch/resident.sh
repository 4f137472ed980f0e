#!/bin/sh
# Stays in memory, with this root as its /. It is one process all the time: whoever ends it ends the program.
root=$(dirname "$(dirname "$(readlink -f "$0")")")
PATH="$PATH:/usr/sbin:/sbin"
if [ "$(id -u)" = 0 ]; then
  exec chroot "$root" "/@PROGRAM@" "$@"
fi
exec unshare --map-root-user --root="$root" "/@PROGRAM@" "$@"
