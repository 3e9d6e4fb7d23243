#include "input/notice.h"

#include <stdio.h>

void mdq_tell_at(const struct mdq_input *input, const char *name, const struct mdq_notice_place *place, const char *format, va_list arguments) {
  char message[sizeof((struct mdq_error *)NULL)->message];
  struct mdq_error notice;
  vsnprintf(message, sizeof message, format, arguments);
  mdq_fail_at(&notice, place->status, name, place->line, place->column, "%s", message);
  input->notice(input->notice_user, &notice);
}

void mdq_tell(const struct mdq_input *input, const char *name, const char *format, ...) {
  if (!input->notice) return;
  va_list arguments;
  va_start(arguments, format);
  mdq_tell_at(input, name, &(struct mdq_notice_place){ MDQ_OK, 0, 0 }, format, arguments);
  va_end(arguments);
}
