/* Words that newsrooms write in two ways: one of them in a draft, that of the preset or else of the draft's majority.
   Months, percentages, quotation marks and digits have rules of their own, which ask for the house style, too. */
#include "lint/places.h"

enum { FORM, TANWEEN };
enum { MIXED_LEAST = 4, MIXED_RATIO = 3 };

static const struct mdq_rule rules[] = {
  [FORM] = {
    .id = "style/house-form", .severity = MDQ_NOTE, .certainty = MDQ_LIKELY, .category = "style/organizational-style", .since = "0.1",
    .summary = { "A word in another form than the house's, or than the rest of the draft's", "كلمة برسم يخالف أسلوب الدار أو سائر النص" },
    .rationale = { "Newsrooms write أمريكي or أميركي, مئة or مائة, صحفي or صحافي, but each keeps to one. With --house the preset decides and a deviation is a warning; without it, what most of the draft has.",
                   "تكتب غرف الأخبار «أمريكي» أو «أميركي»، و«مئة» أو «مائة»، و«صحفي» أو «صحافي»، لكن الواحدة منها تلتزم رسمًا واحدًا: ما يحدده ‎--house‎ فتكون مخالفته تحذيرًا، وإلا فالغالب في النص." },
    .message = { "House style: “{y}”", "أسلوب الدار: «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "قال الرئيس الأميركي إن القوات الأميركية والأميركيين باقون، ونفى مسؤول أمريكي ذلك",
        .fixed = "قال الرئيس الأميركي إن القوات الأميركية والأميركيين باقون، ونفى مسؤول أميركي ذلك" },
      { .text = "أنفقت الشركة الأمريكية مائة مليون على فرع جوجل", .fixed = "أنفقت الشركة الأميركية مائة مليون على فرع غوغل", .house = "gulf" },
      { .text = "نشرت وكالة بلومبرغ أن مئتي صحافي وصلوا للأميركيين", .fixed = "نشرت وكالة بلومبرج أن مائتي صحفي وصلوا للأمريكيين", .house = "egypt" },
      { .text = "قال عبدالله إن خمسمئة أميركيٍّ حضروا", .fixed = "قال عبد الله إن خمسمائة أمريكيٍّ حضروا", .house = "maghreb" }, { 0 } },
    .good = (const char *const[]){
      "قال الرئيس الأميركي إن القوات الأميركية والأميركيين باقون", "قال مسؤول أمريكي، ونفى مسؤول أميركي", "عُرضت رواية «مئة عام من العزلة» في المائة والمائة والمائة والمائة",
      "انتخب جمال وجابر وغازي، وزار غوغل وغوغل وغوغل وبلومبرغ", NULL },
  },
  [TANWEEN] = {
    .id = "style/tanween-mix", .severity = MDQ_NOTE, .certainty = MDQ_LIKELY, .category = "style/organizational-style", .since = "0.1",
    .summary = { "Tanween written otherwise than in the rest of the draft", "تنوين فتح رُسم على غير رسمه في سائر النص" },
    .rationale = { "The mark of the accusative tanween stands before the alef (أيضًا) or on it (أيضاً). Both are in use; a draft keeps to one.",
                   "يُرسم تنوين الفتح قبل الألف (أيضًا) أو عليها (أيضاً)، وكلاهما مستعمل، لكن النص الواحد يلتزم رسمًا واحدًا." },
    .message = { "Tanween: “{y}”", "رسم التنوين: «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "كان أيضًا حاضرًا وقال شكرًا وبقي دائمًا ثم غادر مسرعاً", .fixed = "كان أيضًا حاضرًا وقال شكرًا وبقي دائمًا ثم غادر مسرعًا" },
      { .text = "كان أيضاً حاضراً وقال شكراً وبقي دائماً ثم غادر مسرعًا", .fixed = "كان أيضاً حاضراً وقال شكراً وبقي دائماً ثم غادر مسرعاً" },
      { .text = "صار غنيّاً ومشهوراً ووجد هدىً وسروراً ثم عاد فقيرًا", .fixed = "صار غنيّاً ومشهوراً ووجد هدىً وسروراً ثم عاد فقيراً" }, { 0 } },
    .good = (const char *const[]){
      "كان أيضًا حاضرًا وقال شكرًا وبقي دائمًا", "كان أيضًا حاضرًا ثم غادر مسرعاً", "كان أيضًا حاضرًا وقال شكرًا وبقي دائمًا فضلاً عن ذلك", "كان أيضًا حاضرًا وقال شكرًا مساءً وبقي دائما", NULL },
  },
};

/* A word that may turn out to deviate says in its tag whether it is quoted, and behind that bit its use (mdq_house_use): two
   words or one, the bytes cut, 1 + the number of the form; without a form its tanween is meant. */
enum { QUOTED = 1, TWO_WORDS = 2, CUT_SHIFT = 2, CUT_MASK = 0xFF /* V1 is short where there is a form */, FORM_SHIFT = 10 };

struct state {
  struct mdq_places words; /* of a large draft, every twentieth word */
  struct mdq_span *ya; /* words that end in ي or ى, each once; as many as a habit needs */
  size_t ya_count, ya_capacity;
};

/* Only what can be reported is kept: by default that is nothing, but where a preset makes it a warning. */
static bool worth_keeping(const struct mdq_ctx *ctx, size_t rule, bool set) {
  return mdq_rule_delivers(ctx, rule, set ? MDQ_WARNING : MDQ_NOTE);
}

/* Tokens i to last; use NULL: for their tanween. */
static void keep(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, size_t last, const struct mdq_house_use *use) {
  struct state *state = ctx->state;
  uint64_t tag = segment->tokens[i].flags & MDQ_TOKEN_QUOTED ? QUOTED : 0;
  if (use) tag |= (use->two_words ? TWO_WORDS : 0) | (uint64_t)use->cut << CUT_SHIFT | (uint64_t)(use->form->number + 1) << FORM_SHIFT;
  mdq_places_keep(ctx, &state->words, mdq_at_tokens(segment, i, last), mdq_tokens_text(segment, i, last), tag);
}

/* Where لا is one shape, many who write أيضًا write فضلاً: no sign of either way. */
static bool is_lam_alef(struct mdq_span raw) {
  return mdq_span_ends(raw, MDQ_SPAN_LIT("لاً")) || mdq_span_ends(raw, MDQ_SPAN_LIT("لًا"));
}

static void see_tanween(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  size_t at;
  struct mdq_span raw = mdq_token_text(segment, i);
  unsigned value = mdq_house_tanween(raw, &at);
  bool set = mdq_house_choose(ctx->house, MDQ_HOUSE_TANWEEN).set;
  if (value == MDQ_HOUSE_NO_TANWEEN || (!set && is_lam_alef(raw))) return;
  mdq_house_saw(ctx->house, MDQ_HOUSE_TANWEEN, value);
  if (worth_keeping(ctx, TANWEEN, set)) keep(ctx, segment, i, i, NULL);
}

static bool ends_in_ya(struct mdq_span v1) {
  return mdq_span_ends(v1, MDQ_SPAN_LIT("ي")) || mdq_span_ends(v1, MDQ_SPAN_LIT("ى"));
}

/* One word more that the draft ends in ى or ي, of those that news ends in ي: وزارى, not مستشفى. */
static void see_final_ya(struct mdq_ctx *ctx, struct mdq_span v1) {
  enum { MOST = 200, COMMON = 20, RATIO = 20 };
  struct state *state = ctx->state;
  if (state->ya_count == MOST) return;
  struct mdq_span stem = mdq_span_sub(v1, 0, v1.len - 2), right = mdq_arena_join(ctx->scratch, stem, MDQ_SPAN_LIT("ي"));
  struct mdq_span wrong = mdq_arena_join(ctx->scratch, stem, MDQ_SPAN_LIT("ى"));
  unsigned good = mdq_lexicon_count(ctx->lexicon, right).edited;
  if (good < COMMON || good < RATIO * mdq_lexicon_count(ctx->lexicon, wrong).edited) return;
  for (size_t i = 0; i < state->ya_count; i++)
    if (mdq_span_eq(state->ya[i], v1)) return;
  struct mdq_span *seen = mdq_arena_push(ctx->arena, &state->ya, &state->ya_count, &state->ya_capacity, sizeof *seen);
  if (seen) *seen = mdq_arena_copy(ctx->arena, v1);
  mdq_house_saw(ctx->house, MDQ_HOUSE_FINAL_YA, mdq_span_ends(v1, MDQ_SPAN_LIT("ى")) ? MDQ_HOUSE_MAQSURA : MDQ_HOUSE_YA);
}

/* The word one space behind token i. */
static struct mdq_word *next_word(const struct mdq_segment *segment, size_t i) {
  const struct mdq_token *token = &segment->tokens[i];
  bool next = mdq_token_is(segment, i + 1, MDQ_TOKEN_AR) && token[1].start == token->end + 1 && segment->text.ptr[token->end] == ' ';
  return next ? token[1].word : NULL;
}

/* It has the mark of a tanween, or is a form that houses differ on, or the first word of one. Of months others tell. The final ي of
   every tenth word matters to few presets, under which no profile of a word is asked (mdq_linter.user_groups). */
static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  const struct mdq_house *house = ctx->house->house;
  struct mdq_house_use use;
  if (word->traits & MDQ_WORD_DIACRITIC || (mdq_house_may_have_final_maqsura(house) && ends_in_ya(mdq_word_v1(word)))) return true;
  if (!mdq_house_find(house, ctx->words, word, NULL, &use)) return use.two_words;
  return !mdq_house_is(house, use.form, MDQ_HOUSE_MONTHS) && (mdq_house_may_have_final_maqsura(house) || !mdq_house_is(house, use.form, MDQ_HOUSE_FINAL_YA));
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_word *word = segment->tokens[i].word;
  struct mdq_house_use use;
  if (word->traits & MDQ_WORD_DIACRITIC) see_tanween(ctx, segment, i);
  if (mdq_house_leaves_final_ya(ctx->house->house) && ends_in_ya(mdq_word_v1(word))) see_final_ya(ctx, mdq_word_v1(word));
  if (!mdq_house_find(ctx->house->house, ctx->words, word, NULL, &use) &&
      (!use.two_words || !mdq_house_find(ctx->house->house, ctx->words, word, next_word(segment, i), &use)))
    return;
  if (mdq_house_is(ctx->house->house, use.form, MDQ_HOUSE_MONTHS)) return; /* they are, in dates only: date/month-system */
  if (mdq_house_is(ctx->house->house, use.form, MDQ_HOUSE_TANWEEN)) {
    if (!(word->traits & MDQ_WORD_DIACRITIC)) mdq_house_saw(ctx->house, MDQ_HOUSE_TANWEEN, MDQ_HOUSE_NO_TANWEEN);
    return;
  }
  if (!mdq_house_is(ctx->house->house, use.form, MDQ_HOUSE_FINAL_YA)) mdq_house_saw_form(ctx->house, use.form);
  if (worth_keeping(ctx, FORM, mdq_house_choose_form(ctx->house, use.form).set)) keep(ctx, segment, i, i + use.two_words, &use);
}

/* What others said is quoted in the house's spelling as well, but not without a look. */
static void report(struct mdq_ctx *ctx, size_t rule, const struct mdq_kept_place *word, struct mdq_span right, bool set) {
  bool quoted = word->tag & QUOTED;
  if (quoted && !set) return;
  mdq_report(ctx, rule, .at = word->at, .x = word->text, .y = right, .fix = right, .safe = set && !quoted,
             .severity = set && !quoted ? MDQ_WARNING : MDQ_NOTE, .certainty = set ? MDQ_CERTAIN : MDQ_LIKELY);
}

static void judge_form(struct mdq_ctx *ctx, const struct mdq_kept_place *word) {
  struct mdq_house_use use = {
    .form = mdq_house_numbered(ctx->house->house, (size_t)(word->tag >> FORM_SHIFT) - 1), .cut = (size_t)(word->tag >> CUT_SHIFT) & CUT_MASK,
    .two_words = (word->tag & TWO_WORDS) != 0,
  };
  struct mdq_house_choice choice = mdq_house_choose_form(ctx->house, use.form);
  if (!choice.clear || (!choice.set && mdq_house_is(ctx->house->house, use.form, MDQ_HOUSE_FINAL_YA))) return;
  /* فى in a draft that writes ي is a slip of spelling. */
  bool slip = choice.values == MDQ_HOUSE_YA && mdq_house_is(ctx->house->house, use.form, MDQ_HOUSE_FINAL_YA);
  struct mdq_span right = mdq_house_respell(ctx->arena, &use, word->text, choice.values);
  if (right.len && !slip) report(ctx, FORM, word, right, choice.set);
}

/* Of the two ways to write the mark; to leave it out here and there is no deviation, unless the preset wants none. */
static unsigned tanween_wanted(const struct mdq_ctx *ctx, bool *set) {
  struct mdq_house_choice choice = mdq_house_choose(ctx->house, MDQ_HOUSE_TANWEEN);
  *set = choice.set;
  if (choice.set) return choice.values & (choice.values - 1) ? 0 : choice.values;
  size_t before = mdq_house_count(ctx->house, MDQ_HOUSE_TANWEEN, MDQ_HOUSE_BEFORE_ALEF), after = mdq_house_count(ctx->house, MDQ_HOUSE_TANWEEN, MDQ_HOUSE_AFTER_ALEF);
  if (before + after < MIXED_LEAST) return 0;
  return before >= MIXED_RATIO * after ? MDQ_HOUSE_BEFORE_ALEF : after >= MIXED_RATIO * before ? MDQ_HOUSE_AFTER_ALEF : 0;
}

static void finish(struct mdq_ctx *ctx) {
  const struct state *state = ctx->state;
  bool set;
  unsigned tanween = tanween_wanted(ctx, &set);
  struct mdq_places_reader reader = mdq_places_read(ctx, &state->words);
  for (struct mdq_kept_place word; mdq_places_next(&reader, &word);) {
    if (word.tag >> FORM_SHIFT) {
      judge_form(ctx, &word);
    } else if (tanween) {
      struct mdq_span right = mdq_house_with_tanween(ctx->arena, word.text, tanween);
      if (!mdq_span_eq(right, word.text)) report(ctx, TANWEEN, &word, right, set);
    }
  }
}

const struct mdq_rule_group mdq_rules_style_house = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .token_kinds = MDQ_TOKEN_AR, .concerns = concerns, .counts_house = true, .state_size = sizeof(struct state),
  .token = token, .finish = finish,
};
