#!/bin/sh
# The exit status: 0 nothing at or above the fail level, 1 findings, 2 trouble.
. "$(dirname "$0")/lib.sh"
make_samples
printf 'caf\351\n' >bad.txt # not UTF-8

# options                                  clean note warning error bad
table='
-                                          0 0 1 1 2
--min-severity=note                        0 0 1 1 2
--min-severity=error                       0 0 0 1 2
--fail-level=note                          0 1 1 1 2
--fail-level=warning                       0 0 1 1 2
--fail-level=error                         0 0 0 1 2
--fail-level=never                         0 0 0 0 2
--min-severity=error,--fail-level=note     0 1 1 1 2
--min-severity=error,--fail-level=warning  0 0 1 1 2
--min-severity=note,--fail-level=error     0 0 0 1 2
--max-warnings=0                           0 0 1 1 2
--max-warnings=1                           0 0 0 1 2
--max-warnings=0,--fail-level=error        0 0 1 1 2
--max-warnings=0,--min-severity=error      0 0 1 1 2
--max-warnings=1,--fail-level=note         0 1 0 1 2
--max-warnings=0,--fail-level=never        0 0 0 0 2
--exit-zero                                0 0 0 0 2
--exit-zero,--fail-level=note              0 0 0 0 2
'
printf '%s' "$table" >.table
while read -r options statuses; do
  [ "$options" ] || continue
  [ "$options" = - ] && options=
  got=
  for kind in clean note warning error bad; do
    # shellcheck disable=SC2086,SC2046
    run $three_rules $(echo "$options" | tr , ' ') $kind.txt
    got="$got${got:+ }$rc"
  done
  is "statuses for '$options'" "$statuses" "$got"
done <.table

# Trouble beats findings, wherever it stands, and the other inputs are linted all the same.
for order in 'bad.txt warning.txt error.txt' 'warning.txt bad.txt error.txt' 'warning.txt error.txt bad.txt'; do
  # shellcheck disable=SC2086
  run $three_rules $order
  is "status of $order" 2 "$rc"
  is "findings of $order" 2 "$(wc -l <.out)"
  has "complaint about $order" '^mudaqqiq: bad.txt:1:4: ' "$err"
done
run --exit-zero missing.txt
is '--exit-zero does not hide trouble' 2 "$rc"

# What decides the exit status can be seen.
# shellcheck disable=SC2086
run $three_rules --min-severity=error --fail-level=note note.txt
has 'a fail level below --min-severity lowers it' ': note: ' "$out"
# shellcheck disable=SC2086
run $three_rules note.txt
is 'notes are hidden unless asked for' '' "$out"
# shellcheck disable=SC2086
run $three_rules --min-severity=error warning.txt error.txt
is '--min-severity=error shows errors only' 1 "$(grep -c . .out)"

# --max-warnings counts over all files.
for i in 1 2 3; do cp warning.txt "w$i.txt"; done
# shellcheck disable=SC2086
run $three_rules --max-warnings 2 w1.txt w2.txt w3.txt
is 'three warnings are more than two' 1 "$rc"
# shellcheck disable=SC2086
run $three_rules --max-warnings 3 w1.txt w2.txt w3.txt
is 'three warnings are not more than three' 0 "$rc"
finish
