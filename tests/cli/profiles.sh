#!/bin/sh
# Word profiles: with them and without them the program says the same of every word that news has; those of other data
# have no say; compiled twice they are the same.
. "$(dirname "$0")/lib.sh"
: "${MUDAQQIQ_DICTS:?the data to use}" "${MUDAQQIQ_TESTS:?the tests}"
[ -s "$MUDAQQIQ_DICTS/compiled/profiles.bin" ] || skip 'this build has no word profiles'

mkdir data
cp -RL "$MUDAQQIQ_DICTS/." data
grep -v '^#' data/lexicon/word-counts.tsv | cut -f1 >words
awk '{ print }' words >alone.txt                                               # a line each
awk '{ printf "%s%s", $0, NR % 17 ? NR % 5 ? " " : "، " : ".\n" }' words >together.txt # and side by side
echo 'قالت شركة DeepSeek لوكالة Reuters' >>together.txt                        # names are compared with Latin ones
everything() { # DATA OUTPUT
  run --data-dir "$1" --isolated --select '*' --min-severity note alone.txt together.txt "$MUDAQQIQ_TESTS"/samples/*.txt
  is "status: $2" 1 "$rc"
  cp .out "$2"
}
everything data with
mv data/compiled/profiles.bin .
everything data without
is 'the same diagnostics' '' "$(diff with without | head -n 3)"
has 'and not few' '^1$' "$([ "$(wc -l <with)" -gt 10000 ] && echo 1)"

# Atoms that are damaged are found anew.
blocks=$(($(wc -c <profiles.bin) / 4096))
cp profiles.bin data/compiled
dd if=/dev/zero of=data/compiled/profiles.bin bs=4096 seek=$((blocks / 3)) count=$((blocks / 3)) conv=notrunc 2>.dd
is 'it is another file' 1 "$(cmp -s profiles.bin data/compiled/profiles.bin; echo $?)"
everything data damaged
is 'damaged atoms have no say' '' "$(diff with damaged | head -n 3)"
mv profiles.bin data/compiled

[ -x "${MUDAQQIQ_DATA_COMPILER:-}" ] || finish
cp -R data again
"$MUDAQQIQ_DATA_COMPILER" data again
is 'compiled twice, the same bytes' '' "$(cmp data/compiled/profiles.bin again/compiled/profiles.bin 2>&1)"

# Other tables than those that the profiles were worked out with: as if there were no profiles.
grep -v '^#' data/spell/common.tsv | head -n 1 | cut -f2 | cut -d' ' -f1 >right
printf '%s\tللغاية\n' "$(cat right)" >>again/spell/common.tsv
"$MUDAQQIQ_DATA_COMPILER" again again
cp again/compiled/tables.bin data/compiled
everything data stale
rm data/compiled/profiles.bin
everything data none
is 'stale profiles have no say' '' "$(diff stale none | head -n 3)"
is 'the other tables have' 1 "$(cmp -s with none; echo $?)"
finish
