#!/bin/sh
# --column-unit: the same places counted in four ways, past a byte order mark, an emoji, vowel signs, directional
# marks, a tab, wide characters and the three line ends. The columns are counted by hand.
. "$(dirname "$0")/lib.sh"
rule=$warning_rule
{
  printf '\357\273\277خبر 😀 عاجل ، اليوم.\r\n'  # 3 letters, emoji, 4 letters
  printf 'كَتَبَ الطالب ، ثم خرج.\r'                # 3 letters with 3 signs, 6 letters
  printf 'أعلن\342\200\217 البنك ، أمس.\n'       # 4 letters, RLM, 5 letters
  printf '\t中文 قال ، ثم ذهب ، وعاد.\n'         # tab, 2 wide characters, 3 letters; a second place
} >draft.txt

places() {
  run --select "$rule" --column-unit "$1" draft.txt
  cut -d: -f2,3 .out | tr '\n' ' '
}
is 'code points' '1:11 2:14 3:12 4:8 4:17 ' "$(places codepoint)"
is 'bytes' '1:21 2:26 3:23 4:15 4:30 ' "$(places byte)"
is 'UTF-16' '1:12 2:14 3:12 4:8 4:17 ' "$(places utf16)"
is 'cells' '1:12 2:11 3:11 4:17 4:26 ' "$(places display)"
run --select "$rule" draft.txt
is 'code points are the default' '1:11 2:14 3:12 4:8 4:17 ' "$(cut -d: -f2,3 .out | tr '\n' ' ')"

run --select "$rule" --format jsonl --column-unit byte draft.txt
is 'machine formats do not change' 11 "$(sed -n '1s/.*"column":\([0-9]*\).*/\1/p' .out)"

# Many places on one line cost linear time: 20,000 of them take no ten seconds. A repetition is 12 characters of 21
# bytes; the space is the 10th, at byte 18.
awk 'BEGIN { for (i = 0; i < 20000; i++) printf "وصل الوفد ، "; print "" }' >long.txt
for pair in byte=$((19999 * 21 + 18)) display=$((19999 * 12 + 10)); do
  timeout 10 "$MUDAQQIQ" --select "$rule" --column-unit "${pair%=*}" long.txt >.out
  is "a long line in time (${pair%=*})" 1 $?
  is "its last place (${pair%=*})" "1:${pair#*=}" "$(tail -n 1 .out | cut -d: -f2,3)"
done
finish
