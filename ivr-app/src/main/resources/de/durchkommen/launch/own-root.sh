#!/bin/sh
# This program looks for its voices in /usr/share: it runs with this root as its /, and its file is moved out afterwards.
root=$(dirname "$(dirname "$(readlink -f "$0")")")
inside="/tmp/voice-$$.wav"
outside=
before=
for word in "$@"; do
  shift
  case "$before" in @SHORT@|@LONG@) outside=$word word=$inside ;; esac
  before=$word
  case "$word" in @LONG@=*) outside=${word#@LONG@=} word=@LONG@=$inside ;; esac
  set -- "$@" "$word"
done
trap 'rm -f "$root$inside"' EXIT
PATH="$PATH:/usr/sbin:/sbin"
if [ "$(id -u)" = 0 ]; then
  chroot "$root" "/@PROGRAM@" "$@"
else
  unshare --map-root-user --root="$root" "/@PROGRAM@" "$@"
fi || exit
[ -z "$outside" ] || cp "$root$inside" "$outside"
