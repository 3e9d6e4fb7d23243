#!/bin/sh
# Where data and dictionary are looked for, and what is said when they are not there.
. "$(dirname "$0")/lib.sh"
: "${MUDAQQIQ_DICTS:?the data to use}"
make_samples
trouble() { # WHAT PATTERN: the last run failed, saying so in one line
  is "status: $1" 2 "$rc"
  is "output: $1" '' "$out"
  is "lines: $1" 1 "$(wc -l <.err)"
  has "message: $1" "^mudaqqiq: .*$2" "$err"
}

run --data-dir /nonexistent clean.txt
trouble 'no such data directory' '/nonexistent'
MUDAQQIQ_DATA=/nonexistent
export MUDAQQIQ_DATA
run clean.txt
trouble 'MUDAQQIQ_DATA' '/nonexistent'
run --data-dir "$MUDAQQIQ_DICTS" clean.txt
is '--data-dir wins over MUDAQQIQ_DATA' 0 "$rc"
MUDAQQIQ_DATA=$MUDAQQIQ_DICTS
run clean.txt
is 'MUDAQQIQ_DATA names the data' 0 "$rc"
unset MUDAQQIQ_DATA
mkdir nothing
run --data-dir nothing clean.txt
is 'a data directory without data' 2 "$rc"

run --dict nosuch clean.txt
trouble 'no such dictionary' 'nosuch'
has 'the message names --dict' '--dict' "$err"
has 'and the package' 'hunspell-ar' "$err"
run --dict ./nosuch clean.txt
trouble 'no such dictionary file' 'nosuch'
printf 'SET UTF-8\n' >small.aff
printf '3\nوصل\nالوفد\nأمس\n' >small.dic
run --dict ./small clean.txt
is 'a dictionary by path' 0 "$rc"

# Hunspell itself takes anything for a dictionary.
refused() { # WHAT REASON FILE
  run --dict ./wrong clean.txt
  trouble "$1" "$2"
  has "$1: the file" "wrong.$3" "$err"
}
cp small.aff wrong.aff
printf 'no number\n' >wrong.dic; refused 'a .dic file without its number' 'not a Hunspell dictionary' dic
head -c 300 "$MUDAQQIQ" >wrong.dic; refused 'a binary .dic file' 'not a Hunspell dictionary' dic
: >wrong.dic; refused 'an empty .dic file' 'empty' dic
rm wrong.dic; mkdir wrong.dic; refused 'a directory' 'not a file' dic
rmdir wrong.dic; cp small.dic wrong.dic
printf 'SET\0UTF-8\n' >wrong.aff; refused 'a binary .aff file' 'not a Hunspell dictionary' aff
chmod 000 wrong.aff
if [ ! -r wrong.aff ]; then refused 'no permission' 'Permission denied' aff; fi

# Hunspell and ICU are loaded when they are needed. Without them that is told; what does not need them goes on.
mkdir broken
for library in libhunspell libicuuc; do
  name=$(grep -ao "$library[-0-9.]*\.so\.[0-9]*" "$MUDAQQIQ" | head -n 1)
  [ -n "$name" ] && echo 'no library' >"broken/$name"
done
LD_LIBRARY_PATH=$PWD/broken
export LD_LIBRARY_PATH
run clean.txt
is 'neither is needed' 0 "$rc"
run --dict ./small clean.txt
trouble 'no Hunspell' 'cannot load Hunspell: .*libhunspell'
printf 'ارتفع السعر إلى 5 ⸎.\n' >sign.txt # what is common is looked up in tables made at build time
run sign.txt
trouble 'no ICU' 'cannot load ICU: .*libicuuc'
unset LD_LIBRARY_PATH
run sign.txt
is 'with ICU' 0 "$rc"
finish
