#!/bin/sh
# Where the source of a draft comes from, and how the two are paired.
. "$(dirname "$0")/lib.sh"
bilingual="--isolated --select bilingual/*"
rules() { sed -n 's/^\([^:]*:[0-9]*\):.*\[\(.*\)\]$/\1 \2/p' .out | tr '\n' ' '; }

# A story of eight paragraphs in both languages. story LANGUAGE [LINES TO LEAVE OUT]
english() {
  cat <<'END'
Floods close the port of Karsten
The river Loma burst its banks on Monday night and flooded the old port of Karsten.
About 3,400 people had to leave their homes, the mayor, Helena Brandt, said.
“We have never seen anything like this in our town,” she told reporters.
Trains between Karsten and Wilhelmsburg were cancelled until Friday.
The army sent 12 helicopters and 250 soldiers from the garrison at Steinfeld.
Meteorologists expect 40 millimetres of rain by Thursday morning.
Schools in the district will stay closed for the rest of the week.
END
}
arabic() {
  cat <<'END'
فيضانات تغلق ميناء كارستن
فاض نهر لوما عن ضفتيه ليل الاثنين وأغرق ميناء كارستن القديم.
واضطر نحو 3400 شخص إلى مغادرة منازلهم، كما قالت رئيسة البلدية هيلينا براندت.
وقالت للصحفيين: «لم نر مثل هذا في مدينتنا قط».
وألغيت القطارات بين كارستن وفيلهلمسبورغ حتى يوم الجمعة.
وأرسل الجيش 12 مروحية و250 جنديا من حامية شتاينفيلد.
ويتوقع خبراء الأرصاد هطول 40 مليمترا من المطر بحلول صباح الخميس.
وستبقى مدارس المنطقة مغلقة حتى نهاية الأسبوع.
END
}
bad() { arabic | sed '5s/.*/Trains between Karsten and Wilhelmsburg were cancelled until Friday./'; } # copied from the source
set -f

# -- by name --
mkdir d d/sub
english >d/a.en.txt; bad >d/a.ar.txt
english >d/sub/b.en.txt; arabic >d/sub/b.ar.txt
english >d/lonely.en.txt
# shellcheck disable=SC2086
run $bilingual d/a.ar.txt
is 'a.ar.txt is paired with a.en.txt' 'd/a.ar.txt:5 bilingual/source-copied ' "$(rules)"
# shellcheck disable=SC2086
run $bilingual d
is 'in a directory, too' 'd/a.ar.txt:5 bilingual/source-copied ' "$(rules)"
is 'status' 1 "$rc"
run --isolated --select 'untranslated/*' d
is 'a source is no draft; English without a draft is one' d/lonely.en.txt "$(sed 's/:.*//' .out | grep -v a.ar.txt | sort -u)"
# shellcheck disable=SC2086
run --isolated --select 'untranslated/*' d/a.en.txt d/a.ar.txt
is 'nor if both are named' 'd/a.ar.txt' "$(sed 's/:.*//' .out | sort -u)"
run --isolated d/a.ar.txt
is 'what was copied is one finding, not one a word' 'd/a.ar.txt:5 bilingual/source-copied ' "$(rules)"
run --isolated --ignore 'bilingual/*' d/a.ar.txt
has 'without it the others tell' 'd/a.ar.txt:5 untranslated/sentence' "$(rules)"
cp d/a.ar.txt other.txt
# shellcheck disable=SC2086
run $bilingual other.txt
is 'another name has no source' '0 ' "$rc $(rules)"
# shellcheck disable=SC2086
"$MUDAQQIQ" $bilingual --stdin-filename d/a.ar.txt - <d/a.ar.txt >.out
is 'standard input goes by its name' 'd/a.ar.txt:5 bilingual/source-copied ' "$(rules)"
: >d/sub/b.en.txt
# shellcheck disable=SC2086
run $bilingual d/sub
is 'an empty source: linted' '0 ' "$rc $(rules)"
is 'an empty source: told' 'mudaqqiq: d/sub/b.en.txt: note: the source is empty; the draft is compared with nothing' "$err"

# -- by a pattern --
mkdir p p/en
for number in 01 02 03; do
  bad >"p/$number.txt"
  english >"p/en/story-$number.txt"
done
# shellcheck disable=SC2086
run $bilingual --source-pattern 'en/story-{stem}.{ext}' p/01.txt p/02.txt p/03.txt
is 'a source for each draft' 'p/01.txt:5 bilingual/source-copied p/02.txt:5 bilingual/source-copied p/03.txt:5 bilingual/source-copied ' "$(rules)"
# shellcheck disable=SC2086
run $bilingual --source-pattern "$work/p/en/story-{stem}.txt" p/02.txt
is 'an absolute pattern' 'p/02.txt:5 bilingual/source-copied ' "$(rules)"
# shellcheck disable=SC2086
run $bilingual --source-pattern '{stem}.en.{ext}' d/a.ar.txt
is 'the stem is without .ar' 'd/a.ar.txt:5 bilingual/source-copied ' "$(rules)"
# shellcheck disable=SC2086
run $bilingual --source-pattern '../p/en/story-{stem}.txt' p
is 'sources are no drafts, however their path is written' 'p/01.txt:5 bilingual/source-copied p/02.txt:5 bilingual/source-copied p/03.txt:5 bilingual/source-copied ' "$(rules)"
rm p/en/story-02.txt
# shellcheck disable=SC2086
run $bilingual --source-pattern 'en/story-{stem}.{ext}' p/01.txt p/02.txt p/03.txt
is 'a missing source: status' 2 "$rc"
is 'a missing source is named' 'mudaqqiq: p/en/story-02.txt: cannot read: No such file or directory' "$err"
is 'the other drafts are linted' 'p/01.txt:5 bilingual/source-copied p/03.txt:5 bilingual/source-copied ' "$(rules)"
run --source-pattern '{stem}.en.{ext}' -
is 'standard input without a name' '2 mudaqqiq: --source-pattern: standard input has no name to fill in; give it one with --stdin-filename' "$rc $err"
run --source-pattern '{stem}.{ext}' p/01.txt
is 'a draft that would be its own source' "2 mudaqqiq: --source-pattern makes p/01.txt its own source" "$rc $err"

# -- texts that do not answer to each other line by line --
english >en; arabic >ar
# shellcheck disable=SC2086
run $bilingual --source en ar
is 'as many lines: nothing to say' '0  ' "$rc $(rules) $err"
english | sed 'a\
' >spaced
# shellcheck disable=SC2086
run $bilingual --source spaced ar
is 'only blank lines differ: nothing to say' '0  ' "$rc $(rules) $err"
arabic | sed 6d >short
# shellcheck disable=SC2086
run $bilingual --source en short
is 'a paragraph is missing' 'short:5 bilingual/missing-sentence ' "$(rules)"
has 'which one' 'The army sent 12 helicopters' "$out"
has 'how they were paired' '^mudaqqiq: en: note: 8 paragraphs, and the draft has 7: paired by length, numbers and names' "$err"
# shellcheck disable=SC2086
run $bilingual --format jsonl --min-severity note --source en short
has 'programs are told, too' '"rule":"bilingual/alignment","severity":"note"' "$out"
arabic | sed '1s/.*//;6s/.*//' >hole
# shellcheck disable=SC2086
run $bilingual --source en hole
is 'an empty line in its place' 'hole:1 bilingual/missing-sentence hole:6 bilingual/missing-sentence ' "$(rules)"
is 'then lines answer to each other' '' "$err"
arabic | sed '3{N;s/\n/ /;}' >joined
# shellcheck disable=SC2086
run $bilingual --source en joined
is 'paragraphs joined: nothing is missing' '0 ' "$rc $(rules)"
arabic | sed '3s/،/،\n/' >divided
# shellcheck disable=SC2086
run $bilingual --source en divided
is 'a paragraph divided: nothing is missing' '0 ' "$rc $(rules)"
arabic | head -4 >cut
# shellcheck disable=SC2086
run $bilingual --source en cut
has 'how many are missing' 'Trains between .*”, and 3 more paragraphs' "$out"
# A draft, or a source, that lost its line breaks.
oneline() { tr '\n' ' '; echo; }
arabic | oneline >all
# shellcheck disable=SC2086
run $bilingual --source en all
is 'all paragraphs in one: nothing is missing' '0 ' "$rc $(rules)"
oneline <all | sed 's/250/520/' >all_wrong
# shellcheck disable=SC2086
run $bilingual --source en all_wrong
is 'and what it says is compared' 'all_wrong:1 bilingual/number-mismatch ' "$(rules)"
english | oneline >en_all
# shellcheck disable=SC2086
run $bilingual --source en_all ar
is 'the source in one' '0 ' "$rc $(rules)"
arabic | sed -n '3p' >only
# shellcheck disable=SC2086
run $bilingual --source en only
has 'one paragraph that cannot hold all' 'bilingual/missing-sentence' "$(rules)"
english | fold -s -w 40 | sed 's/\. *$/.\n/;s/Karsten$/&\n/' >wrapped
# shellcheck disable=SC2086
run $bilingual --source wrapped ar
is 'a source broken to a width' '0 ' "$rc $(rules)"
arabic | sed '5p' >twice
# shellcheck disable=SC2086
run $bilingual --source en twice
is 'a paragraph said twice' 'twice:6 bilingual/repeated-segment ' "$(rules)"
arabic | sed '4a\
ويقول سكان إن الحكومة وعدتهم بتعويضات كبيرة لم يحصلوا منها على شيء حتى الآن.' >invented
# shellcheck disable=SC2086
run $bilingual --source en invented
is 'a paragraph that was invented is a note' '0 ' "$rc $(rules)"
# shellcheck disable=SC2086
run $bilingual --min-severity note --source en invented
has 'at its place' 'invented:5 bilingual/added-paragraph ' "$(rules)"
{ english; sed -n 4p en; } >refrain_en; { arabic; sed -n 4p ar; } >refrain_ar; sed -n 8p en | sed 's/[^ ]*$/winter./' >>refrain_en
# shellcheck disable=SC2086
run $bilingual --source refrain_en refrain_ar
is 'what the source repeats may be said again' '' "$(rules | grep -o repeated-segment)"
{ english; echo 'Men row a boat through Karsten on Tuesday. (Photo by Ann Meyer/Getty Images)'; echo 'Sign up for our weekly newsletter and never miss a story from us.'; } >page
# shellcheck disable=SC2086
run $bilingual --source page ar
is 'captions and notices are not missed' '0 ' "$rc $(rules)"

# -- a paste --
paste -d '\n' en ar >pasted
# shellcheck disable=SC2086
run $bilingual --select 'untranslated/*' pasted
is 'paragraphs that alternate: the English is not left untranslated' '0 ' "$rc $(rules)"
is 'and that is told' 'mudaqqiq: pasted: note: English and Arabic paragraphs alternate: the English ones are taken for the source of the Arabic ones' "$err"
paste -d '\n' ar en | sed 11d >backwards
# shellcheck disable=SC2086
run $bilingual backwards
is 'the other way round, with one missing: behind what stands before it' 'backwards:9 bilingual/missing-sentence ' "$(rules)"
bad | sed -n 4,6p >untranslated
# shellcheck disable=SC2086
run --isolated --select 'untranslated/*' untranslated
has 'one paragraph in English is a finding' 'untranslated:2:' "$out"

# -- tables --
paste en ar >table.tsv
# shellcheck disable=SC2086
run $bilingual table.tsv
is 'two columns, by content' '0 ' "$rc $(rules)"
bad >bad; paste bad en >swapped.tsv
# shellcheck disable=SC2086
run $bilingual --format jsonl swapped.tsv
has 'the columns in the other order; the row is the unit' '"line":5,.*"unit":"row 5",.*"bilingual/source-copied"' "$out"
{ printf 'id\tsource\ttarget\n'; paste en bad | awk '{ print NR "\t" $0 }'; } >named
# shellcheck disable=SC2086
run $bilingual --input tsv named
is 'named columns' 'named:6 bilingual/source-copied ' "$(rules)"
is 'the column counts from the start of the line' 3 "$(sed -n 's/^named:6:\([0-9]*\):.*/\1/p' .out | awk -v skip="$(sed -n '6s/\(.*\)\t.*/\1\t/p' named | wc -m)" '{ print $1 - skip + 3 }')"
paste en short >ragged.tsv
# shellcheck disable=SC2086
run $bilingual ragged.tsv
has 'a row without a translation' 'ragged.tsv:8:.*\[bilingual/missing-sentence\]' "$out"
run --isolated --select 'punct/*' --input tsv clean_is_missing.tsv
is 'a table that is not there' 2 "$rc"
printf 'وصل الوفد ، أمس.\r\nوصل الوفد ، اليوم.\r\n' >one.tsv
run --isolated --select punct/space-before-comma one.tsv
is 'one column is the draft' 'one.tsv:1 punct/space-before-comma one.tsv:2 punct/space-before-comma ' "$(rules)"
for header in 'المصدر\tالترجمة' 'الإنجليزية\tالعربية' 'الانجليزيه\tعربي' 'النص\tالترجمة' 'text\tar' 'source text\ttranslation' 'Source_Text\tTARGET' 'Segment\tTarget' 'en-GB\tar_EG' \
  'النص الأصلي\tالنص المترجم' 'English\tx'; do
  { printf "$header\n"; paste en bad; } >headed.tsv
  # shellcheck disable=SC2086
  run $bilingual headed.tsv
  is "column names: $header" 'headed.tsv:6 bilingual/source-copied ' "$(rules)"
  is "nothing else to say of them: $header" '' "$err"
done
{ printf 'ar\ten\tar\n'; paste bad en ar; } >two.tsv
# shellcheck disable=SC2086
run $bilingual two.tsv
is 'two columns for the draft: the first' 'two.tsv:6 bilingual/source-copied ' "$(rules)"
is 'is told' 'mudaqqiq: two.tsv: note: the first row names 2 columns for the draft; column 1 is read' "$err"
printf 'en\tar\n<b>Rain</b> in Karsten\tمطر<br>في <b>كارستن</b>\n' >markup.tsv
run --isolated --select 'mt/*' --select bilingual/placeholder markup.tsv
is 'markup that the source has is not reported, other markup once' 'markup.tsv:2 mt/entity ' "$(rules)"
{ printf 'id\tar\n'; awk '{ print NR "\t" $0 }' ar; } >alone.tsv
# shellcheck disable=SC2086
run $bilingual alone.tsv
is 'no source among the columns' '0 mudaqqiq: alone.tsv: note: no column is named for the source, and none but the draft holds Latin text; the draft is compared with nothing' "$rc $err"
{ printf 'en\tar\n'; paste en en; } >english.tsv
run --isolated --select 'punct/*' english.tsv
is 'no Arabic' '0 mudaqqiq: english.tsv: note: there is no Arabic in the column of the draft' "$rc $err"
: >empty.tsv
run empty.tsv
is 'an empty table' '0  mudaqqiq: empty.tsv: note: the table is empty' "$rc $out $err"
printf 'en\tar\n' >empty.tsv
run empty.tsv
is 'one of names only' '0  mudaqqiq: empty.tsv: note: the table is empty' "$rc $out $err"
run --source en table.tsv
is 'a table takes no other source' '2 mudaqqiq: table.tsv: tab-separated values have their source in a column; no other is read' "$rc $err"

# -- bad input --
run --source ar ar
is 'the draft as its own source' '2 mudaqqiq: --source: ar is the draft itself' "$rc $err"
cp ar same
# shellcheck disable=SC2086
run $bilingual --source same ar
is 'a source in Arabic' '0 ' "$rc $(rules)"
is 'is told' 'mudaqqiq: same: note: hardly any Latin letters; is this the English text? The draft is compared with nothing' "$err"
printf 'Port \351t\351\n' >latin1
run --source latin1 ar
is 'a source that is not UTF-8' '2 mudaqqiq: latin1:1:6: invalid UTF-8: byte 0xE9 at offset 5' "$rc $err"
run --source "$work" ar
is 'a source that is a directory' "2 mudaqqiq: $work: cannot read: Is a directory" "$rc $err"
run --source nowhere ar
is 'a source that is not there' '2 mudaqqiq: nowhere: cannot read: No such file or directory' "$rc $err"
mkdir e
cp ar e/a.ar.txt
cp latin1 e/a.en.txt
bad >e/b.ar.txt
english >e/b.en.txt
# shellcheck disable=SC2086
run $bilingual e
is 'a faulty source found by its name' '2 mudaqqiq: e/a.en.txt:1:6: invalid UTF-8: byte 0xE9 at offset 5' "$rc $err"
is 'the other draft is linted' 'e/b.ar.txt:5 bilingual/source-copied ' "$(rules)"
printf '\n\n  \n' >blank
# shellcheck disable=SC2086
run $bilingual --source blank ar
is 'a source without lines' '0 mudaqqiq: blank: note: the source is empty; the draft is compared with nothing' "$rc $err"
awk 'BEGIN { for (i = 0; i < 20000; i++) print "Paragraph number " i " of a long text that has " i * 7 " words in it." }' >huge.en.txt
awk 'BEGIN { for (i = 0; i < 20000; i++) if (i % 100) print "الفقرة رقم " i " من نص طويل فيه " i * 7 " كلمة." }' >huge.ar.txt
# shellcheck disable=SC2086
run $bilingual huge.ar.txt
is 'twenty thousand paragraphs' 1 "$rc"
has 'are paired' 'huge.en.txt: note: 20000 paragraphs, and the draft has 19800' "$err"
is 'and nearly all of the gaps found' yes "$([ "$(grep -c missing-sentence .out)" -ge 180 ] && echo yes)"
finish
