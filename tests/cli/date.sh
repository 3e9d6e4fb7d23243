#!/bin/sh
# --date, and the datelines that it takes the place of.
. "$(dirname "$0")/lib.sh"
rules='--select date/*'
found() { sed 's/.*: \(note\|warning\|error\): .*\[\(.*\)\]$/\1 \2/' .out | paste -sd';'; }

printf 'يصل الوفد غدا الخميس إلى العقبة.\n' >tomorrow.txt
run $rules tomorrow.txt
is 'nothing to judge by' '0 ' "$rc $out"
run $rules --date 2026-03-04 tomorrow.txt
is 'a Wednesday' '0 ' "$rc $out"
run $rules --date=2026-03-03 tomorrow.txt
is 'a Tuesday' 'warning date/relative-weekday' "$(found)"
has 'the right weekday' '«الأربعاء»' "$out"
touch -d 2026-03-03 tomorrow.txt
run $rules tomorrow.txt
is 'the date of the file is no evidence' '0 ' "$rc $out"
run --format jsonl --date 2026-03-03 $rules tomorrow.txt
has 'a suggestion' '"text":"الأربعاء","safe":false' "$out"

printf 'عمّان 3 مارس 2026 (رويترز) - يصل الوفد غدا الخميس.\n' >dateline.txt
run $rules dateline.txt
is 'a dateline' 'warning date/relative-weekday' "$(found)"
run $rules --date 2026-03-04 dateline.txt
is 'the option is stronger than a dateline' '0 ' "$rc $out"

# The source's dateline, where the draft has none.
printf 'AMMAN, March 3, 2026 (Reuters) - The delegation arrives tomorrow.\n' >tuesday.en
printf 'AMMAN, March 4, 2026 (Reuters) - The delegation arrives tomorrow.\n' >wednesday.en
run --select date/relative-weekday --source tuesday.en tomorrow.txt
is 'the source was written on a Tuesday' 'warning date/relative-weekday' "$(found)"
has 'and that is said' 'the source is dated الثلاثاء 2026-03-03, so that day is «الأربعاء»' "$out"
run --select date/relative-weekday --source wednesday.en tomorrow.txt
is 'on a Wednesday' '0 ' "$rc $out"
run --select date/relative-weekday --source tuesday.en --date 2026-03-04 tomorrow.txt
is 'the option is stronger' '0 ' "$rc $out"
printf 'عمّان 4 مارس 2026 (رويترز) - يصل الوفد غدا الخميس.\n' >own.txt
run --select date/relative-weekday --source tuesday.en own.txt
is 'so is the own dateline' '0 ' "$rc $out"

# Figures that can be read in two ways, and a source that tells which.
printf 'يسري العقد من 2/5/2024.\n' >figures.txt
for source in 'February 5, 2024:warning date/format-ambiguous' '5 February:warning date/format-ambiguous' '2 May 2024:' '2/5/2024:note date/format-ambiguous' '5/2/2024:' 'June 7, 2024:'; do
  printf 'The contract runs from %s.\n' "${source%%:*}" >figures.en
  run --select date/format-ambiguous --min-severity note --source figures.en figures.txt
  is "2/5/2024 for ${source%%:*}" "${source#*:}" "$(found)"
done

printf 'قمة في العقبة\nتعقد الجلسة يوم الأحد 8 مارس.\n' >yearless.txt
run $rules yearless.txt
is 'a year that nobody knows' '0 ' "$rc $out"
run $rules --date 2026-03-03 yearless.txt
is 'a Sunday in 2026' '0 ' "$rc $out"
run $rules --date 2025-03-03 yearless.txt
is 'a Saturday in 2025' 'warning date/weekday-mismatch' "$(found)"
run $rules --date 2025-12-30 yearless.txt
is 'over the new year' '0 ' "$rc $out"
printf 'تعقد الجلسة الأحد 4 يناير.\n' >january.txt
run $rules --date 2025-12-30 january.txt
is 'January is that of the next year in December' '0 ' "$rc $out"
run $rules --date 2024-12-30 january.txt
is 'neither this January nor the next' 'warning date/weekday-mismatch' "$(found)"

# Each finding says why.
reason() { # TEXT ENGLISH ARABIC
  printf '%s\n' "$1" >why.txt
  run $rules --date 2026-03-03 why.txt
  has "why: $1" "$2" "$out"
  run $rules --date 2026-03-03 --lang ar why.txt
  has "in Arabic: $1" "$3" "$out"
}
reason 'تنتهي المهلة في 31 نوفمبر 2026.' 'نوفمبر has 30 days' 'ليس في نوفمبر سوى 30 يوما'
reason 'تنتهي المهلة في 31/11/2026.' 'month 11 has 30 days' 'ليس في الشهر 11 سوى 30 يوما'
reason 'وُلد في 29 فبراير 2023.' '2023 is no leap year' 'سنة 2023 غير كبيسة'
reason 'وقّعا العقد بتاريخ 31/13/2024.' 'there is no month 13' 'ليس في السنة شهر رقمه 13'
reason 'يصل الوفد غدا الخميس.' 'the day given with --date is الثلاثاء 2026-03-03, so that day is «الأربعاء»' 'هو الثلاثاء 2026-03-03، فيوافق ذلك يوم الأربعاء'
reason 'تعقد الجلسة يوم الاثنين 8 مارس.' '“الاثنين 8 مارس (2026)”: that day is a Sunday («الأحد»)' 'هذا التاريخ يوافق يوم الأحد'
reason 'تقام الدورة الاثنين والثلاثاء 3 و4 مارس 2026.' '“الاثنين 3 مارس 2026”: that day is a Tuesday' '«والثلاثاء 4 مارس 2026»: هذا التاريخ يوافق يوم الأربعاء'
reason 'صدر القرار في 10 رمضان 1445 هـ الموافق 20 أبريل 2024.' 'the Islamic date falls on about 2024-03-20 («20 مارس 2024»)' 'يوافق التاريخ الهجري نحو 20 مارس 2024'
reason 'يبدأ الساعة 10:75 صباحا.' 'an hour has 60 minutes' 'في الساعة 60 دقيقة'
reason 'يبدأ الساعة 25:10 ليلا.' 'a day has 24 hours' 'في اليوم 24 ساعة'
reason 'يبدأ الساعة 15:00 صباحا.' '15:00 is past noon' 'الساعة 15:00 بعد الظهر'

run --date 2025-02-29 tomorrow.txt
is 'a day that is none' 2 "$rc"
run --date 2024-02-28 $rules tomorrow.txt
is 'the day before a leap day' '0 ' "$rc $out"
finish
