#!/bin/sh
# Packs of a user: --pack and --check-pack, and the entry of the author's guide.
. "$(dirname "$0")/lib.sh"
: "${MUDAQQIQ_DICTS:?the data to use}"

guide=$here/../../doc/packs.md
awk '/^```yaml$/ { inside = 1; next } /^```$/ { inside = 0 } inside' "$guide" >guide.yaml
is 'the guide holds an entry' 1 "$(grep -c '^- id:' guide.yaml)"
run --check-pack guide.yaml
is 'the entry of the guide: status' 0 "$rc"
is 'the entry of the guide: one line' 'guide.yaml: 1 entry, 6 examples: all as they should be' "$out$err"

echo 'توسعت مطابخ الأشباح في لندن مع ازدهار توصيل الطعام.' >draft.txt
run draft.txt
is 'not known without the pack' 0 "$rc"
run --pack guide.yaml draft.txt
is 'found with it: status' 1 "$rc"
has 'found with it' '^draft.txt:1:7: warning: Literal rendering of “ghost kitchen”; say “المطبخ السحابي” \[idiom/ghost-kitchen\]$' "$out"
run --isolated --pack guide.yaml draft.txt
is 'a pack that is named is not one of the configuration' 1 "$rc"
run --pack guide.yaml --pack guide.yaml --format=jsonl draft.txt
is 'named twice, read once' 1 "$(grep -c ghost-kitchen .out)"
run --pack guide.yaml --explain idiom/ghost-kitchen
has 'it can be explained' 'cooks for delivery only' "$out"
run --pack guide.yaml --list-rules
has 'it is listed' '^idiom/ghost-kitchen  *warning' "$out"
run --pack guide.yaml --ignore idiom/ghost-kitchen draft.txt
is 'it can be ignored' 0 "$rc"

# Words that prove nothing by themselves do with the source beside them.
echo 'تستأجر الشركة أماكن طهو شبحية في الضواحي.' >literal.txt
echo 'The company rents ghost kitchens in the suburbs.' >literal.en
run --pack guide.yaml literal.txt
is 'a literal rendering without the source' 0 "$rc"
run --pack guide.yaml --source literal.en literal.txt
has 'with the source it is an error' '^literal.txt:1:21: error: ' "$out"

# The files of two packs count together; a pack's entry takes the place of the built-in one of its id.
entry() { # ID PATTERN BAD GOOD
  printf -- '- id: %s\n  english: test\n  mechanism: polysemy\n  severity: warning\n  pattern: %s\n  suggest: []\n' "$1" "$2"
  printf '  why: {en: because, ar: لأن}\n  bad:\n    - %s\n  good:\n    - %s\n    - جملة سليمة\n' "$3" "$4"
}
entry idiom/zzz 'زمخلتش' 'هذا زمخلتش' 'هذا غير ذلك' >one.yaml
entry idiom/silver-bullet 'برطلمنج' 'هذا برطلمنج' 'ليس القانون رصاصة فضية للأزمة' >two.yaml
echo 'ليس القانون رصاصة فضية للأزمة. هذا زمخلتش وبرطلمنج.' >both.txt
run --select 'idiom/*' both.txt
is 'before' 'idiom/silver-bullet' "$(sed 's/.*\[\(.*\)\]/\1/' .out)"
run --select 'idiom/*' --pack one.yaml --pack two.yaml both.txt
is 'two packs, one entry in place of the built-in one' 'idiom/zzz idiom/silver-bullet' "$(sed 's/.*\[\(.*\)\]/\1/' .out | tr '\n' ' ' | sed 's/ $//')"
run --pack two.yaml --list-rules
is 'the replaced entry is not listed twice' 1 "$(grep -c '^idiom/silver-bullet ' .out)"
entry idiom/common 'قال =رئيس =الوزراء' 'قال رئيس الوزراء إنه سيعود' 'جملة أخرى' >common.yaml
echo 'ثم قال رئيس الوزراء إنه سيعود.' >common.txt
run --pack common.yaml common.txt
has 'words that every draft has' ':1:4: warning: .*idiom/common' "$out"
run --check-pack one.yaml --check-pack two.yaml
is 'two packs checked' 0 "$rc"
is 'a line each' 'one.yaml: 1 entry, 3 examples: all as they should be
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

# Trouble: with file, line and column, and nothing on standard output.
trouble() { # PATTERN ARGUMENT...
  pattern=$1
  shift
  run "$@"
  is "status of: $*" 2 "$rc"
  is "output of: $*" '' "$out"
  has "message of: $*" "^mudaqqiq: $pattern" "$err"
}
sed 's/mechanism: polysemy/mechanism: magic/' one.yaml >broken.yaml
for option in --pack --check-pack; do
  trouble 'broken.yaml:3:14: mechanism: “magic” is not one of: literal-idiom, polysemy, ' $option broken.yaml
  trouble 'absent.yaml: ' $option absent.yaml
  entry style/house-form 'زمخلتش' 'هذا زمخلتش' 'سليمة' >taken.yaml
  trouble 'taken.yaml:1:7: id: style/house-form is a built-in rule' $option taken.yaml
  trouble 'again.yaml:1:7: id: idiom/zzz is already used at one.yaml:1' $option one.yaml $option "$(cp one.yaml again.yaml; echo again.yaml)"
done
trouble '--check-pack lints no drafts: draft.txt' --check-pack one.yaml draft.txt
: >empty.yaml
run --check-pack empty.yaml
is 'an empty pack has nothing wrong' 0 "$rc"
is 'which is said' 'empty.yaml: 0 entries, 0 examples: all as they should be' "$out"

# All faults of a pack that keep it from being one, in one run: one an entry.
{ entry idiom/yyy 'زمخلتش' 'هذا زمخلتش' 'سليمة' | sed 's/mechanism: polysemy/mechanism: literal/'; sed 's/suggest:/sugest:/' two.yaml; entry spell/own 'زمخلتش' 'هذا زمخلتش' 'سليمة'; } >faults.yaml
run --check-pack faults.yaml --check-pack broken.yaml --check-pack absent.yaml
is 'faults: status' '2 ' "$rc $out"
is 'faults: one line each' 5 "$(wc -l <.err)"
for fault in '^mudaqqiq: faults.yaml:3:14: mechanism: “literal” is not one of: literal-idiom, .*, desk-policy$' \
  '^mudaqqiq: faults.yaml:18:3: entry: “sugest” is not one of its keys: id, .*, suggest, why, bad, good$' \
  '^mudaqqiq: faults.yaml:25:7: id: the family is idiom or style, not spell$' '^mudaqqiq: broken.yaml:3:14: ' '^mudaqqiq: absent.yaml: '; do
  has 'a fault' "$fault" "$err"
done

# An entry of the user's came with no release of the program.
run --pack guide.yaml --explain idiom/ghost-kitchen
is 'no release' '' "$(grep '^since' .out)"
has 'what to write' '^suggests: مطبخ سحابي, مطابخ سحابية$' "$out"
finish
