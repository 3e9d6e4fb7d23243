# What the command line tests share. A test sources this first; it then stands in an empty directory of its own.
#
#   is WHAT WANTED GOT      has WHAT PATTERN TEXT (a basic regular expression, on some line)
#   run ARGUMENT...         runs the program: $out, $err and $rc are what it wrote and its exit status
#   finish                  the last line of a test
set -u
: "${MUDAQQIQ:?the program to test}"
unset HOME NO_COLOR MUDAQQIQ_DATA
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d) || exit 99
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 99
failures=0 checks=0

ok() { checks=$((checks + 1)); }
fail() {
  checks=$((checks + 1)) failures=$((failures + 1))
  printf 'not ok: %s\n' "$1"
}

is() {
  if [ "$2" = "$3" ]; then ok; else fail "$1"; printf '  wanted: %s\n  got:    %s\n' "$2" "$3"; fi
}

has() {
  if printf '%s\n' "$3" | grep -q -- "$2"; then ok; else fail "$1"; printf '  no /%s/ in: %s\n' "$2" "$3"; fi
}

run() {
  "$MUDAQQIQ" "$@" </dev/null >.out 2>.err
  rc=$? out=$(cat .out) err=$(cat .err)
}

skip() { echo "skipped: $1"; exit 77; }

finish() {
  echo "$checks checks, $failures failed"
  [ "$failures" -eq 0 ] && [ "$checks" -gt 0 ]
  exit
}

# Three findings whose severities the rules' documentation promises, one a file, and a text without any. The rules
# are selected so that new rules change nothing here.
error_rule=punct/quote-displaced warning_rule=punct/space-before-comma note_rule=punct/space-multiple
three_rules="--select $error_rule --select $warning_rule --select $note_rule"
make_samples() {
  printf 'وصل الوفد "في" إلى القاهرة.\n' >error.txt
  printf 'وصل الوفد ، أمس.\n' >warning.txt
  printf 'وصل الوفد  أمس.\n' >note.txt
  printf 'وصل الوفد أمس.\n' >clean.txt
}

# Runs a shell command on a terminal of 80 columns: $screen is what it shows, without carriage returns. The
# status is that of the command.
on_terminal() {
  script -qec "stty cols ${columns:-80} rows 40; $1" /dev/null </dev/null >.screen 2>&1
  rc=$? screen=$(tr -d '\r' <.screen)
}
