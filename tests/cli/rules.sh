#!/bin/sh
# --list-rules and --explain.
. "$(dirname "$0")/lib.sh"
run --list-rules
is 'status' 0 "$rc"
has 'headings' '^RULE  *SEVERITY  *CERTAINTY  *ON  *FIX  *SUMMARY$' "$out"
has 'a rule' '^punct/space-before-comma  *warning  *certain  *yes  *safe  *[A-Z]' "$out"
sed 1d .out | awk '{ print $1 }' >ids
is 'sorted by id' "$(LC_ALL=C sort -u ids)" "$(cat ids)"
is 'a severity and a certainty each' '' \
  "$(sed 1d .out | grep -vE '^[a-z]+/[a-z0-9-]+ +(note|warning|error) +(possible|likely|certain) +(yes|-) +(safe|suggested|-) +[^ ]')"
run --list-rules --lang=ar
has 'Arabic headings' 'القاعدة.*الشدة.*اليقين.*الخلاصة' "$out"
is 'the same rules' "$(cat ids)" "$(sed 1d .out | awk '{ print $1 }')"
is 'severities, certainties and fixes in Arabic' '' "$(sed 1d .out | sed 's/^[^ ]*//' | grep -E '^ +([^ ]+ +)?([^ ]+ +)?(note|warning|error|possible|likely|certain|yes|suggested|safe)\b')"
has 'an error, certain, on, without fix' '^date/impossible  *خطأ[^ ]*  *مؤكَّد[^ ]*  *نعم[^ ]*  *-' "$out"
run --list-rules --select "$warning_rule"
is '--select shows' "$warning_rule" "$(sed 1d .out | awk '{ print $1 }')"
is 'and what --select shows is on' yes "$(sed 1d .out | awk '{ print $4 }')"
run --list-rules --select 'date/m*' --select 'date/i*' --ignore date/impossible
is '--select and --ignore together' 'date/month-pair date/month-system' "$(sed 1d .out | awk '{ print $1 }' | tr '\n' ' ' | sed 's/ $//')"
run --list-rules
has 'an entry suggests' '^idiom/ai-and-chips  *warning  *likely  *yes  *suggested ' "$out"
has 'what depends on the writer' '^mt/placeholder  *error  *certain  *yes  *- ' "$out"
has 'safe in a house style only' '^date/month-system  *note  *likely  *yes  *safe ' "$out"

run --explain "$warning_rule"
is 'status of --explain' 0 "$rc"
for part in '^punct/space-before-comma$' '^severity: warning$' '^certainty: certain$' '^category: fluency/' '^since: 0' \
  '^default: on$' '^Reported:$' '^  ✗  .* ،' '^  →  ' '^Not reported:$' '^  ✓  '; do
  has "--explain shows" "$part" "$out"
done
run --explain "$warning_rule" --lang=ar
for part in '^الشدة: warning (تحذير)$' '^اليقين: certain (مؤكَّد)$' '^يُبلَّغ عنه:$' '^لا يُبلَّغ عنه:$'; do
  has "--explain in Arabic shows" "$part" "$out"
done

run --explain grammar/number-noun
has '--explain tells what else a finding may be' '^severity: warning; in some of the examples: error' "$out"
run --explain grammar/number-noun --lang ar
has 'in Arabic' '^الشدة: warning (تحذير)؛ وفي بعض الأمثلة: error (خطأ)' "$out"
run --explain idiom/ai-and-chips
has '--explain says what to write' '^suggests: رقائق$' "$out"
run --explain style/house-form --lang=ar
has 'direction marks are no text' 'ما يحدده .*--house' "$out"
is 'direction marks are not spelled out' '' "$(grep '<U+200E>' .out)"
run --explain "$warning_rule"
has '--explain tells of a fix' '^fix: safe' "$out"

# A family's name lists its rules, and no others.
for family in number number/ 'number/*'; do
  run --explain "$family"
  is "status of --explain $family" 0 "$rc"
  is "--explain $family lists" "$("$MUDAQQIQ" --list-rules --select 'number/*' | sed 1d | awk '{ print $1 }')" "$(sed 1d .out | awk '{ print $1 }')"
done
run --explain num
is 'half a name is no family' 2 "$rc"
has 'but tells which is meant' "^mudaqqiq: no rule 'num'; did you mean number, .*? (--list-rules" "$err"
run --explain numbers
has 'a family with a letter too many' 'did you mean number, ' "$err"
run --explain date/impossibl
has 'a rule' 'did you mean date/impossible?' "$err"
run --explain date --format jsonl
is 'pages and lists are text' '2 mudaqqiq: --explain prints text for people; there is no --format=jsonl of it' "$rc $err"
run --list-rules --format jsonl
is 'all of them' '2 mudaqqiq: --list-rules prints text for people; there is no --format=jsonl of it' "$rc $err"

# Every rule explains itself in both languages, with examples of what it reports and what it does not.
while read -r rule; do
  for lang in en ar; do
    run --explain "$rule" --lang $lang
    is "--explain $rule in $lang" 0 "$rc"
    is "examples of $rule in $lang" yes "$(grep -q '^  ✗  .' .out && grep -q '^  ✓  .' .out && echo yes)"
  done
  is "no control character in the page of $rule" 0 "$(LC_ALL=C tr -d '\n' <.out | LC_ALL=C tr -cd '\000-\037\177' | wc -c)"
done <ids
finish
