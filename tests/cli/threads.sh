#!/bin/sh
# What is written does not depend on the number of threads.
. "$(dirname "$0")/lib.sh"
sample=$MUDAQQIQ_TESTS/samples/draft.txt
i=0
mkdir drafts
while [ $i -lt 60 ]; do
  i=$((i + 1))
  head -n $((i * 7 % 40 + 1)) "$sample" >drafts/$i.txt # sizes go up and down: files end in another order than they began
done
printf 'caf\351\n' >drafts/bad.txt
ln -s nowhere drafts/gone.txt

for format in text jsonl; do
  for jobs in 1 2 8; do
    "$MUDAQQIQ" -j $jobs --format $format --min-severity=note drafts >$format.$jobs 2>$format.$jobs.err
    is "status of $format with -j $jobs" 2 $?
    is "output of $format with -j $jobs" same "$(cmp -s $format.1 $format.$jobs && echo same)"
    is "complaints of $format with -j $jobs" same "$(cmp -s $format.1.err $format.$jobs.err && echo same)"
  done
done
is 'two complaints' 2 "$(wc -l <text.8.err)"
is 'findings in all 60 drafts' 60 "$(sed 's/:.*//' text.8 | uniq | wc -l)"
"$MUDAQQIQ" --min-severity=note drafts >text.default 2>/dev/null
is 'the default number of threads' same "$(cmp -s text.1 text.default && echo same)"
finish
