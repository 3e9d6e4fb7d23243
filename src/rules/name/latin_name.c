#include "rules/name/latin_name.h"

static bool has_text(const struct mdq_replacement *fixes, size_t count, struct mdq_span text) {
  for (size_t i = 0; i < count; i++)
    if (mdq_span_eq(fixes[i].text, text)) return true;
  return false;
}

static size_t of_known(struct mdq_ctx *ctx, struct mdq_span latin, struct mdq_replacement fixes[MDQ_MOST_ARABIC]) {
  const struct mdq_names *names = mdq_lexicon_names(ctx->lexicon);
  uint32_t first = 0;
  size_t count = mdq_names_of_latin(names, latin, &first), used = 0;
  for (size_t i = 0; i < count && used < MDQ_MOST_ARABIC; i++) {
    struct mdq_known_name known;
    mdq_names_known(names, first + (uint32_t)i, ctx->scratch, &known);
    if (!known.count || has_text(fixes, used, known.form[0])) continue;
    if (!known.whole && used) break; /* a part of other names, where there are whole ones */
    fixes[used++] = (struct mdq_replacement){ .text = known.form[0] };
  }
  return used;
}

struct mdq_span mdq_arabic_of_kind(struct mdq_ctx *ctx, struct mdq_span latin, unsigned kinds, bool whole) {
  const struct mdq_names *names = mdq_lexicon_names(ctx->lexicon);
  uint32_t first = 0;
  size_t count = mdq_names_of_latin(names, latin, &first);
  for (size_t i = 0; i < count; i++) {
    struct mdq_known_name known;
    mdq_names_known(names, first + (uint32_t)i, ctx->scratch, &known);
    if (known.count && known.kinds & kinds && (known.whole || !whole)) return known.form[0];
  }
  return mdq_span_of("", 0);
}

static struct mdq_span of_person(struct mdq_ctx *ctx, struct mdq_span latin) {
  return mdq_arabic_of_kind(ctx, latin, MDQ_KIND_OF_PERSON, false);
}

size_t mdq_arabic_for_latin(struct mdq_ctx *ctx, struct mdq_span latin, struct mdq_replacement fixes[MDQ_MOST_ARABIC]) {
  size_t used = of_known(ctx, latin, fixes);
  const char *space = latin.len ? memchr(latin.ptr, ' ', latin.len) : NULL;
  if (used || !space) return used;
  size_t at = (size_t)(space - latin.ptr);
  struct mdq_span given = of_person(ctx, mdq_span_sub(latin, 0, at)), surname = of_person(ctx, mdq_span_sub(latin, at + 1, latin.len));
  if (!given.len || !surname.len) return 0;
  fixes[0] = (struct mdq_replacement){ .text = mdq_arena_printf(ctx->scratch, "%.*s %.*s", (int)given.len, given.ptr, (int)surname.len, surname.ptr) };
  return 1;
}
