#!/bin/sh
# The benchmark's text is what its README promises, and the benchmark runs. Nothing here is timed.
. "$(dirname "$0")/../cli/lib.sh"

warnings='-Wall -Wextra -Wshadow -Wmissing-prototypes -Wconversion -Werror'
for flags in O0 O2; do
  # shellcheck disable=SC2086
  ${CC:-cc} -std=gnu11 -D_GNU_SOURCE -$flags $warnings "$here/generate.c" -o "generate-$flags" || fail "generate.c compiles at $flags"
done
counts=$MUDAQQIQ_DICTS/lexicon/word-counts.tsv
./generate-O0 -s 7 -n 300k -m misspelt "$counts" >text
./generate-O2 -s 7 -n 300k "$counts" >again
./generate-O2 -s 8 -n 300k "$counts" >other
is 'a seed gives the same bytes, however compiled' "$(cksum <text)" "$(cksum <again)"
is 'another seed gives another text' different "$(cmp -s text other && echo same || echo different)"
size=$(wc -c <text)
is "the size asked for, to a paragraph ($size)" yes "$([ "$size" -ge 307200 ] && [ "$size" -lt 310000 ] && echo yes)"
is 'the text is UTF-8' 0 "$(iconv -f UTF-8 -t UTF-16 text >/dev/null 2>&1; echo $?)"
# Dates and sums are one item of several words.
is 'paragraphs have 40 to 90 items' '' "$(awk 'NR > 1 && (NF < 40 || NF > 120) { print NR ": " NF }' text)"
is 'a Latin run per 1,000 words, or thereabouts' yes "$(LC_ALL=C awk '{ words += NF; for (i = 1; i <= NF; i++) if ($i ~ /[A-Za-z]/) runs++ }
  END { print (runs / words > 0.0004 && runs / words < 0.0025 ? "yes" : runs / words) }' text)"
is 'a misspelling per 300 words, or thereabouts' yes "$(awk -v wrong="$(wc -l <misspelt)" '{ words += NF }
  END { print (wrong / words > 0.002 && wrong / words < 0.005 ? "yes" : wrong / words) }' text)"
is 'every misspelling stands in the text' '' "$(sed 's/«/ /g; s/»/ /g; s/،/ /g; s/؟/ /g; s/\./ /g' text | tr -s ' ' '\n' | LC_ALL=C sort -u >words
  LC_ALL=C sort -u misspelt | LC_ALL=C comm -23 - words)"
is 'no misspelling is known to edited news' '' "$(awk -F '\t' 'FNR == NR { wrong[$1]; next } $2 > 0 && $1 in wrong { print $1 }' misspelt "$counts")"

if command -v hunspell >/dev/null; then
  out=$(CFLAGS="-O1 $warnings" "$here/run" --size 30k --rounds 1 --starts 1 --short 30k 2>&1)
  is 'the benchmark runs' 0 $?
  has 'it compares start-up' '^all rules, an unknown word  *[0-9.]*  *[0-9.]*x  *[0-9.]*  *[0-9.]*$' "$out"
  has 'it compares start-up with a text' '^-j1, spelling  *[0-9.]*  *[0-9.]*x  *[0-9.]*  *[0-9.]*$' "$out"
  has 'it compares throughput' '^-j1, all rules, notes shown  *[0-9.]*  *[0-9.]*  *[0-9.]*  *[0-9.]* ' "$out"
  has 'it checks hunspell' '^hunspell flagged [1-9][0-9]* of [0-9]* words' "$out"
else
  echo 'no hunspell: the comparison is not tried'
fi
out=$("$here/run" --rules --size 30k --rounds 1 2>&1)
is 'throughput by family runs' 0 $?
has 'it names the families' '^punct/\*  *[0-9.]*  *[0-9.]*  *[0-9.]* ' "$out"
if [ -x "${MUDAQQIQ_DATA_COMPILER:-}" ]; then
  out=$("$here/run" --entries --size 30k --rounds 1 --starts 1 2>&1)
  is 'throughput by number of entries runs' 0 $?
  has 'it compares numbers of entries' '^  *20000 entries  *[0-9.]*  *[0-9.]*  *[0-9.]*  *[0-9.]*  *[0-9]*$' "$out"
fi
"$here/run" --size >/dev/null 2>&1
is 'an option without its value is trouble' 2 $?
finish
