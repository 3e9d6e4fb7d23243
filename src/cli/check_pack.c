#include "cli/check_pack.h"

#include <stdlib.h>

#include "lint/check_pack.h"
#include "output/visible.h"

struct teller {
  struct mdq_buf *out;
  void (*complain)(const struct mdq_error *fault);
};

static void tell(void *user, const char *path, size_t line, size_t column, const char *message) {
  struct mdq_buf *out = ((struct teller *)user)->out;
  mdq_add_visible(out, mdq_span_str(path));
  mdq_buf_printf(out, ":%zu:%zu: error: ", line, column);
  mdq_add_visible(out, mdq_span_str(message));
  mdq_buf_addc(out, '\n');
}

static void tell_fault(void *user, const struct mdq_error *fault) {
  ((struct teller *)user)->complain(fault);
}

static bool stands_before(const char *const *files, size_t i) {
  for (size_t k = 0; k < i; k++)
    if (!strcmp(files[k], files[i])) return true;
  return false;
}

/* Silence might mean that nothing was found to check. */
static void tell_success(struct mdq_buf *out, const char *path, const struct mdq_pack_check *check) {
  mdq_add_visible(out, mdq_span_str(path));
  mdq_buf_printf(out, ": %zu entr%s, %zu example%s: all as they should be\n", check->entries, check->entries == 1 ? "y" : "ies", check->examples,
                 check->examples == 1 ? "" : "s");
}

enum mdq_status mdq_check_pack_files(const struct mdq_options *options, const char *const *files, void (*complain)(const struct mdq_error *fault),
                                     struct mdq_buf *out, size_t *complaints, struct mdq_error *error) {
  size_t count = 0;
  while (files[count]) count++;
  struct mdq_pack_check *checks = calloc(count + 1, sizeof *checks);
  if (!checks) return mdq_no_memory(error);
  struct teller teller = { out, complain };
  const struct mdq_pack_listener listener = { tell, tell_fault, &teller };
  enum mdq_status status = mdq_check_packs(options, files, &listener, checks, error);
  *complaints = 0;
  for (size_t i = 0; i < count && !status; i++) {
    *complaints += checks[i].complaints;
    if (!checks[i].complaints && !stands_before(files, i)) tell_success(out, files[i], &checks[i]);
  }
  free(checks);
  return status;
}
