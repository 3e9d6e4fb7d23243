#!/bin/sh
# Files, devices and pipes that are larger than what they should be are refused before they take all memory.
. "$(dirname "$0")/lib.sh"

mib() { head -c "${1}M" /dev/zero; }
stream() { # MIB ARGUMENT...
  size=$1
  shift
  mib "$size" | "$MUDAQQIQ" "$@" >.out 2>.err
  rc=$? out=$(cat .out) err=$(cat .err)
}

echo 'كلمة' >word.txt
stream 17 --pack /dev/stdin word.txt
is 'a pack' '2 mudaqqiq: /dev/stdin: cannot read: more than 16 MiB' "$rc $err"
stream 65 --glossary /dev/stdin word.txt
is 'a glossary' '2 mudaqqiq: /dev/stdin: cannot read: more than 64 MiB' "$rc $err"
stream 257 --source - word.txt
is 'a source' '2 mudaqqiq: -: cannot read: more than 256 MiB' "$rc $err"
stream 257 -
is 'standard input' '2 mudaqqiq: <stdin>: cannot read: more than 256 MiB' "$rc $err"

truncate -s 17M large.yaml
run --pack large.yaml word.txt
is 'a file is refused unread' '2 mudaqqiq: large.yaml: cannot read: more than 16 MiB' "$rc $err"
run --check-pack large.yaml
is 'a pack to check' '2 mudaqqiq: large.yaml: cannot read: more than 16 MiB' "$rc $err"
{ mib 15 | tr '\0' '#'; echo; } >comment.yaml
run --pack comment.yaml word.txt
is 'what is not too large is read' '0 ' "$rc $err"
finish
