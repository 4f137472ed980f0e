#!/bin/sh
# Runs a program of this root with the libraries of this root. No chroot: all paths stay those of the machine.
root=$(dirname "$(dirname "$(readlink -f "$0")")")
lib="$root/@LIBRARIES@"
export ESPEAK_DATA_PATH="${ESPEAK_DATA_PATH:-$lib}"
exec "$lib/@LOADER@" --library-path "$lib:$lib/pulseaudio:$root/usr/lib" "$root/@PROGRAM@" "$@"
