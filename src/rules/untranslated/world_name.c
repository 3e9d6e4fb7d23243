#include "rules/untranslated/world_name.h"

#include "base/ascii.h"

static size_t lookup(struct mdq_ctx *ctx, struct mdq_span text, struct mdq_replacement fixes[MDQ_MOST_ARABIC]) {
  const unsigned world = MDQ_KIND_PLACE | MDQ_KIND_LANGUAGE | MDQ_KIND_PEOPLE | MDQ_KIND_CURRENCY;
  const struct mdq_names *names = mdq_lexicon_names(ctx->lexicon);
  uint32_t first = 0;
  size_t count = mdq_names_of_latin(names, text, &first), used = 0;
  for (size_t i = 0; i < count && used < MDQ_MOST_ARABIC; i++) {
    struct mdq_known_name known;
    mdq_names_known(names, first + (uint32_t)i, ctx->scratch, &known);
    if (!known.whole || !(known.kinds & world) || !known.count) {
      if (!i) return 0; /* the likeliest stands first */
      continue;
    }
    fixes[used++] = (struct mdq_replacement){ .text = known.form[0] };
  }
  return used;
}

struct mdq_span mdq_world_adjective(struct mdq_ctx *ctx, struct mdq_span text, struct mdq_span form) {
  struct mdq_span feminine = MDQ_SPAN_LIT("ية"), none = mdq_span_of("", 0);
  uint32_t first = 0;
  struct mdq_known_name known;
  if (!mdq_names_of_latin(mdq_lexicon_names(ctx->lexicon), text, &first) || !mdq_span_ends(form, feminine)) return none;
  mdq_names_known(mdq_lexicon_names(ctx->lexicon), first, ctx->scratch, &known);
  return known.kinds & MDQ_KIND_LANGUAGE ? mdq_span_sub(form, 0, form.len - 2) : none;
}

/* France and Italy: فرنسا وإيطاليا */
static size_t lookup_both(struct mdq_ctx *ctx, struct mdq_span text, struct mdq_replacement fixes[MDQ_MOST_ARABIC]) {
  static const char *const links[] = { " and ", " & " };
  for (size_t l = 0; l < MDQ_COUNT(links); l++) {
    const char *at = text.len ? memmem(text.ptr, text.len, links[l], strlen(links[l])) : NULL;
    if (!at) continue;
    size_t from = (size_t)(at - text.ptr);
    struct mdq_replacement other[MDQ_MOST_ARABIC];
    if (!mdq_world_name(ctx, mdq_span_sub(text, from + strlen(links[l]), text.len), other) || !lookup(ctx, mdq_span_sub(text, 0, from), fixes)) return 0;
    struct mdq_span a = fixes[0].text, b = other[0].text;
    fixes[0].text = mdq_arena_printf(ctx->scratch, "%.*s و%.*s", (int)a.len, a.ptr, (int)b.len, b.ptr);
    return 1;
  }
  return 0;
}

size_t mdq_world_name(struct mdq_ctx *ctx, struct mdq_span text, struct mdq_replacement fixes[MDQ_MOST_ARABIC]) {
  static const char *const articles[] = { "the ", "republic of the ", "republic of ", "kingdom of " };
  enum { LONGEST = 60 };
  if (text.len > LONGEST) return 0;
  size_t count = lookup(ctx, text, fixes);
  for (size_t i = 0; i < MDQ_COUNT(articles) && !count; i++)
    if (text.len > strlen(articles[i]) && mdq_ascii_same(text.ptr, articles[i], strlen(articles[i])))
      return mdq_world_name(ctx, mdq_span_sub(text, strlen(articles[i]), text.len), fixes);
  return count ? count : lookup_both(ctx, text, fixes);
}
