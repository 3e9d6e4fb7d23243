#!/bin/sh
# A report that cannot be written is trouble: a message and status 2, never a silent success.
. "$(dirname "$0")/lib.sh"
make_samples
select="--select $warning_rule"
i=0
while [ $i -lt 2000 ]; do cat warning.txt; i=$((i + 1)); done >many.txt # more than a pipe holds

# shellcheck disable=SC2086
for format in text jsonl; do
  { "$MUDAQQIQ" $select --format $format many.txt 2>.err; echo $? >.rc; } | head -n 1 >.first
  is "a closed pipe ($format): status" 2 "$(cat .rc)"
  has "a closed pipe ($format): message" '^mudaqqiq: cannot write to standard output: Broken pipe' "$(cat .err)"
  { "$MUDAQQIQ" $select --format $format -j 4 many.txt many.txt many.txt many.txt 2>.err; echo $? >.rc; } | head -n 1 >.first
  is "a closed pipe ($format), several files: said once" 1 "$(grep -c . .err)"
  if [ -w /dev/full ]; then
    "$MUDAQQIQ" $select --format $format warning.txt >/dev/full 2>.err
    is "a full disk ($format): status" 2 $?
    has "a full disk ($format): message" 'cannot write to standard output: No space left' "$(cat .err)"
  fi
  "$MUDAQQIQ" $select --format $format --exit-zero warning.txt >&- 2>.err
  is "a closed standard output ($format)" 2 $?
done
"$MUDAQQIQ" $select clean.txt >&- 2>.err
is 'nothing to write is no trouble' 0 $?

if [ -w /dev/full ]; then
  for option in --help --version --list-rules "--explain=$warning_rule"; do
    "$MUDAQQIQ" "$option" >/dev/full 2>.err
    is "a full disk: $option" 2 $?
  done
else
  echo 'not checked: a full disk (no /dev/full)'
fi
finish
