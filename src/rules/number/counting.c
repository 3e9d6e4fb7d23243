#include "rules/number/counting.h"

#include "arabic/numerals.h"
#include "arabic/proclitics.h"

bool mdq_magnitude_at(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, struct mdq_number_word *said) {
  if (!(mdq_beside(mdq_quantity_tables(ctx), segment, i) & MDQ_BESIDE_MAGNITUDE)) return false;
  *said = mdq_number_said(mdq_quantity_tables(ctx), segment->tokens[i].word);
  return true;
}

static enum mdq_number_class class_at(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, bool *article) {
  if (!mdq_token_is(segment, i, MDQ_TOKEN_AR)) return MDQ_NUMBER_NONE;
  struct mdq_number_word said = mdq_number_word(mdq_quantity_tables(ctx), segment->tokens[i].word);
  *article = said.article;
  return said.class;
}

/* «الدقيقة 5», «عدد 2», «رقم 7»: the number is the word's own. */
static bool numbers_what_precedes(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_number_phrase *phrase) {
  bool article = false;
  if (!phrase->figures || phrase->figure != phrase->first || !phrase->first) return false;
  enum mdq_number_class class = class_at(ctx, segment, phrase->first - 1, &article);
  return class == MDQ_NUMBER_LABEL || (class == MDQ_NUMBER_COUNTER && article) || mdq_span_is(mdq_token_v2(segment, phrase->first - 1), "عدد");
}

static bool counts(const struct mdq_quantity *q) {
  bool kind = q->kind == MDQ_QUANTITY_PLAIN || q->kind == MDQ_QUANTITY_MONEY;
  return kind && !q->dual && q->part != MDQ_QUANTITY_SCORE_ONE && q->part != MDQ_QUANTITY_SCORE_OTHER && q->value >= 1;
}

/* The number that begins where the quantity does: as a rule the one that the quantity was found by. */
static bool phrase_of(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *q, struct mdq_number_phrase *phrase) {
  if (!q->phrase || q->phrase->first != q->first) return mdq_number_phrase(mdq_quantity_tables(ctx), segment, q->first, phrase);
  *phrase = *q->phrase;
  return true;
}

/* «4.00 ريال», «43 فاصلة 8 كيلوغرام», «3ر2 نقاط»: what is measured in fractions stands in the singular. */
static bool is_decimal(const struct mdq_segment *segment, const struct mdq_number_phrase *p) {
  struct mdq_numeral n;
  if (mdq_token_v2_is(segment, p->first - 1, "فاصله") || mdq_token_v2_is(segment, p->first - 1, "فاصل")) return true;
  if (p->figures && mdq_token_v2_is(segment, p->first - 1, "ر") && mdq_token_glued(segment, p->first)) return true;
  if (!p->figures || !mdq_token_is(segment, p->first, MDQ_TOKEN_NUM)) return false;
  struct mdq_span text = mdq_token_text(segment, p->first);
  unsigned digits;
  uint64_t value;
  if (text.len <= 2 || mdq_numeral_whole(text, &digits, &value)) return false;
  return mdq_numeral_read(text, &n) && n.part_count == 2 && n.parts[1].digits != 3; /* "4.0" is the shortest */
}

bool mdq_counting_read(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *q, struct mdq_counting *c) {
  const struct mdq_table *const *tables = mdq_quantity_tables(ctx);
  c->phrase.figures = c->has_noun = false;
  c->noun.row = NULL;
  if (!counts(q) || !phrase_of(ctx, segment, q, &c->phrase)) return false;
  const struct mdq_number_phrase *p = &c->phrase;
  if (p->fraction || p->vague || p->ordinal || p->ambiguous || p->value > 1e15 || p->value < 1) return false;
  if (numbers_what_precedes(ctx, segment, p)) return false;
  c->number = p->value;
  c->token = p->last + 1;
  uint64_t whole = (uint64_t)p->value;
  bool fraction = p->figures && p->mantissa != 0 && p->mantissa != (double)(uint64_t)p->mantissa;
  if ((double)whole != p->value || fraction || is_decimal(segment, p)) return false;
  c->rest = (int)(whole % 100);
  unsigned behind = mdq_beside(tables, segment, c->token);
  if (!(behind & MDQ_BESIDE_NOUN) || (behind & MDQ_BESIDE_MAGNITUDE) || !(segment->tokens[c->token].flags & MDQ_TOKEN_SPACED)) return true;
  c->has_noun = !((behind & MDQ_BESIDE_DATE) && mdq_starts_a_date(segment, c->token)) &&
                mdq_counted_noun(tables[MDQ_TABLE_COUNTED_NOUNS], mdq_token_v1(segment, c->token), &c->noun);
  return true;
}

/* Figures with no counted noun behind them, as most are, and no magnitude: no more is to be said of number and noun. */
static bool counts_no_noun(const struct mdq_table *const *tables, const struct mdq_segment *segment, const struct mdq_quantity *q) {
  const struct mdq_number_phrase *p = q->phrase;
  return p && p->first == q->first && p->figures && !p->words && segment->tokens[p->first].kind == MDQ_TOKEN_NUM &&
         !(mdq_beside(tables, segment, p->last + 1) & MDQ_BESIDE_NOUN);
}

static bool read_all(struct mdq_ctx *ctx, const struct mdq_segment *segment, struct mdq_facts *facts) {
  const struct mdq_table *const *tables = mdq_quantity_tables(ctx);
  const struct mdq_quantities *quantities = mdq_segment_quantities(ctx, segment);
  struct mdq_counting *countings = NULL;
  size_t capacity = 0;
  facts->counting_count = 0;
  for (size_t i = 0; quantities && i < quantities->count; i++) {
    const struct mdq_quantity *q = &quantities->items[i];
    if (!counts(q) || counts_no_noun(tables, segment, q)) continue;
    struct mdq_counting *c = mdq_arena_push(ctx->scratch, &countings, &facts->counting_count, &capacity, sizeof *c);
    if (!c) return false;
    c->counts = mdq_counting_read(ctx, segment, q, c);
  }
  facts->countings = countings;
  return quantities != NULL;
}

size_t mdq_countings(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_counting **countings) {
  struct mdq_facts *facts = mdq_segment_facts(ctx);
  if (!facts->has_countings) facts->has_countings = read_all(ctx, segment, facts);
  *countings = facts->countings;
  return facts->has_countings ? facts->counting_count : 0;
}

struct mdq_span mdq_counting_text(const struct mdq_segment *segment, const struct mdq_counting *c) {
  return mdq_span_sub(segment->text, c->phrase.start, c->phrase.end);
}

bool mdq_noun_at(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, bool article, struct mdq_noun *noun) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  struct mdq_span word = mdq_token_v1(segment, i);
  size_t count = word.len ? mdq_stems(word, stems) : 0;
  for (size_t s = 0; s < count; s++)
    if (stems[s].article == article && mdq_counted_noun(mdq_quantity_tables(ctx)[MDQ_TABLE_COUNTED_NOUNS], stems[s].text, noun)) return true;
  return false;
}

char mdq_noun_gender(const struct mdq_noun *noun) {
  struct mdq_span gender = noun->row->column[1];
  return noun->homograph ? '\0' : mdq_span_is(gender, "m") ? 'm' : mdq_span_is(gender, "f") ? 'f' : '\0';
}

bool mdq_governs_genitive(const struct mdq_segment *segment, size_t i) {
  static const char *const words[] = { "في", "من", "على", "إلى", "عن", "مع", "بين", "خلال", "بعد", "منذ", "نحو", "لدى", "ضد", "عبر", "حول", "وفي", "ومن", "وعلى", "وإلى", "وعن", "ومع", "وبين", "وخلال", "وبعد", "ومنذ",
                                       "ونحو", "بنحو", "طوال", "طيلة", "لمدة", "بنسبة", "بقيمة", "مرور", "قرابة", "زهاء", "أصل", "حدود", "غضون", "بواقع",
                                       "بمقدار", "بمعدل", "مقابل", "رغم", NULL };
  return mdq_span_is_one_of(mdq_token_v1(segment, i), words);
}

struct mdq_span mdq_numeral_other_form(struct mdq_ctx *ctx, struct mdq_span raw, char form, double value) {
  static const struct {
    const char *m, *f;
  } pairs[] = { { "اثنان", "اثنتان" }, { "اثنين", "اثنتين" }, { "اثنا", "اثنتا" }, { "اثني", "اثنتي" }, { "أحد", "إحدى" }, { "واحد", "واحدة" }, { "ثمانية", "ثماني" }, { "ثمانية", "ثمان" } };
  for (size_t i = 0; i < MDQ_COUNT(pairs); i++) {
    struct mdq_span from = mdq_span_str(form == 'm' ? pairs[i].m : pairs[i].f), to = mdq_span_str(form == 'm' ? pairs[i].f : pairs[i].m);
    if (mdq_span_ends(raw, from)) return mdq_arena_printf(ctx->arena, "%.*s%.*s", (int)(raw.len - from.len), raw.ptr, (int)to.len, to.ptr);
  }
  if (value < 3) return MDQ_SPAN_LIT("");
  if (form == 'f') return mdq_arena_printf(ctx->arena, "%.*sة", (int)raw.len, raw.ptr);
  if (!mdq_span_ends(raw, MDQ_SPAN_LIT("ة"))) return MDQ_SPAN_LIT("");
  return mdq_arena_copy(ctx->arena, mdq_span_sub(raw, 0, raw.len - 2));
}
