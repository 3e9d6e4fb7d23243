#!/bin/sh
# Compiled rule data: with them or from their sources the program says the same; files that are not what they should be
# are refused; the tool that compiles says where a source is wrong.
. "$(dirname "$0")/lib.sh"
: "${MUDAQQIQ_DICTS:?the data to use}" "${MUDAQQIQ_TESTS:?the tests}"
make_samples
[ -s "$MUDAQQIQ_DICTS/compiled/packs.bin" ] || skip 'this build has not compiled the rule data'

mkdir data
cp -RL "$MUDAQQIQ_DICTS/." data
everything() {
  run --data-dir "$1" --isolated --select '*' --min-severity note "$MUDAQQIQ_TESTS"/samples/*.txt
}
everything data
is 'compiled: status' 1 "$rc"
cp .out compiled.out
mv data/compiled kept
everything data
is 'from the sources: status' 1 "$rc"
is 'the same diagnostics' '' "$(diff .out compiled.out)"
cp -R kept data/compiled

# Nothing but the compiled data is read of what is in them: the sources may be away.
mv data/idioms data/dates .
everything data
is 'without the sources' '' "$(diff .out compiled.out)"
mv idioms dates data

refused() { # WHAT FILE: the last run failed, naming the file in one line
  is "status: $1" 2 "$rc"
  is "output: $1" '' "$out"
  is "lines: $1" 1 "$(wc -l <.err)"
  has "message: $1" "^mudaqqiq: .*/compiled/$2" "$err"
}
for file in packs.bin tables.bin profiles.bin; do
  good=kept/$file bad=data/compiled/$file
  size=$(wc -c <"$good")
  : >"$bad"; run --data-dir data clean.txt
  refused "$file: empty" "$file"
  head -c $((size / 2)) "$good" >"$bad"; run --data-dir data clean.txt
  refused "$file: half" "$file"
  { cat "$good"; echo; } >"$bad"; run --data-dir data clean.txt
  refused "$file: a byte too many" "$file"
  { head -c 100 "$good"; printf 'damage'; tail -c +107 "$good"; } >"$bad"; run --data-dir data clean.txt
  refused "$file: damaged" "$file"
  cp clean.txt "$bad"; run --data-dir data clean.txt
  refused "$file: a text" "$file"
  has "the message says what to do" 'delete it' "$err"
  rm "$bad"; run --data-dir data clean.txt
  is "$file: away" 0 "$rc"
  cp "$good" "$bad"
done

# What only a draft needs is verified when one does: nothing is said then either.
for file in packs.bin names.bin word-counts.bin ar.lexicon; do
  good=kept/$file bad=data/compiled/$file
  printf 'damage' | dd of="$bad" bs=1 seek=$(($(wc -c <"$good") / 2)) conv=notrunc 2>/dev/null
  everything data
  refused "$file: damaged in the middle" "$file"
  run --data-dir data --list-rules
  refused "$file: damaged, rules listed" "$file"
  cp "$good" "$bad"
done

[ -x "${MUDAQQIQ_DATA_COMPILER:-}" ] || finish
mkdir -p again/compiled
"$MUDAQQIQ_DATA_COMPILER" data again
is 'compiled twice, the same bytes' '' "$(for file in packs.bin tables.bin; do cmp data/compiled/$file again/compiled/$file 2>&1; done)"
printf -- '- id: idiom/x\n  english: [a\n- id: b\n' >data/idioms/zz.yaml
wrong=$("$MUDAQQIQ_DATA_COMPILER" data again 2>&1)
is 'a broken pack: status' 1 $?
has 'a broken pack: file, line, column' "^data/idioms/zz.yaml:3:5: error: did not find expected" "$wrong"
rm data/idioms/zz.yaml
printf '\tx\n' >>data/dates/weekdays.tsv
wrong=$("$MUDAQQIQ_DATA_COMPILER" data again 2>&1)
is 'a broken table: status' 1 $?
has 'a broken table: file, line, column' "^data/dates/weekdays.tsv:[0-9]*:1: error: a row without a key" "$wrong"
finish
