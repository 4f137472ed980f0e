#!/bin/sh
# pico2wave looks for its voices in /usr/share: it runs with this root as its /, and its file is moved out afterwards.
root=$(dirname "$(dirname "$(readlink -f "$0")")")
inside="/tmp/pico-$$.wav"
outside=
before=
for word in "$@"; do
  shift
  case "$before" in -w|--wave) outside=$word word=$inside ;; esac
  before=$word
  case "$word" in --wave=*) outside=${word#--wave=} word=--wave=$inside ;; esac
  set -- "$@" "$word"
done
trap 'rm -f "$root$inside"' EXIT
if [ "$(id -u)" = 0 ]; then
  chroot "$root" /usr/bin/pico2wave "$@"
else
  unshare --map-root-user --root="$root" /usr/bin/pico2wave "$@"
fi || exit
[ -z "$outside" ] || cp "$root$inside" "$outside"
