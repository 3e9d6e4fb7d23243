#!/bin/sh
# --house, and presets as data.
. "$(dirname "$0")/lib.sh"
printf 'أنفقت الشركة الأمريكية مئة مليون على فرع جوجل في 3 تموز 2024.\n' >draft.txt
rules_of() { sed 's/.*\[\(.*\)\]$/\1/' .out | sort | uniq -c | awk '{ print $2 "=" $1 }' | paste -sd' '; }

run draft.txt
is 'nothing without a preset' "0 " "$rc $out"
run --house gulf draft.txt
is 'status with a preset' 1 "$rc"
is 'what the Gulf writes otherwise' 'date/month-system=1 style/house-form=2' "$(rules_of)"
has 'the form' 'warning: House style: “الأميركية” \[style/house-form\]' "$out"
run --house gulf --lang ar draft.txt
has 'in Arabic' 'أسلوب الدار: «الأميركية»' "$out"
run --house egypt draft.txt
is 'what Egypt writes otherwise' 'date/month-system=1 style/house-form=1' "$(rules_of)"
printf 'وصل الوفد في 3 تشرين الثاني 2024.\n' >november.txt
run --house gulf november.txt
is 'one month mixes nothing' 'november.txt:1:16: warning: House style: “نوفمبر” [date/month-system]' "$out"
printf 'وصل في 3 تموز 2024 وغادر في 9 آب ثم عاد في 12 سبتمبر\n' >months.txt
run --min-severity note --select date/month-system months.txt
has 'a draft that mixes' '“سبتمبر” is of another set of month names than the rest of the draft: “أيلول”' "$out"
run --house levant draft.txt
is 'what the Levant writes otherwise' 'style/house-form=2' "$(rules_of)"
run --house gulf --format jsonl draft.txt
has 'a safe fix' '"text":"غوغل","safe":true' "$out"
run --house gulf --ignore 'style/*' --ignore 'date/*' draft.txt
is 'rules can be left out' '0 ' "$rc $out"

for preset in mars '' ../egypt egypt.tsv; do
  run --house "$preset" draft.txt
  is "status of --house '$preset'" 2 "$rc"
  has "message of --house '$preset'" 'is not one of: egypt, gulf, levant, maghreb' "$err"
done

# A house of one's own: a file in presets/.
mkdir -p data/house/presets
for entry in "$MUDAQQIQ_DICTS"/*; do [ "${entry##*/}" = house ] || ln -s "$entry" data/; done
cp "$MUDAQQIQ_DICTS"/house/*.tsv data/house/
printf 'quotes\t« »\npercent\tفي المئة\ntanween\tnone\nhundred\tمائة\nfinal-ya\tى\n' >data/house/presets/own.tsv
printf 'قال “نعم” أمس وهو أيضًا راض.\nارتفع 5%% بعد 7 في المئة في يوم واحد.\n' >own.txt
run --data-dir data --house own --format jsonl own.txt
for fix in '"rule":"punct/mixed-quotes".*"text":"«","safe":true' '"rule":"punct/mixed-quotes".*"text":"»","safe":true' \
  '"rule":"number/percent-format".*"text":"5 فى المائة","safe":true' '"rule":"style/house-form".*"text":"المائة"' \
  '"rule":"style/tanween-mix".*"text":"أيضا"' '"rule":"style/house-form".*"text":"فى"'; do
  has 'a fix of the own house' "$fix" "$out"
done
printf 'quotes\t« »\nnosuch\tx\n' >data/house/presets/own.tsv
run --data-dir data --house own own.txt
is 'a setting that does not exist' 2 "$rc"
has '... is named' 'presets/own.tsv: row “nosuch”' "$err"

# Terms on which desks have policies are reported on demand, each variant alike.
printf 'عبرت السفينة الخليج الفارسي ثم الخليج العربي.\n' >gulf.txt
run --min-severity note gulf.txt
is 'not by default' '0 ' "$rc $out"
run --min-severity note --select 'style/sensitive-*' gulf.txt
is 'both variants' 'style/sensitive-persian-gulf=2' "$(rules_of)"
run --min-severity note --select 'style/sensitive-*' --format jsonl gulf.txt
is 'no variant is suggested' '' "$(grep '"text"' .out)"
run --explain style/sensitive-persian-gulf
has 'the variants are listed' 'الخليج العربي، الخليج الفارسي' "$out"
has 'it is off' '^default: off' "$out"
# Two suggestions that the house style makes one are one (الاستراتيجية and الإستراتيجية).
printf 'أقرت الحكومة الإستراتيجية، ونشرت الإستراتيجية، وشرحت الإستراتيجية، ثم عدلت الإستراتيجية.\nانتقد النواب الاستراتيدية.\n' >twice.txt
run --isolated --min-severity note --format=jsonl --select spell/unknown twice.txt
is 'no suggestion twice' '' "$(printf '%s\n' "$out" | grep -o '"text":"[^"]*"' | sort | uniq -d)"
has 'but once' 'الإستراتيجية' "$out"
finish
