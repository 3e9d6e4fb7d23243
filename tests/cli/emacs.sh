#!/bin/sh
# Emacs's compilation-mode for real: next-error puts point on the text that is meant. Emacs counts columns in
# characters if told that they are not screen columns.
. "$(dirname "$0")/lib.sh"
command -v emacs >/dev/null || skip 'no emacs'
{
  printf 'وصل الوفد ، أمس.\n'
  printf 'خبر 😀 كَتَبَ الطالب ، بعد الرمز.\n'
  printf 'أعلن\342\200\217 البنك\342\200\216 المركزي ، بعد العلامتين.\n'
  printf 'قال "في" ختام الجلسة\n'
} >'مسودة خبر.txt'
cat >script.el <<'END'
(require 'compile)
(set-language-environment "UTF-8")
(setq compilation-error-screen-columns nil)
(let* ((command (format "%s %s 'مسودة خبر.txt'" (getenv "MUDAQQIQ") (getenv "RULES")))
       (buffer (compilation-start command))
       (process (get-buffer-process buffer))
       (places nil))
  (while (process-live-p process) (accept-process-output process 1))
  (accept-process-output nil 0.1)
  (with-current-buffer buffer
    (compilation--ensure-parse (point-max))
    (push (format "%d %d" compilation-num-errors-found compilation-num-warnings-found) places))
  (condition-case nil
      (while t
        (next-error)
        (with-current-buffer "مسودة خبر.txt"
          (push (format "%d|%s" (line-number-at-pos) (buffer-substring (point) (line-end-position))) places)))
    (user-error nil))
  (let ((coding-system-for-write 'utf-8))
    (write-region (concat (mapconcat #'identity (nreverse places) "\n") "\n") nil "places")))
END
RULES=$three_rules
export RULES
# TERM as Emacs in a terminal hands it on: what runs inside must not take this for a screen.
TERM=xterm LC_ALL=C.UTF-8 timeout 60 emacs -Q --batch -l ./script.el </dev/null >.emacs 2>&1
is 'every entry lands, with its severity' "1 3
1| ، أمس.
2| ، بعد الرمز.
3| ، بعد العلامتين.
4|\"في\" ختام الجلسة" "$(cat places 2>/dev/null)"
[ "$failures" -eq 0 ] || cat .emacs
finish
