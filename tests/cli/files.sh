#!/bin/sh
# Which files are read, in which order, and what is said of those that cannot be.
. "$(dirname "$0")/lib.sh"
make_samples
names() { sed 's/:.*//' .out | tr '\n' ' '; }
select="--select $warning_rule"

# Files in the order given; a directory by path, bytewise.
mkdir -p d/b d/.hidden d/a.txt.d
for file in z.txt d/c.txt d/b/x.txt d/b.txt d/.hidden/x.txt d/.x.txt d/notes.md d/a.txt.d/y.txt d/txt "d/ملف 1.txt"; do
  cp warning.txt "$file"
done
ln -s ../d d/b/loop
ln -s ../z.txt d/link.txt
for jobs in 1 2 8; do
  # shellcheck disable=SC2086
  run $select -j $jobs z.txt d warning.txt
  wanted="z.txt $(find d \( -name '.?*' -prune \) -o \( -name '*.txt' ! -type d -print \) | LC_ALL=C sort | tr '\n' ' ')warning.txt "
  is "order with -j $jobs" "$wanted" "$(names)"
done
is 'the order is what it is thought to be' \
  'z.txt d/a.txt.d/y.txt d/b.txt d/b/x.txt d/c.txt d/link.txt d/ملف 1.txt warning.txt ' "$(names)"
# shellcheck disable=SC2086
run $select d/
is 'no doubled slash' '' "$(grep '//' .out)"
# shellcheck disable=SC2086
run $select d/notes.md
is 'a file that is named is read whatever its name' 'd/notes.md ' "$(names)"

mkdir empty
run empty clean.txt
is 'an empty directory is no trouble' 0 "$rc"
has 'but is mentioned' '^mudaqqiq: empty: no \*\.txt file' "$err"

# Trouble with one file is reported in its place; the others are linted.
ln -s nowhere.txt d/b/gone.txt
# shellcheck disable=SC2086
run $select missing.txt d/b warning.txt
is 'status' 2 "$rc"
has 'a missing file' '^mudaqqiq: missing.txt: cannot read: No such file' "$err"
has 'a file that disappeared' '^mudaqqiq: d/b/gone.txt: cannot read: No such file' "$err"
is 'the others are linted' 'd/b/x.txt warning.txt ' "$(names)"
is 'complaints stand in order' 'missing.txt d/b/gone.txt ' \
  "$(sed 's/^mudaqqiq: \([^:]*\):.*/\1/' .err | tr '\n' ' ')"

run --source d clean.txt
is 'a directory as source' 2 "$rc"
has 'is refused' '^mudaqqiq: d: cannot read: Is a directory' "$err"
run --source missing.txt clean.txt
has 'a missing source' '^mudaqqiq: missing.txt: cannot read: No such file' "$err"
printf 'The delegation arrived.\n' >source.txt
# shellcheck disable=SC2086
run $select --source source.txt warning.txt
is 'one draft with its source is linted' '1 warning.txt ' "$rc $(names)"
is 'as many lines: silence' '' "$err"
printf 'A headline\nThe delegation arrived.\n' >shifted.txt
# shellcheck disable=SC2086
run $select --source shifted.txt warning.txt
is 'another number of lines: linted all the same' '1 warning.txt ' "$rc $(names)"
has 'another number of lines: told' '^mudaqqiq: shifted.txt: note: 2 paragraphs, and the draft has 1: paired by length' "$err"
printf 'The delegation arrived.\n\n\r\n' >padded.txt
# shellcheck disable=SC2086
run $select --source padded.txt warning.txt
is 'empty lines at the end are no lines' '' "$err"

# Permissions. The superuser may read everything, so that rights are given up for this.
mkdir locked
cp warning.txt secret.txt
chmod 000 locked secret.txt
if [ "$(id -u)" -ne 0 ]; then as_nobody=
elif command -v setpriv >/dev/null; then as_nobody='setpriv --reuid=65534 --regid=65534 --clear-groups'
else as_nobody=no; fi
chmod 755 .
if [ "$as_nobody" != no ] && $as_nobody "$MUDAQQIQ" --version >/dev/null 2>&1; then
  # shellcheck disable=SC2086
  $as_nobody "$MUDAQQIQ" $select secret.txt locked warning.txt >.out 2>.err
  is 'status of unreadable files' 2 $?
  has 'an unreadable file' '^mudaqqiq: secret.txt: cannot read: Permission denied' "$(cat .err)"
  has 'an unreadable directory' '^mudaqqiq: locked: cannot read: Permission denied' "$(cat .err)"
  is 'the others are linted' 'warning.txt ' "$(names)"
  # shellcheck disable=SC2086
  $as_nobody "$MUDAQQIQ" $select --source secret.txt warning.txt >.out 2>.err
  is 'an unreadable source: status, and nothing linted' '2 ' "$? $(names)"
  is 'an unreadable source is named' 'mudaqqiq: secret.txt: cannot read: Permission denied' "$(cat .err)"
else
  echo 'not checked: unreadable files (no way to give up rights here)'
fi

# Invalid UTF-8: the position of the bad byte.
printf 'سطر\nمرحبا \377 بكم\n' >latin1.txt
run latin1.txt
is 'status of invalid UTF-8' 2 "$rc"
has 'position of the bad byte' '^mudaqqiq: latin1.txt:2:7: ' "$err"
finish
