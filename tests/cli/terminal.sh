#!/bin/sh
# What a person sees: excerpts with the span marked, suggestions, habits collapsed, a closing count.
. "$(dirname "$0")/lib.sh"
command -v script >/dev/null || skip 'no script command (util-linux)'
make_samples
TERM=xterm
export TERM
FSI=$(printf '\342\201\250') RLI=$(printf '\342\201\247') PDI=$(printf '\342\201\251') ESC=$(printf '\033')
program="'$MUDAQQIQ' $three_rules"

on_terminal "NO_COLOR=1 $program --min-severity=note warning.txt error.txt note.txt clean.txt"
is 'status' 1 "$rc"
is 'the whole screen' "warning.txt:1:10: warning: ${FSI}Remove the space before “،”$PDI [punct/space-before-comma]
     1 │ ${RLI}وصل الوفد⟦ ،⟧ أمس.$PDI
       │ ${FSI}help: write $FSI«،»$PDI$PDI
error.txt:1:11: error: ${FSI}Displaced quotation marks around “في”$PDI [punct/quote-displaced]
     1 │ ${RLI}وصل الوفد ⟦\"في\"⟧ إلى القاهرة.$PDI
note.txt:1:10: note: ${FSI}Use a single ordinary space, and none at the end of a line$PDI [punct/space-multiple]
     1 │ ${RLI}وصل الوفد⟦  ⟧أمس.$PDI
       │ ${FSI}help: write one space$PDI
1 error, 1 warning, 1 note in 3 files of 4" "$screen"
on_terminal "NO_COLOR=1 $program clean.txt"
is 'a clean file' 'nothing to report in 1 file' "$screen"
on_terminal "NO_COLOR=1 $program --lang=ar warning.txt"
has 'Arabic suggestion' "│ ${RLI}المقترح: اكتب $FSI«،»$PDI$PDI" "$screen"
on_terminal "$program missing.txt"
is 'no count when nothing was linted' 'mudaqqiq: missing.txt: cannot read: No such file or directory' "$screen"

# A suggestion shows what the marked text becomes, though the fix itself may be one inserted space, or a deletion.
printf 'وصل الوفد أمس.وقال إنه راض.\n' >insert.txt
on_terminal "NO_COLOR=1 '$MUDAQQIQ' --select punct/no-space-after insert.txt"
has 'the text with the space' '⟦\.وقال⟧' "$screen"
has 'is suggested whole' "help: write $FSI«\. وقال»$PDI" "$screen"
printf 'وصل الو\302\255فد أمس.\n' >delete.txt
on_terminal "NO_COLOR=1 '$MUDAQQIQ' --select norm/invisible delete.txt"
has 'what goes is named' "help: delete $FSI«<U+00AD>»$PDI" "$screen"

# Colour, and terminals that are none.
on_terminal "$program warning.txt"
has 'colour by default' "$ESC\\[" "$screen"
for quiet in "NO_COLOR=1 $program" "$program --color=never"; do
  on_terminal "$quiet warning.txt"
  is "no colour: $quiet" '' "$(printf '%s' "$screen" | grep "$ESC")"
  has "an excerpt all the same: $quiet" '⟦ ،⟧' "$screen"
done
on_terminal "NO_COLOR= $program warning.txt"
has 'an empty NO_COLOR is none' "$ESC\\[" "$screen"
on_terminal "TERM=dumb $program warning.txt"
is 'a dumb terminal gets the plain line' "$("$MUDAQQIQ" --select $warning_rule warning.txt)" "$screen"
on_terminal "INSIDE_EMACS=28.2,compile $program warning.txt"
is 'so does Emacs' "$("$MUDAQQIQ" --select $warning_rule warning.txt)" "$screen"
on_terminal "$program --format=jsonl warning.txt"
is 'a machine format is the same everywhere' "$("$MUDAQQIQ" --select $warning_rule --format=jsonl warning.txt)" "$screen"

# Long lines are cut around the span, to the width of the terminal.
words='ذكرت مصادر مطلعة في الوزارة أن المفاوضات بين الجانبين ستستأنف خلال الأسابيع المقبلة'
{ echo "$words ، $words"; echo "قال ، $words $words"; echo "$words $words ، ثم"; } >long.txt
for columns in 80 120; do
  on_terminal "NO_COLOR=1 $program long.txt"
  printf '%s\n' "$screen" | grep '│.*⟦' >.excerpts
  is "three excerpts at $columns columns" 3 "$(wc -l <.excerpts)"
  is "no excerpt is wider than $columns columns" yes "$([ "$(LC_ALL=C.UTF-8 wc -L <.excerpts)" -le $columns ] && echo yes)"
  is "the screen is used at $columns columns" yes "$([ "$(LC_ALL=C.UTF-8 wc -L <.excerpts)" -gt $((columns - 25)) ] && echo yes)"
  has 'cut at both sides' "${RLI}….*⟦ ،⟧.*…$PDI" "$(sed -n 1p .excerpts)"
  has 'cut at the end' "${RLI}قال⟦ ،⟧.*…$PDI" "$(sed -n 2p .excerpts)"
  has 'cut at the start' "${RLI}….*⟦ ،⟧ ثم$PDI" "$(sed -n 3p .excerpts)"
  is 'words are whole' '' "$(sed "s/.*│ //; s/[⟦⟧$FSI$RLI$PDI…،]//g; s/.*/ & /" .excerpts | tr -s ' ' '\n' | grep . |
    grep -vxF "$(printf '%s\nقال\nثم' "$words" | tr ' ' '\n')")"
done
columns=80

# What cannot be seen is spelled out, and nothing in the text commands the terminal.
printf 'وصل الو\342\200\213فد\033[31m أمس \342\200\256ثم\342\200\254 عاد.\n' >unseen.txt
on_terminal "NO_COLOR=1 '$MUDAQQIQ' --select 'norm/*' unseen.txt"
has 'a zero-width space' '⟦<U+200B>⟧' "$screen"
has 'an escape character' '<U+001B>\[31m' "$screen"
is 'no raw escape' '' "$(printf '%s' "$screen" | grep "$ESC")"
is 'no raw override' '' "$(printf '%s' "$screen" | grep "$(printf '\342\200\256')")"

# The same fault five times in a file is a habit: three places and a count. Four are four.
places() { i=0; while [ $i -lt "$1" ]; do cat warning.txt; i=$((i + 1)); done; }
places 4 >four.txt
places 5 >five.txt
places 100 >hundred.txt
on_terminal "NO_COLOR=1 $program four.txt five.txt hundred.txt"
is 'four places are shown' 4 "$(printf '%s\n' "$screen" | grep -c '^four')"
is 'of five, three' 3 "$(printf '%s\n' "$screen" | grep -c '^five')"
is 'of a hundred, three' 3 "$(printf '%s\n' "$screen" | grep -c '^hundred')"
has 'the rest is named' "${FSI}2 more, on lines 4, 5$PDI" "$screen"
has 'as far as it fits' "${FSI}97 more, on lines 4, 5, 6, .* …$PDI" "$screen"
is 'in one line' yes "$([ "$(printf '%s\n' "$screen" | grep 'more, on' | LC_ALL=C.UTF-8 wc -L)" -le 80 ] && echo yes)"
has 'and everything is counted' '^109 warnings in 3 files$' "$screen"
{ places 3; echo 'وصل ، الوفد ، أمس ، مساء'; } >same-line.txt
on_terminal "NO_COLOR=1 $program same-line.txt"
has 'a line is named once' "${FSI}3 more, on line 4$PDI" "$screen"

# Arabic counts.
arabic() { # NUMBER PHRASE
  places "$1" >many.txt
  on_terminal "NO_COLOR=1 $program --lang=ar many.txt"
  is "$1 in Arabic" "الحصيلة: $2 في ملف واحد" "$(printf '%s\n' "$screen" | tail -n 1)"
}
arabic 1 'تحذير واحد'
arabic 2 'تحذيران'
arabic 3 '3 تحذيرات'
arabic 10 '10 تحذيرات'
arabic 11 '11 تحذيرًا'
arabic 99 '99 تحذيرًا'
arabic 100 '100 تحذير'
arabic 102 '102 تحذير'
arabic 103 '103 تحذيرات'
arabic 111 '111 تحذيرًا'
on_terminal "NO_COLOR=1 $program --lang=ar --min-severity=note error.txt warning.txt note.txt clean.txt"
has 'three severities' '^الحصيلة: خطأ واحد وتحذير واحد وملاحظة واحدة في 3 ملفات من أصل 4$' "$screen"
on_terminal "NO_COLOR=1 $program --lang=ar error.txt warning.txt clean.txt"
has 'two files, in the genitive' ' في ملفين من أصل 3$' "$screen"
on_terminal "NO_COLOR=1 $program --lang=ar five.txt"
has 'the count of a habit' "وموضعان آخران، في السطرين 4، 5$PDI" "$screen"
finish
