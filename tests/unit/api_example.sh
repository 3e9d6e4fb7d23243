#!/bin/sh
# The example program that mudaqqiq.h promises: compiled against the public header alone, linked with the library as
# built (shared, then static), run, and its output checked. The header is compiled as C++ too.
set -eu

here=$MUDAQQIQ_TESTS/unit
build=$(dirname "$MUDAQQIQ")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fail() {
  echo "api_example.sh: $*" >&2
  exit 1
}

# The header in a directory of its own: nothing else of the sources may be reachable.
mkdir include
cp "$MUDAQQIQ_TESTS/../include/mudaqqiq.h" include/
cflags="-std=c11 -pedantic -Wall -Wextra -Werror -Iinclude ${MUDAQQIQ_SANITIZE_FLAGS-}"

printf 'وصل الوزير إلى العاصمة ، ثم غادر.\nوانتهى الاجتماع مساء أمس.\n' >draft.txt
expected='draft.txt:1:23: warning: Remove the space before “،” [punct/space-before-comma]
  bytes 41 to 44 become "،"'

# Runs ./example, as linked in the way named by $1, on a draft with a fault, on clean text and on what is no text.
check() {
  status=0
  output=$(MUDAQQIQ_DATA=$MUDAQQIQ_DICTS ./example draft.txt) || status=$?
  [ "$status" = 1 ] || fail "$1: exit status $status on the draft"
  [ "$output" = "$expected" ] || fail "$1: unexpected output: $output"
  sed 1d draft.txt >clean.txt
  output=$(MUDAQQIQ_DATA=$MUDAQQIQ_DICTS ./example clean.txt) || fail "$1: fails on clean text"
  [ -z "$output" ] || fail "$1: finds something in clean text: $output"
  printf 'abc\n\377\n' >binary.txt
  status=0
  output=$(MUDAQQIQ_DATA=$MUDAQQIQ_DICTS ./example binary.txt 2>&1) || status=$?
  [ "$status" = 2 ] || fail "$1: exit status $status on invalid text"
  case $output in
    binary.txt:2:1:*) ;;
    *) fail "$1: no position in: $output" ;;
  esac
  status=0
  output=$(MUDAQQIQ_DATA=/nonexistent ./example draft.txt 2>&1) || status=$?
  [ "$status" = 2 ] || fail "$1: exit status $status without data"
}

libs=$build/.libs
found=
if [ -e "$libs/libmudaqqiq.so" ]; then
  # shellcheck disable=SC2086 # flags are words
  $CC $cflags "$here/api_example.c" -o example -L"$libs" -Wl,-rpath,"$libs" -lmudaqqiq
  check shared
  found=yes
fi
if [ -e "$libs/libmudaqqiq.a" ]; then
  # shellcheck disable=SC2086
  $CC $cflags "$here/api_example.c" -o example "$libs/libmudaqqiq.a" $MUDAQQIQ_LIBS -pthread
  check static
  found=yes
fi
[ -n "$found" ] || fail "no library in $libs"

if command -v c++ >/dev/null 2>&1; then
  printf '#include "mudaqqiq.h"\nint main() { mdq_options o; mdq_options_init(&o); return o.size != sizeof o; }\n' >header.cc
  c++ -std=c++11 -pedantic -Wall -Wextra -Werror -Iinclude -c header.cc
fi
