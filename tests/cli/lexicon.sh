#!/bin/sh
# The compiled lexicon: a file that does not fit is refused by name; without one, or with --dict, Hunspell gives the same
# findings.
. "$(dirname "$0")/lib.sh"
: "${MUDAQQIQ_DICTS:?the data to use}" "${MUDAQQIQ_TESTS:?the samples}" "${MUDAQQIQ_HUNSPELL:?the dictionary}"
make_samples
printf 'وصل الوفدد أمس.\n' >word.txt # so that the dictionary is asked

mkdir data
for entry in "$MUDAQQIQ_DICTS"/*; do ln -s "$(cd "$entry" && pwd)" "data/${entry##*/}"; done
rm data/compiled
mkdir data/compiled
cp "$MUDAQQIQ_DICTS"/compiled/* data/compiled
lexicon=data/compiled/ar.lexicon counts=data/compiled/word-counts.bin
cp $lexicon whole.lexicon
cp $counts whole.counts
size=$(wc -c <whole.lexicon)

refused() { # WHAT REASON FILE
  run --data-dir data word.txt
  is "status: $1" 2 "$rc"
  is "output: $1" '' "$out"
  is "lines: $1" 1 "$(wc -l <.err)"
  has "message: $1" "^mudaqqiq: $3: .*$2" "$err"
}

run --data-dir data word.txt
is 'whole' 1 "$rc"

head -c 100 whole.lexicon >$lexicon
refused 'a header and little more' truncated $lexicon
head -c 50 whole.lexicon >$lexicon
refused 'the start of a header' truncated $lexicon
head -c $((size - 1)) whole.lexicon >$lexicon
refused 'a byte short' truncated $lexicon
head -c $((size / 2)) whole.lexicon >$lexicon
refused 'half of it' truncated $lexicon
{ cat whole.lexicon; printf x; } >$lexicon
refused 'a byte more' damaged $lexicon
: >$lexicon
refused 'empty' empty $lexicon
cp word.txt $lexicon
refused 'a text' 'not compiled data' $lexicon
cp whole.counts $lexicon
refused 'compiled counts' 'another kind' $lexicon
for at in 9 20 600 $((size / 2)) $((size - 9)); do
  cp whole.lexicon $lexicon
  printf 'mudaqqiq' | dd of=$lexicon bs=1 seek="$at" conv=notrunc 2>/dev/null
  refused "other bytes at $at" 'build it again' $lexicon
done
rm $lexicon
mkdir $lexicon
refused 'a directory' 'not a file' $lexicon
rmdir $lexicon
cp whole.lexicon $lexicon

head -c 5000 whole.counts >$counts
refused 'counts cut off' truncated $counts
cp whole.lexicon $counts
refused 'a lexicon as counts' 'compiled data of another kind' $counts
cp whole.counts $counts

# One dictionary, three ways to ask it.
findings() { "$MUDAQQIQ" --select '*' --min-severity note "$@" "$MUDAQQIQ_TESTS/samples/draft.txt" "$MUDAQQIQ_TESTS/samples/clean-1.txt" 2>&1; }
findings --data-dir data >compiled.out
is 'findings' 1 "$([ "$(wc -l <compiled.out)" -gt 250 ] && echo 1)"
findings --data-dir data --dict "$MUDAQQIQ_HUNSPELL" >named.out
is 'the dictionary by name: the same findings' '' "$(diff compiled.out named.out)"
rm $lexicon
findings --data-dir data >fallback.out
is 'no compiled lexicon: the same findings' '' "$(diff compiled.out fallback.out)"
rm $counts
findings --data-dir data >sources.out
is 'no compiled counts: the same findings' '' "$(diff compiled.out sources.out)"
finish
