#include "cli/check_pack.h"

#include "lint/check_pack.h"
#include "output/visible.h"

static void complain(void *user, const char *path, size_t line, size_t column, const char *message) {
  struct mdq_buf *out = user;
  mdq_add_visible(out, mdq_span_str(path));
  mdq_buf_printf(out, ":%zu:%zu: error: ", line, column);
  mdq_add_visible(out, mdq_span_str(message));
  mdq_buf_addc(out, '\n');
}

enum mdq_status mdq_check_pack_files(const struct mdq_options *options, const char *const *files, const struct mdq_output *output,
                                     struct mdq_buf *out, size_t *complaints, struct mdq_error *error) {
  struct mdq_pack_check check;
  enum mdq_status status = mdq_check_packs(options, files, complain, out, &check, error);
  if (status) return status;
  if (output->terminal) mdq_buf_printf(out, "%zu entries, %zu examples, %zu complaints\n", check.entries, check.examples, check.complaints);
  *complaints = check.complaints;
  return MDQ_OK;
}
