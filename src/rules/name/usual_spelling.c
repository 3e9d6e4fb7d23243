/* A word that is none, one slip away from a known name. */
#include "rules/name/near_names.h"
#include "rules/spell/spelling.h"
#include "text/utf8.h"

enum { USUAL_SPELLING };

static const struct mdq_rule rules[] = {
  [USUAL_SPELLING] = {
    .id = "name/usual-spelling", .severity = MDQ_NOTE, .certainty = MDQ_POSSIBLE, .category = "fluency/spelling", .since = "0.1",
    .supersedes = "spell/unknown",
    .summary = { "A well-known name in an unusual spelling", "اسم معروف برسم غير مألوف" },
    .rationale = { "Nobody writes the name so: readers, and searches, know it in its usual spelling.", "لا يُكتب الاسم هكذا، والقراء ومحركات البحث يعرفونه برسمه الشائع." },
    .message = { "“{x}”: the usual spelling is “{y}”", "«{x}»: الرسم الشائع «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "وصل جو بايدين إلى ولاية ميشيغان", .fixed = "وصل جو بايدن إلى ولاية ميشيغان" },
      { .text = "التقى فولوديمير زيلانسكي قادة الاتحاد", .fixed = "التقى فولوديمير زيلينسكي قادة الاتحاد" },
      { .text = "قال إيمانول ماكرون إن بلاده ترفض الاتفاق", .fixed = "قال إيمانويل ماكرون إن بلاده ترفض الاتفاق" },
      { .text = "ارتفعت أرباح شركة إنفديا في عام", .fixed = "ارتفعت أرباح شركة إنفيديا في عام" },
      { 0 } },
    .good = (const char *const[]){ "وصل جو بايدن إلى ولاية ميشيغان", "قال دونالد ترمب إن الاتفاق قريب، ورحب ترامب بالقرار", "نقلت بلومبيرغ الخبر عن بلومبرج",
                                   "حضر اللقاء ستيفن باربدن وزوجته", "تراجعت بورصة لندن ووول ستريت", NULL },
  },
};

enum { SHORTEST = 4, SHORTEST_ALONE = 5 /* letters of a name */ };

/* What is known of the token as a name, without its proclitics. */
static struct mdq_span name_at(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_name_word word;
  if (!mdq_token_is(segment, i, MDQ_TOKEN_AR)) return mdq_span_of("", 0);
  struct mdq_span v1 = mdq_token_v1(segment, i);
  return mdq_names_find(mdq_lexicon_names(ctx->lexicon), v1, &word) ? word.stem.text : v1; /* جو has two letters */
}

static bool in_company(struct mdq_ctx *ctx, struct mdq_span before, struct mdq_span name, struct mdq_span behind) {
  const struct mdq_names *names = mdq_lexicon_names(ctx->lexicon);
  return (before.len && mdq_names_follow(names, before, name)) || (behind.len && mdq_names_follow(names, name, behind));
}

/* «شركة إنفديا»: a company is meant. */
static bool is_company_behind(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, struct mdq_span name) {
  static const char *const words[] = { "شركة", "لشركة", "وشركة", "بشركة", "مجموعة", "عملاق", "أسهم", "سهم" };
  struct mdq_name_word word;
  struct mdq_span before = mdq_token_v1(segment, i - 1);
  if (!mdq_token_is(segment, i - 1, MDQ_TOKEN_AR) || !mdq_names_word(mdq_lexicon_names(ctx->lexicon), name, &word)) return false;
  for (size_t k = 0; k < MDQ_COUNT(words); k++)
    if (mdq_span_is(before, words[k])) return word.kinds & MDQ_KIND_COMPANY;
  return false;
}

struct best {
  const struct mdq_near_name *name;
  struct mdq_stem stem;
  bool confirmed, doubtful; /* by its neighbours; another name is as near */
};

/* Names confirmed by their neighbours go before all others. */
static void consider(struct best *best, const struct mdq_near_name *name, const struct mdq_stem *stem, bool confirmed) {
  if (best->name && best->confirmed != confirmed ? best->confirmed : best->name && best->name->cost < name->cost) return;
  bool equal = best->name && best->confirmed == confirmed && best->name->cost == name->cost;
  if (equal && best->stem.cut == stem->cut && mdq_span_eq(best->name->text, name->text)) return;
  *best = (struct best){ name, *stem, confirmed, equal };
}

/* Without a neighbour that confirms it: news knows the name, and no other word is so near. */
static bool stands_alone(struct mdq_ctx *ctx, struct mdq_span v1, const struct best *best) {
  enum { KNOWN_EDITED = 20, ORDINARY = 5 };
  const struct mdq_near_name *name = best->name;
  if (name->cost > MDQ_NEAR_STEP || mdq_utf8_length(name->text) < SHORTEST_ALONE) return false;
  if (mdq_lexicon_count(ctx->lexicon, name->text).edited < KNOWN_EDITED) return false;
  struct mdq_candidates others;
  mdq_lexicon_suggest(ctx->lexicon, v1, ctx->scratch, &others);
  for (size_t i = 0; i < others.count; i++)
    if (!mdq_span_ends(others.text[i], name->text) && mdq_lexicon_count(ctx->lexicon, others.text[i]).edited >= ORDINARY) return false;
  return true;
}

/* How the name that was meant is usually written: the near one may itself be but an accepted spelling. */
static struct mdq_span usual(struct mdq_ctx *ctx, struct mdq_span name) {
  const struct mdq_names *names = mdq_lexicon_names(ctx->lexicon);
  struct mdq_name_word word;
  struct mdq_known_name known = { 0 };
  if (mdq_names_word(names, name, &word) && !word.preferred) mdq_names_known(names, word.latin, ctx->scratch, &known);
  return known.count && !memchr(known.form[0].ptr, ' ', known.form[0].len) ? known.form[0] : name;
}

/* An unknown word that news has hardly ever. */
static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  enum { SEEN_EDITED = 2, SEEN_WEB = 10 };
  struct mdq_span hamza;
  if (!mdq_rule_delivers(ctx, USUAL_SPELLING, MDQ_NOTE)) return false;
  if (word->letters < SHORTEST || word->letters > MDQ_NEAR_LETTERS || mdq_lexicon_accepts(ctx->lexicon, word)) return false;
  struct mdq_span v1 = mdq_word_v1(word);
  if (mdq_lexicon_is_name(ctx->lexicon, word) || mdq_is_name_behind_proclitic(ctx, v1) || mdq_spelling_of(ctx, word)) return false;
  struct mdq_count count = mdq_lexicon_count(ctx->lexicon, v1);
  return count.edited < SEEN_EDITED && count.web < SEEN_WEB && !mdq_names_best_hamza(mdq_lexicon_names(ctx->lexicon), v1, ctx->scratch, &hamza);
}

struct state {
  size_t searched;
};

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  enum { MOST_SEARCHED = 500 }; /* a draft with more unknown words than that is no news */
  struct state *state = ctx->state;
  if (state->searched == MOST_SEARCHED) return;
  state->searched++;
  struct mdq_span v1 = mdq_token_v1(segment, i), before = name_at(ctx, segment, i - 1), behind = name_at(ctx, segment, i + 1);
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t stem_count = mdq_stems(v1, stems);
  struct mdq_near_names *near = mdq_arena_array(ctx->scratch, stem_count, sizeof *near);
  struct best best = { 0 };
  for (size_t s = 0; near && s < stem_count; s++) {
    if (stems[s].article || stems[s].text.len < 2 * SHORTEST) continue;
    mdq_find_near_names(mdq_lexicon_names(ctx->lexicon), stems[s].text, &near[s]);
    for (size_t n = 0; n < near[s].count && n < MDQ_MOST_NEAR; n++)
      consider(&best, &near[s].near[n], &stems[s],
               in_company(ctx, before, near[s].near[n].text, behind) || is_company_behind(ctx, segment, i, near[s].near[n].text));
  }
  if (!best.name || best.doubtful || (!best.confirmed && !stands_alone(ctx, v1, &best))) return;
  struct mdq_span name = usual(ctx, best.name->text);
  struct mdq_span text = mdq_arena_printf(ctx->scratch, "%.*s%.*s", (int)best.stem.cut, v1.ptr, (int)name.len, name.ptr);
  mdq_report(ctx, USUAL_SPELLING, .at = mdq_at_token(segment, i), .x = mdq_token_text(segment, i), .y = text, .fix = text);
}

const struct mdq_rule_group mdq_rules_name_usual_spelling;
const struct mdq_rule_group mdq_rules_name_usual_spelling = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = mdq_spelling_tables, .token_kinds = MDQ_TOKEN_AR, .concerns = concerns, .asks_anew = true, .state_size = sizeof(struct state), .token = token,
};
