#!/bin/sh
# --format=jsonl: the members and their order, and that a line is one line whatever the names contain.
. "$(dirname "$0")/lib.sh"
make_samples
bytes() { LC_ALL=C tr -cd "$1" <.out | wc -c; }

# shellcheck disable=SC2086
run $three_rules --format=jsonl --min-severity=note warning.txt note.txt error.txt clean.txt
# وصل (3 letters, 6 bytes) space الوفد (5 letters, 10 bytes): the space before the comma is code point 10, byte 17.
is 'a warning with a fix' '{"file":"warning.txt","line":1,"column":10,"end_line":1,"end_column":12,"offset":17,"end_offset":20,"rule":"punct/space-before-comma","severity":"warning","certainty":"certain","message":"Remove the space before “،”","fixes":[{"offset":17,"end_offset":20,"text":"،","safe":true}]}' "$(sed -n 1p .out)"
is 'a note' '{"file":"note.txt","line":1,"column":10,"end_line":1,"end_column":12,"offset":17,"end_offset":19,"rule":"punct/space-multiple","severity":"note"' \
  "$(sed -n 2p .out | cut -d, -f1-9)"
# The opening quotation mark is code point 11 and byte 18; the span takes in both marks: 4 characters, 6 bytes.
is 'an error' '{"file":"error.txt","line":1,"column":11,"end_line":1,"end_column":15,"offset":18,"end_offset":24,"rule":"punct/quote-displaced","severity":"error","certainty":"certain"' \
  "$(sed -n 3p .out | cut -d, -f1-10)"
is 'a place that has no unit has no such member' '' "$(grep unit .out)"
is 'three findings, three lines' 3 "$(wc -l <.out)"
is 'no closing line, no carriage return' 0 "$(bytes '\r')"

# shellcheck disable=SC2086
run $three_rules --format=jsonl --lang=ar warning.txt
has 'messages in Arabic' '"message":"احذف المسافة' "$out"

# A name may hold what ends a line for some reader: LF, CR, NEL, U+2028; and quotes, a backslash, an escape.
nasty=$(printf 'a"b\\c\nd\re\033f\302\205g\342\200\250h\tق')
mkdir names && cp warning.txt "names/$nasty.txt"
# shellcheck disable=SC2086
run $three_rules --format=jsonl names
is 'one line' 1 "$(wc -l <.out)"
has 'all of it escaped' '"file":"names/a\\"b\\\\c\\nd\\re\\u001bf\\u0085g\\u2028h\\tق.txt"' "$out"
is 'no control character but the final LF' 1 "$(bytes '\000-\037\177')"
cp warning.txt "$(printf 'bad\377name.txt')" 2>/dev/null &&
  {
    # shellcheck disable=SC2086
    run $three_rules --format=jsonl "$(printf 'bad\377name.txt')"
    has 'a name that is not UTF-8' "$(printf '"file":"bad\357\277\275name.txt"')" "$out"
  }

if ! command -v jq >/dev/null; then
  echo 'not checked: validity (no jq)'
  finish
fi
# shellcheck disable=SC2086
run $three_rules --format=jsonl names
is 'the name comes back' "names/$nasty.txt" "$(jq -r .file .out)"
# Every rule over a text full of faults: every line is an object of exactly the documented form, and offsets,
# lines and columns agree with the text.
run --format=jsonl --min-severity=note "$MUDAQQIQ_TESTS/samples/draft.txt"
is 'every line is valid and has the documented members' "$(wc -l <.out)" "$(jq -c 'select(
  (keys_unsorted - ["unit"]) == ["file","line","column","end_line","end_column","offset","end_offset","rule","severity",
    "certainty","message","fixes"]
  and ([.line,.column,.end_line,.end_column,.offset,.end_offset] | all(type == "number" and . >= 0))
  and .offset <= .end_offset and .line <= .end_line
  and (.severity | IN("note","warning","error")) and (.certainty | IN("possible","likely","certain"))
  and (.rule | test("^[a-z]+/[a-z0-9-]+$")) and (.message | type == "string" and length > 0)
  and (.fixes | all(keys_unsorted == ["offset","end_offset","text","safe"] and .offset <= .end_offset
    and (.safe | type == "boolean") and (.text | type == "string"))))' .out | wc -l)"
is 'there is something to check' yes "$([ "$(wc -l <.out)" -ge 20 ] && echo yes)"
is 'sorted by place' "$(jq .offset .out)" "$(jq .offset .out | sort -n)"
finish
