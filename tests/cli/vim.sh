#!/bin/sh
# Vim's quickfix list for real: after :make, each entry puts the cursor on the text that is meant.
. "$(dirname "$0")/lib.sh"
command -v vim >/dev/null || skip 'no vim'
{
  printf 'وصل الوفد ، أمس.\n'
  printf 'خبر 😀 كَتَبَ الطالب ، بعد الرمز.\n'
  printf 'أعلن\342\200\217 البنك\342\200\216 المركزي ، بعد العلامتين.\n'
  printf 'قال "في" ختام الجلسة\n'
} >'مسودة خبر.txt' # a space in the name, too
# The setting is the one that README.md gives.
mkdir bin
printf '#!/bin/sh\nexec "%s" %s "$@"\n' "$MUDAQQIQ" "$three_rules" >bin/mudaqqiq
chmod +x bin/mudaqqiq
PATH=$PWD/bin:$PATH
setting=$(sed -n 's/^    :\(set makeprg=\)/\1/p' "$here/../../README.md")
has 'README.md has a setting' '^set makeprg=.* efm=' "$setting"
cat >script.vim <<END
set nocompatible encoding=utf-8
$setting
edit مسودة\\ خبر.txt
silent make!
let lines = []
for i in range(1, len(getqflist()))
  silent execute 'cc' i
  let entry = getqflist()[i - 1]
  call add(lines, join([line('.'), entry.type, entry.module, strpart(getline('.'), col('.') - 1)], '|'))
endfor
call writefile(lines, 'places')
qall!
END
timeout 60 vim -es -u NONE -i NONE -S script.vim </dev/null >.vim 2>&1
is 'every entry lands' "1|w|$warning_rule| ، أمس.
2|w|$warning_rule| ، بعد الرمز.
3|w|$warning_rule| ، بعد العلامتين.
4|e|$error_rule|\"في\" ختام الجلسة" "$(cat places 2>/dev/null)"
finish
