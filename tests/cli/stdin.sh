#!/bin/sh
# Standard input.
. "$(dirname "$0")/lib.sh"
make_samples
select="--select $warning_rule"
line="1:10: warning: Remove the space before “،” [$warning_rule]"
# shellcheck disable=SC2086
{
  is 'no FILE' "<stdin>:$line" "$("$MUDAQQIQ" $select <warning.txt)"
  is '-' "<stdin>:$line" "$("$MUDAQQIQ" $select - <warning.txt)"
  is 'from a pipe' "<stdin>:$line" "$(cat warning.txt | "$MUDAQQIQ" $select)"
  is '--stdin-filename' "خبر.txt:$line" "$("$MUDAQQIQ" $select --stdin-filename خبر.txt <warning.txt)"
  is 'among files' "clean.txt - x:$line" "clean.txt - $("$MUDAQQIQ" $select --stdin-filename x clean.txt - <warning.txt)"
  is 'as source' "warning.txt:$line" "$(echo Hello | "$MUDAQQIQ" $select --source - warning.txt)"
  "$MUDAQQIQ" $select </dev/null >.out 2>.err
  is 'an empty text is clean' '0' "$?$(cat .out .err)"
  "$MUDAQQIQ" $select <&- >.out 2>.err
  is 'a closed standard input is trouble' 2 $?
  has 'and says so' '^mudaqqiq: <stdin>: cannot read: Bad file descriptor' "$(cat .err)"
}

if command -v script >/dev/null; then
  script -qec "'$MUDAQQIQ'" /dev/null </dev/null >.screen 2>&1
  is 'a terminal as standard input is a usage error' 2 $?
  has 'that says what to do' 'name a FILE or DIRECTORY, or pipe a text in' "$(cat .screen)"
else
  echo 'not checked: standard input on a terminal (no script command)'
fi
finish
