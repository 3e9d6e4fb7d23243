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
cat >script.vim <<END
set nocompatible encoding=utf-8
set efm=%f:%l:%c:\\ %trror:\\ %m\\ [%o],%f:%l:%c:\\ %tarning:\\ %m\\ [%o],%f:%l:%c:\\ %tote:\\ %m\\ [%o]
let &makeprg = '$MUDAQQIQ $three_rules --column-unit=byte'
silent make! مسودة\\ خبر.txt
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
