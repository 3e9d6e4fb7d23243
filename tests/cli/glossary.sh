#!/bin/sh
# --glossary: TSV and TBX, required renderings and forbidden variants, and what is wrong with a file.
. "$(dirname "$0")/lib.sh"
terms() { run --isolated --min-severity note --select 'term/*' "$@"; }
places() { sed 's/^\([^:]*:[0-9]*:[0-9]*\): \([a-z]*\): .*\[term\/\(.*\)\]$/\1 \2 \3/' .out | paste -sd,; }

printf '# source\trenderings\tforbidden\tnote\nchip\tرقاقة\tشريحة\tالوحدة الإلكترونية\nsmart phone\tهاتف ذكي; هاتف محمول\tجوال\n\nUS\tالولايات المتحدة\n' >desk.tsv
printf 'ارتفع الطلب على القطع.\nوصف المدير وضعنا.\nفرضت واشنطن رسوما.\nبيعت الهواتف الذكية.\n' >draft.txt
printf "Demand for the companies' chips rose.\nThe manager described us.\nThe US imposed duties.\nSmart phones sold.\n" >source.txt
terms --glossary desk.tsv --source source.txt draft.txt
is 'terms without their rendering' 'draft.txt:1:1 warning required,draft.txt:3:1 warning required' "$(places)"
is 'status' 1 "$rc"
has 'what is wanted, with the note' 'The source has “chips”, the draft lacks the glossary.s “رقاقة” (الوحدة الإلكترونية) \[term/required\]' "$out"
terms --lang ar --glossary desk.tsv --source source.txt draft.txt
has 'in Arabic' 'في الأصل «chips» ولم يرد مقابله في المسرد «رقاقة» (الوحدة الإلكترونية)' "$out"
terms --glossary desk.tsv draft.txt
is 'nothing is required without a source' '0 ' "$rc $out"
terms --source source.txt draft.txt
is 'nothing without a glossary' '0 ' "$rc $out"

# A rendering in a neighbouring passage counts; one further off does not.
printf 'القطع.\nالرقائق.\nشيء.\nآخر.\n' >near.txt
printf 'Chips.\nNothing.\nOther.\nA chip.\n' >near.en
terms --glossary desk.tsv --source near.en near.txt
is 'the neighbours' 'near.txt:4:1 warning required' "$(places)"

# Proclitics, the article and endings stay.
printf 'وللشريحة وزن وشريحتها والشريحتين وبشرائح.\nباع جوالا قديما.\n' >bad.txt
terms --glossary desk.tsv bad.txt
is 'all forms' 'bad.txt:1:1 warning forbidden,bad.txt:1:14 warning forbidden,bad.txt:1:23 warning forbidden,bad.txt:1:34 warning forbidden,bad.txt:2:5 warning forbidden' "$(places)"
terms --glossary desk.tsv --format jsonl bad.txt
has 'a fix with proclitics' '"text":"وللرقاقة","safe":false' "$out"
has 'a fix with a pronoun' '"text":"ورقاقتها"' "$out"
has 'a fix of a dual' '"text":"والرقاقتين"' "$out"
is 'none of a broken plural and of an accusative' 2 "$(grep -c '"fixes":\[\]' .out)"

# A fix is safe where it is known that the word is the term: the source has it, or the glossary forbids the word anywhere.
printf 'وللشريحة وزن.\n' >known.txt
printf 'A chip has weight.\n' >known.en
terms --glossary desk.tsv --source known.en --format jsonl known.txt
has 'the source has the term' '"certainty":"certain".*"text":"وللرقاقة","safe":true' "$out"
printf '\tرقاقة\tشريحة\n' >anywhere.tsv
terms --glossary anywhere.tsv --format jsonl known.txt
has 'forbidden anywhere' '"certainty":"certain".*"text":"وللرقاقة","safe":true' "$out"
terms --glossary desk.tsv --format jsonl known.txt
has 'it may mean something else' '"certainty":"likely".*"text":"وللرقاقة","safe":false' "$out"

# A source that has the term once, and a line that renders it once: the other word is another.
printf 'وصلت الرقائق. وكانت شريحة البيتزا باردة.\n' >slice.txt
printf 'The chips came. The slice was cold.\n' >slice.en
terms --glossary desk.tsv --source slice.en --format jsonl slice.txt
has 'one term, two words' '"certainty":"likely".*"text":"رقاقة","safe":false' "$out"
printf 'The chips came. The chip was cold.\n' >slice.en
terms --glossary desk.tsv --source slice.en --format jsonl slice.txt
has 'two terms, two words' '"certainty":"certain".*"text":"رقاقة","safe":true' "$out"

# One finding for a word that the draft has in two forms, too.
printf 'تصنع الشركة رقاقة متطورة، وتبيع الرقاقات في آسيا.\nوقالت إن شريحة الذاكرة الجديدة أسرع.\n' >both.txt
run --isolated --select 'term/*' both.txt
has 'without a glossary' 'term/inconsistent' "$out"
run --isolated --select 'term/*' --glossary desk.tsv both.txt
is 'with it' 'both.txt:2:10 warning forbidden' "$(places)"

# Doubt makes a note: quoted speech, and a source that speaks of something else.
printf 'قال: «الشريحة صغيرة».\n' >quoted.txt
terms --glossary desk.tsv quoted.txt
is 'in quotation marks' 'quoted.txt:1:7 note forbidden' "$(places)"
terms --glossary anywhere.tsv --source known.en quoted.txt
is 'in quotation marks, with a source' 'quoted.txt:1:7 note forbidden' "$(places)"
terms --glossary desk.tsv --source known.en quoted.txt
is 'in quotation marks, of a term that the source has' 'quoted.txt:1:7 warning forbidden' "$(places)"
printf 'شريحة من السوق.\n' >segment.txt
printf 'A segment of the market.\n' >segment.en
terms --glossary desk.tsv --source segment.en segment.txt
is 'of another meaning' 'segment.txt:1:1 note forbidden' "$(places)"
printf 'chip\tشريحة إلكترونية\tشريحة\n' >longer.tsv
printf 'شريحة إلكترونية وشريحة.\n' >longer.txt
terms --glossary longer.tsv longer.txt
is 'a part of a rendering' 'longer.txt:1:17 warning forbidden' "$(places)"

# A first row of column names is no term, nor are comments.
one_term() { terms --glossary one.tsv --source known.en known.txt; is "$1" 'known.txt:1:1 warning forbidden' "$(places)"; }
for header in 'term\ttranslation\tforbidden\tnote' 'Source\tTarget' 'en-US\tar' 'المصطلح\tالترجمة\tالممنوع'; do
  printf "# desk\n$header\nchip\tرقاقة\tشريحة\n" >one.tsv
  one_term "a header: $header"
done
printf 'source\tالمصدر\nterm\tمصطلح\n' >one.tsv
printf 'The source has a term.\n' >words.en
printf 'شيء آخر.\n' >words.txt
terms --glossary one.tsv --source words.en words.txt
is 'terms that are called like columns' 2 "$(grep -c 'term/required' .out)"
printf '  # desk\nchip\tرقاقة\tشريحة\t# not the segment\nC#\tسي شارب # a language\n' >one.tsv
one_term 'comments behind a row'
printf 'A C# course.\n' >words.en
terms --glossary one.tsv --source words.en words.txt
has 'a sharp is no comment' '“C#\?”.* “سي شارب” ' "$out"

# Several files; one twice is one.
printf 'car\tسيارة\tعربة\n' >more.tsv
printf 'عربة وشريحة.\n' >two.txt
terms --glossary desk.tsv --glossary more.tsv --glossary more.tsv two.txt
is 'two files' 'two.txt:1:1 warning forbidden,two.txt:1:6 warning forbidden' "$(places)"

# What the documentation shows.
sed -n '/^```$/,/^```$/p' "$here/../../doc/glossary.md" | grep -v '^```$' >doc.tsv
printf 'تراجع الذكاء الصناعي.\nاجتمع مجلس المديرين.\n' >doc.txt
terms --glossary doc.tsv doc.txt
is 'the example of doc/glossary.md' 'doc.txt:1:7 warning forbidden,doc.txt:2:7 warning forbidden' "$(places)"

# TBX, versions 2 and 3.
cat >v2.tbx <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>desk</p></sourceDesc></fileDesc></martifHeader>
<text><body><termEntry id="c1"><note>الوحدة
  الإلكترونية</note>
  <langSet xml:lang="en-GB"><tig><term>chip</term></tig></langSet>
  <langSet xml:lang="de"><tig><term>Chip</term></tig></langSet>
  <langSet xml:lang="ar">
    <ntig><termGrp><term>شريحة دقيقة</term></termGrp></ntig>
    <tig><term>رقاقة</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
    <tig><term>شريحة</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
  </langSet></termEntry></body></text></martif>
END
cat >v3.tbx <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" style="dct" type="TBX-Min" xml:lang="en"><text><body>
<conceptEntry id="c1"><note>الوحدة الإلكترونية</note>
  <langSec xml:lang="en"><termSec><term>chip</term></termSec></langSec>
  <langSec xml:lang="ar"><termSec><term>شريحة دقيقة</term></termSec>
    <termSec><term>رقاقة</term><min:administrativeStatus>preferred</min:administrativeStatus></termSec>
    <termSec><term>شريحة</term><min:administrativeStatus>superseded</min:administrativeStatus></termSec></langSec>
</conceptEntry></body></text></tbx>
END
for version in v2 v3; do
  terms --glossary $version.tbx --source source.txt draft.txt
  is "required, $version" 'draft.txt:1:1 warning required' "$(places)"
  has "the preferred one, $version" 'lacks the glossary.s “رقاقة” (الوحدة الإلكترونية)' "$out"
  terms --glossary $version.tbx bad.txt
  is "forbidden, $version" 4 "$(grep -c 'term/forbidden' .out)"
done

# What is wrong, and where.
wrong() { # WHAT PLACE MESSAGE, the glossary in bad.tsv
  terms --glossary bad.tsv draft.txt
  is "status of $1" '2 ' "$rc $out"
  has "$1" "^mudaqqiq: bad.tsv:$2:.*$3" "$err"
}
printf 'chip\n' >bad.tsv;                       wrong 'one column' 1:5 'no tab'
printf 'a\tب\tج\tد\tه\n' >bad.tsv;               wrong 'five columns' 1:9 'more than four columns'
printf '# c\nchip\tرقاقة (ج. رقائق)\n' >bad.tsv;  wrong 'a remark' 2:12 'a mark in a term'
printf 'chip\t\t\tnote\n' >bad.tsv;             wrong 'no rendering' 1:6 'neither a rendering'
printf '\tرقاقة\n' >bad.tsv;                     wrong 'no source' 1:1 'no source term'
printf 'a b c d e f g h i\tرقاقة\n' >bad.tsv;     wrong 'a sentence' 1:1 'more than eight words'
printf 'chip; \342\200\246\tرقاقة\n' >bad.tsv;   wrong 'a term of marks' 1:7 'neither a letter nor a digit'
printf 'chip\t%065d\n' 0 >bad.tsv;             wrong 'a word without end' 1:6 'a word of the term has more than 64 bytes$'
printf 'ar\ten\nرقاقة\tchip\n' >bad.tsv;          wrong 'columns changed about' 1:1 'the first column is for the English term'
printf 'id\tsource\ttarget\n1\tchip\tرقاقة\n' >bad.tsv; wrong 'a column more' 1:1 'the first column is for the English term'
printf 'chip\t"رقاقة"\n' >bad.tsv;              wrong 'quoted cells' 1:6 'a mark in a term'
printf 'term\ttranslation\n# none\n' >bad.tsv;  wrong 'nothing but names of columns' 1:1 'no term in it'
printf 'رقاقة\tchip\n' >bad.tsv;                wrong 'columns changed about, without names' 1:1 'the first column is for the English term'
printf 'x\tص\nchip\tشريحة; رقاقة\tشريحة\n' >bad.tsv; wrong 'allowed and forbidden in one row' 2 '“شريحة” is both a rendering and forbidden'
printf 'chip\tشريحة\nx\tص\nChip; die\tرقاقة\tشريحة\n' >bad.tsv; wrong 'in two rows' 3 '“شريحة” is forbidden here and a rendering of “Chip” in bad.tsv:1'
printf 'chip\tشريحة\n\t\tشريحة\n' >bad.tsv;     wrong 'allowed, and forbidden anywhere' 2 '“شريحة” is forbidden here for any term and a rendering in bad.tsv:1'
printf '<tbx><conceptEntry><langSec xml:lang="en"><termSec><term>chip</term></termSec></langSec></conceptEntry></tbx>' >bad.tsv; wrong 'TBX without Arabic' 1:1 'no Arabic term in it'
printf 'segment\tشريحة\nchip\tرقاقة\tشريحة\n' >fine.tsv
terms --glossary fine.tsv known.txt
is 'a word that is right for another term' 'known.txt:1:1 warning forbidden' "$(places)"
printf 'chip\tرقا\377\n' >bad.tsv;               wrong 'no UTF-8' 1:9 'not UTF-8'
printf '<martif><text>\n</martif>\n' >bad.tsv;   wrong 'tags that do not match' 2:3 'mismatched tag'
printf '<html/>\n' >bad.tsv;                     wrong 'other XML' 1:1 'this is no TBX'
printf '<tbx><conceptEntry>\n <langSec><termSec/></langSec></conceptEntry></tbx>' >bad.tsv; wrong 'no language' 2:2 'without xml:lang'
{ printf '<!DOCTYPE tbx [<!ENTITY a0 "ذكاء">'
  i=0; while [ $i -lt 12 ]; do printf '<!ENTITY a%d "' $((i + 1)); j=0; while [ $j -lt 10 ]; do printf '&a%d;' $i; j=$((j + 1)); done; printf '">'; i=$((i + 1)); done
  printf ']><tbx><conceptEntry><langSec xml:lang="ar"><termSec><term>&a12;</term></termSec></langSec></conceptEntry></tbx>'
} >bad.tsv;                                     wrong 'an entity bomb' 1 'entities make more text'
terms --glossary missing.tsv draft.txt
is 'a missing file' 2 "$rc"
has '... is named' 'missing.tsv: cannot read: No such file' "$err"
finish
