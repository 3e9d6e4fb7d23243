#!/bin/sh
# What README.md shows the program printing is what it prints, and what it names exists.
. "$(dirname "$0")/lib.sh"
readme=$here/../../README.md
ln -s "$MUDAQQIQ_TESTS" tests
run tests/samples/draft.txt
grep '^tests/samples/draft\.txt:[0-9]' "$readme" >quoted
is 'there are findings' yes "$([ "$(wc -l <quoted)" -ge 10 ] && echo yes)"
is 'each is one of the sample draft' '' "$(grep -vxFf .out quoted)"
run tests/samples/clean-*.txt
is 'professional text passes in silence' '0 ' "$rc $out$err"
run --help
grep -o -e '--[a-z][a-z-]*' "$readme" | sort -u >options
for option in $(grep -vxe --version options); do
  case $option in --with-* | --enable-*) continue ;; esac
  has "README: $option is an option" "$option\\b" "$out"
done

# The table of JSON members.
command -v jq >/dev/null || finish
run --format=jsonl --select 'punct/*' tests/samples/draft.txt
sed -n '/^| member/,/^$/p' "$readme" | sed 1,2d | cut -d'|' -f2 | grep -o '`[a-z_]*`' | tr -d '`' | sort >told
is 'the members of a finding are those in README' "$(sed -n 1p .out | jq -r 'keys_unsorted[]' | sort)" "$(cat told)"
finish
