#!/bin/sh
# The text format on a pipe: file:line:column: severity: message [rule], one line a finding.
. "$(dirname "$0")/lib.sh"
cat >draft.txt <<'END'
ارتفاع الصادرات ، وتراجع الواردات

قال الوزير إن الخطة "في" طور الإعداد .
وأضاف المتحدث، أن القرار نهائي ؛ ولا رجعة فيه  بعد اليوم.
END
# Judged by eye: line 1 ends its subject with the 15th letter, so the space is column 16; and so on.
wanted='draft.txt:1:16: warning: Remove the space before “،” [punct/space-before-comma]
draft.txt:3:21: error: Displaced quotation marks around “في” [punct/quote-displaced]
draft.txt:3:37: warning: Remove the space before “.” [punct/space-before-stop]
draft.txt:4:31: warning: Remove the space before “؛” [punct/space-before-comma]
draft.txt:4:46: note: Use a single ordinary space, and none at the end of a line [punct/space-multiple]'
# shellcheck disable=SC2086
run $three_rules --select punct/space-before-stop --min-severity=note draft.txt
is 'a small draft' "$wanted" "$out"
is 'nothing on standard error' '' "$err"
# shellcheck disable=SC2086
run $three_rules --ignore 'punct/space-*' --min-severity=note draft.txt
is '--ignore wins' "$(printf '%s\n' "$wanted" | grep quote-displaced)" "$out"
# shellcheck disable=SC2086
run $three_rules --lang=ar draft.txt
has 'Arabic messages, the frame as it was' '^draft.txt:1:16: warning: احذف المسافة .* \[punct/space-before-comma\]$' "$out"

# Nothing from a text or a name ends a line or commands the terminal.
printf 'وصل\033[31m الوفد\001 ، أمس\342\200\250 صباحا.\n' >control.txt
name=$(printf 'a\nb\033[2Jc\302\205\342\200\256.txt')
cp control.txt "$name"
run --min-severity=note "$name"
is 'one line a finding' "$("$MUDAQQIQ" --min-severity=note control.txt | wc -l)" "$(wc -l <.out)"
is 'every line is one' '' "$(grep -vE '^a<U\+000A>b<U\+001B>\[2Jc<U\+0085><U\+202E>\.txt:[0-9]+:[0-9]+: (note|warning|error): .+ \[[a-z]+/[a-z0-9-]+\]$' .out)"
is 'no control character' 0 "$(LC_ALL=C tr -d '\n' <.out | LC_ALL=C tr -cd '\000-\037\177' | wc -c)"
run "$(printf 'missing\033[2J\n.txt')"
has 'nor in an error message' '^mudaqqiq: missing<U+001B>\[2J<U+000A>.txt: ' "$err"

run --color=always --select "$warning_rule" draft.txt
has '--color=always colours' "$(printf '\033\\[')" "$out"
is 'and changes nothing else' "$("$MUDAQQIQ" --select "$warning_rule" draft.txt)" "$(sed 's/\x1b\[[0-9;]*m//g' .out)"
finish
