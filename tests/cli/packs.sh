#!/bin/sh
# Packs of a user: --pack and --check-pack, and the entry of the author's guide.
. "$(dirname "$0")/lib.sh"
. "$here/pack_lib.sh"
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
# A regular expression that takes too many steps is told of once, with its place; the other findings stand.
entry idiom/slow 'زمخلتش' 'هذا اااب هنا' 'سليمة' | sed "s/pattern: .*/regex: '(?:ا+ا+)+ب'/" >slow.yaml
{ echo 'سطر أول'; for i in 1 2 3; do printf 'قال %060d وب\n' 0 | sed 's/0/ا/g'; done; echo 'هنا اااب'; } >slow.txt
cp slow.txt slower.txt
for jobs in 1 2; do
  run -j $jobs --pack slow.yaml slow.txt slower.txt
  has "a regex that gives up ($jobs)" '^mudaqqiq: slow.txt:2:1: idiom/slow (slow.yaml:1) has a regex that takes too many steps here and gives up: it may miss something in this line$' "$err"
  is "a regex that gives up is told of once ($jobs)" 1 "$(wc -l <.err)"
  is "what it finds elsewhere ($jobs)" '1 slow.txt:5:5 slower.txt:5:5' "$rc $(cut -d: -f1-3 .out | paste -sd' ')"
done

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
# An entry of the user's came with no release of the program.
run --pack guide.yaml --explain idiom/ghost-kitchen
is 'no release' '' "$(grep '^since' .out)"
has 'what to write' '^suggests: مطبخ سحابي, مطابخ سحابية$' "$out"
is 'good examples with a source show it' '  EN The company rents eerie places to cook in the suburbs.
  ✓  تستأجر الشركة أماكن طهو شبحية في الضواحي.' "$(tail -n 2 .out)"

# An entry for several terms offers none of its suggestions, and says so.
entry idiom/zzz 'زمخلتش' 'هذا زمخلتش' 'سليمة' | sed 's/english: .*/english: Alpha (the bank), Beta/; s/suggest: .*/suggest: [ألفا, بيتا]/; s/polysemy/named-entity/' >single.yaml
sed 's/^  suggest/  several: true\n&/' single.yaml >several.yaml
run --pack several.yaml --explain idiom/zzz
has 'several: no fix' '^fix: none, it depends on what is meant$' "$out"
has 'several: what there is' '^right names or terms: ألفا, بيتا$' "$out"
is 'several: not as a suggestion' '' "$(grep suggests .out)"
run --pack several.yaml --list-rules
has 'several: no fix in the list' '^idiom/zzz  *warning  *likely  *yes  *-  ' "$out"
run --pack single.yaml --list-rules
has 'one: a fix in the list' '^idiom/zzz  *warning  *likely  *yes  *suggested  ' "$out"

has 'each alternative is quoted, without its remark' ' The name “Alpha” (the bank) or “Beta” translated as common words$' "$out"

# Remarks on the English are for those who read English.
echo 'هذا زمخلتش.' >remark.txt
run --pack single.yaml remark.txt
has 'a remark in an English message' 'Literal rendering of “Alpha (the bank)”; say “ألفا”' "$out"
run --lang ar --pack single.yaml remark.txt
has 'no remark in an Arabic message' 'ترجمة حرفية لعبارة Alpha؛ يُقال «ألفا»' "$out"
run --lang ar --pack single.yaml --list-rules
has 'nor in an Arabic summary' 'ترجمة الاسم «Alpha» أو «Beta» كأنه كلام عادي' "$out"
finish
