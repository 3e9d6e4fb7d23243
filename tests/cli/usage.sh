#!/bin/sh
# Usage errors and what they say; --help and --version.
. "$(dirname "$0")/lib.sh"
make_samples

refused() { # PATTERN ARGUMENT...: one line on standard error, nothing on standard output, status 2
  pattern=$1
  shift
  run "$@"
  is "status of: $*" 2 "$rc"
  is "output of: $*" '' "$out"
  is "lines of: $*" 1 "$(wc -l <.err)"
  has "message of: $*" "^mudaqqiq: .*$pattern" "$err"
}

refused 'no such option: --frobnicate' --frobnicate clean.txt
refused 'no such option: -z' -z clean.txt
refused 'no such option: --max' --max 3 clean.txt
refused 'no such option: --forma=text' --forma=text clean.txt
refused '--format: .xml. is not one of: text, jsonl' --format xml clean.txt
refused '--min-severity: .never. is not' --min-severity never clean.txt
refused '--fail-level: .high. is not one of: note, warning, error, never' --fail-level=high clean.txt
refused '--column-unit: .char. is not' --column-unit char clean.txt
refused '--color: .yes. is not' --color yes clean.txt
refused '--lang: .fr. is not one of: en, ar' --lang fr clean.txt
refused 'no such input format: tiff' --input tiff clean.txt
refused '--isolated=yes takes no argument' --isolated=yes clean.txt
refused '--select needs an argument' clean.txt --select
refused '-j needs an argument' clean.txt -j
for number in 0 -1 +2 ' 2' 2x 0x2 1.5 '' 99999999999999999999999; do
  refused '--jobs: .*whole number from 1' --jobs "$number" clean.txt
done
for number in -1 +2 ' 2' 2x 1e3 '' 99999999999999999999999; do
  refused '--max-warnings: .*whole number from 0' --max-warnings "$number" clean.txt
done
refused 'no rule matches "nosuch/\*"' --select 'nosuch/*' clean.txt
refused '--source needs exactly one draft, not 2' --source error.txt clean.txt note.txt
refused '--source and --source-pattern exclude each other' --source error.txt --source-pattern '{stem}.en' clean.txt
refused 'error.txt. has no {stem}, and would name one source' --source-pattern error.txt clean.txt
refused 'only {stem} and {ext} are filled in, not .{name}.en' --source-pattern '{stem}{name}.en' clean.txt
refused 'standard input (-) can be read only once' - -
refused 'standard input (-) can be read only once' --source - -
refused '--list-rules lints no drafts: date/\*; .*--select' --list-rules 'date/*'
refused '--explain takes one rule .*: date/decade' --explain date/impossible date/decade
refused 'egypt, gulf, levant, maghreb, or the language tag .*ar-LB' --house ar-XX clean.txt
refused 'no rule .punct/nosuch.' --explain punct/nosuch
refused 'did you mean punct/space-before-comma' --explain before-comma

# A finding is not an option: what stands behind -- is a file.
mv clean.txt ./--lang
run -- --lang
is 'a file named like an option' '0' "$rc"

run --help
is 'status of --help' 0 "$rc"
is '--help fits a screen of 24 lines, prompt included' yes "$([ "$(wc -l <.out)" -le 23 ] && echo yes)"
is '--help fits 80 columns' '' "$(grep -E '.{81}' .out)"
for option in select ignore min-severity fail-level max-warnings exit-zero format column-unit color lang input source source-pattern \
  stdin-filename house dict data-dir isolated jobs list-rules explain pack check-pack version help; do
  has "--help names --$option" "--$option\\b" "$out"
done
run --help --lang ar
has '--help in Arabic' 'حالة الخروج' "$out"
is 'as many lines in Arabic' "$("$MUDAQQIQ" --help | wc -l)" "$(wc -l <.out)"
run --version
has '--version' '^mudaqqiq [0-9][0-9]*\.[0-9][0-9]*\.[0-9]' "$out"
finish
