#!/bin/sh
# --check-pack: what it says of packs, and how much of it.
. "$(dirname "$0")/lib.sh"
. "$here/pack_lib.sh"
: "${MUDAQQIQ_DICTS:?the data to use}"

entry idiom/zzz 'زمخلتش' 'هذا زمخلتش' 'هذا غير ذلك' >one.yaml
entry idiom/silver-bullet 'برطلمنج' 'هذا برطلمنج' 'ليس القانون رصاصة فضية للأزمة' >two.yaml
run --check-pack one.yaml --check-pack two.yaml
is 'two packs checked' 0 "$rc"
is 'a line each, and an entry in place of a built-in one is noted' \
  'two.yaml:1:7: note: idiom/silver-bullet: takes the place of the built-in entry of this id
one.yaml: 1 entry, 3 examples: all as they should be
two.yaml: 1 entry, 3 examples: all as they should be' "$out"

# What is wrong with examples.
{
  entry idiom/aaa 'زمخلتش' 'ليس هنا' 'هذا زمخلتش'
  entry idiom/bbb 'برطلمنج' 'هذا برطلمنج' 'ليس القانون رصاصة فضية للأزمة'
  entry idiom/ccc '=هذا برطلمنج' 'ثم هذا برطلمنج' 'سليمة'
} >wrong.yaml
sed 's/- ثم هذا برطلمنج/- {text: ثم هذا برطلمنج, fixed: ثم ذاك}/' wrong.yaml >fixed.yaml
run --check-pack wrong.yaml
is 'wrong examples: status' 1 "$rc"
is 'wrong examples: places' "wrong.yaml:9:7: error: idiom/aaa: not found in this bad example
wrong.yaml:11:7: error: idiom/aaa: this good example is taken for bad: “زمخلتش”
wrong.yaml:21:7: error: idiom/bbb: idiom/ccc marks the same words: “هذا برطلمنج”
wrong.yaml:23:7: error: idiom/bbb: this good example is taken for idiom/silver-bullet: “رصاصة فضية”
wrong.yaml:33:7: error: idiom/ccc: idiom/bbb marks the same words: “برطلمنج”" "$out"
is 'wrong examples: no trouble' '' "$err"
run --check-pack fixed.yaml
has 'a fix that is another' '^fixed.yaml:33:14: error: idiom/ccc: mended to “ثم هذا برطلمنج”$' "$out"
run --check-pack wrong.yaml --exit-zero
is 'wrong examples with --exit-zero' 0 "$rc"

# Entries that are off answer for their own examples only.
{ entry idiom/aaa 'زمخلتش' 'هذا زمخلتش' 'سليمة'; entry idiom/bbb '=هذا زمخلتش' 'هذا زمخلتش' 'سليمة' | sed 's/^  suggest/  off: true\n&/'; } >off.yaml
run --check-pack off.yaml
is 'an entry that is off marks the same words' "off.yaml:22:7: error: idiom/bbb: idiom/aaa marks the same words: “زمخلتش”" "$out"

# What words a file as a whole.
: >empty.yaml
printf '# nothing yet\n' >comment.yaml
run --check-pack empty.yaml --check-pack one.yaml --check-pack comment.yaml
is 'an empty pack: status' 1 "$rc"
is 'an empty pack: said' 'empty.yaml:1:1: error: no entries
comment.yaml:1:1: error: no entries
one.yaml: 1 entry, 3 examples: all as they should be' "$out"
run --pack empty.yaml "$here"/../samples/clean-1.txt
is 'to lint with it is no trouble' '0 ' "$rc $err"

mkfifo pipe
{ entry idiom/zzz 'زمخلتش' 'هذا زمخلتش' 'رأي آخر' >pipe; } &
writer=$!
run --check-pack pipe
is 'a pipe: status' 2 "$rc"
has 'a pipe, which hung: said' ' pipe: .*no pipe' "$err"
kill "$writer" 2>/dev/null || :

entry idiom/zzz 'زمخلتش' 'هذا زمخلتش' 'رأي آخر' | sed "s/رأي/$(printf 'را\331\224ي')/; s/test/$(printf 'cafe\314\201')/" >nfd.yaml
run --check-pack nfd.yaml
is 'text that is not in NFC: status' 1 "$rc"
is 'text that is not in NFC: places' 'nfd.yaml:2:15: error: “é” is written as two characters, and is one in NFC
nfd.yaml:11:8: error: “أ” is written as two characters, and is one in NFC' "$out"
entry idiom/zzz 'زمخلتش' 'هذا زمخلتش' "$(printf 'شد\331\221\331\216ة')" >order.yaml
run --check-pack order.yaml
is 'a fatha behind its shadda is as people type' 0 "$rc"

# A regular expression that gives up.
entry idiom/slow 'زمخلتش' 'هذا اااب هنا' "هذا $(printf '%060d' 0 | sed 's/0/ا/g') بلا" | sed "s/pattern: .*/regex: '(?:ا+ا+)+ب'/" >slow.yaml
sed "s/regex: .*/pattern: =هذا/; s/^  suggest/  near: ['regex: (?:ا+ا+)+ب']\n&/" slow.yaml >near.yaml
for pack in slow near; do
  run --check-pack $pack.yaml
  is "a regex that gives up ($pack): status" 1 "$rc"
  has "a regex that gives up ($pack)" "^$pack.yaml:1[12]:7: error: idiom/slow ($pack.yaml:1) has a regex that takes too many steps" "$out"
done

# All faults of a pack that keep it from being one, in one run: one an entry.
{ entry idiom/yyy 'زمخلتش' 'هذا زمخلتش' 'سليمة' | sed 's/mechanism: polysemy/mechanism: literal/'; sed 's/suggest:/sugest:/' two.yaml; entry spell/own 'زمخلتش' 'هذا زمخلتش' 'سليمة'; } >faults.yaml
sed 's/mechanism: polysemy/mechanism: magic/' one.yaml >broken.yaml
run --check-pack faults.yaml --check-pack broken.yaml --check-pack absent.yaml
is 'faults: status' '2 ' "$rc $out"
is 'faults: one line each' 5 "$(wc -l <.err)"
for fault in '^mudaqqiq: faults.yaml:3:14: mechanism: “literal” is not one of: literal-idiom, .*, desk-policy$' \
  '^mudaqqiq: faults.yaml:18:3: entry: “sugest” is not one of its keys: id, .*, suggest, why, bad, good$' \
  '^mudaqqiq: faults.yaml:25:7: id: the family is idiom or style, not spell$' '^mudaqqiq: broken.yaml:3:14: ' '^mudaqqiq: absent.yaml: '; do
  has 'a fault' "$fault" "$err"
done

run --check-pack one.yaml --format jsonl
is 'there is one format' '2 mudaqqiq: --check-pack prints text for people; there is no --format=jsonl of it' "$rc $err"

# Why a bad example is not found, as far as that is a condition.
refused() { # CONDITION BAD
  entry idiom/zzz 'زمخلتش' "$2" 'سليمة' | sed "s/^  suggest/  $1\n&/" >refused.yaml
  run --check-pack refused.yaml
  has "refused by $1" "^refused.yaml:10:.*: error: idiom/zzz: not found in this bad example: the words stand there, but this does not hold: ${1%%:*}$" "$out"
}
refused 'near: [دار]' 'هذا زمخلتش'
refused 'unless-near: [دار]' 'دار هذا زمخلتش'
refused 'position: caption' 'هذا زمخلتش.'
refused 'document-has: [دار]' 'هذا زمخلتش'
refused 'document-lacks: [دار]' 'دار هذا زمخلتش'
refused 'source-has: [house]' 'هذا زمخلتش'
refused 'source-lacks: [house]' '{text: هذا زمخلتش, source: A house.}'
refused 'unless-in-source: drop' '{text: هذا زمخلتش, source: A house.}'
entry idiom/zzz 'برطلمنج' 'هذا زمخلتش' 'سليمة' | sed 's/pattern/literal/' >refused.yaml
run --check-pack refused.yaml
has 'no words, no condition' 'not found in this bad example$' "$out"

# A byte order mark is no column.
printf '\357\273\277- id: idiom/\377' >mark.yaml
run --check-pack mark.yaml
has 'behind a byte order mark: bytes' '^mudaqqiq: mark.yaml:1:13: invalid leading UTF-8' "$err"
{ printf '\357\273\277- '; printf '%0300d' 0 | sed 's/0/[/g'; } >mark.yaml
run --check-pack mark.yaml
has 'behind a byte order mark: depth' '^mudaqqiq: mark.yaml:1:203: brackets are nested too deep' "$err"
{ printf '\357\273\277'; entry IDIOM 'زمخلتش' 'هذا زمخلتش' 'سليمة'; } >mark.yaml
run --check-pack mark.yaml
has 'behind a byte order mark: a field' '^mudaqqiq: mark.yaml:1:7: id: not of the form' "$err"

# Floods are cut, and counted.
for i in 10 11 12 13 14 15 16 17 18 19 20 21; do entry "idiom/flood-$i" زمخلسش 'ليس هنا' 'سليمة' | sed 's/- جملة سليمة/- هذا زمخلتش/'; done >flood.yaml
entry idiom/zzz '=هذا زمخلتش' 'هذا زمخلتش' 'سليمة' >>flood.yaml
run --check-pack flood.yaml
is 'a flood: shown' 20 "$(grep -c ': error: ' .out)"
is 'a flood: counted' '1 mudaqqiq: 24 errors, 20 shown; --error-limit 0 shows all' "$rc $err"
run --check-pack flood.yaml --error-limit 3
is 'a flood: cut as asked for' '3 mudaqqiq: 24 errors, 3 shown; --error-limit 0 shows all' "$(wc -l <.out) $err"
run --check-pack flood.yaml --error-limit 0
is 'a flood: all' '24 ' "$(wc -l <.out) $err"
run --check-pack flood.yaml --error-limit 24
is 'as many as may be' '24 ' "$(wc -l <.out) $err"
is 'in the order of the file' "$(cut -d: -f2 .out)" "$(cut -d: -f2 .out | sort -n)"
sed 's/mechanism: polysemy/mechanism: magic/' flood.yaml >faults.yaml
run --check-pack faults.yaml --error-limit 5
is 'a flood of faults' '2 6 mudaqqiq: 13 errors, 5 shown; --error-limit 0 shows all' "$rc $(wc -l <.err) $(tail -n 1 .err)"
run --check-pack faults.yaml --error-limit 13
is 'as many faults as may be' 13 "$(grep -c 'magic' .err)"
finish
