#include "input/notice.h"

#include <stdarg.h>
#include <stdio.h>

void mdq_tell(const struct mdq_input *input, const char *name, const char *format, ...) {
  if (!input->notice) return;
  char message[sizeof((struct mdq_error *)NULL)->message];
  struct mdq_error notice;
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  mdq_fail_at(&notice, MDQ_OK, name, 0, 0, "%s", message);
  input->notice(input->notice_user, &notice);
}
