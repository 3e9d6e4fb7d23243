#include "pack/entry_rule.h"

#include "base/buf.h"
#include "pack/english.h"

const char *const mdq_mechanism_names[MDQ_MECHANISMS] = {
  [MDQ_LITERAL_IDIOM] = "literal-idiom", [MDQ_POLYSEMY] = "polysemy", [MDQ_ACRONYM] = "acronym", [MDQ_NAMED_ENTITY] = "named-entity",
  [MDQ_PHRASAL_VERB] = "phrasal-verb", [MDQ_FALSE_COMPOUND] = "false-compound", [MDQ_NUMBER_IDIOM] = "number-idiom",
  [MDQ_BOILERPLATE] = "boilerplate", [MDQ_DESK_POLICY] = "desk-policy",
};

static const struct mechanism {
  const char *category;
  struct mdq_text summary; /* round the English */
} mechanisms[MDQ_MECHANISMS] = {
  [MDQ_LITERAL_IDIOM] = { "accuracy/mistranslation", { "“%s” translated word by word", "ترجمة «%s» كلمة كلمة" } },
  [MDQ_POLYSEMY] = { "accuracy/mistranslation", { "a wrong sense of a word in “%s”", "معنى في غير موضعه لكلمة في «%s»" } },
  [MDQ_ACRONYM] = { "accuracy/mistranslation", { "the acronym “%s” expanded wrongly", "فك خاطئ للمختصر «%s»" } },
  [MDQ_NAMED_ENTITY] = { "accuracy/mistranslation", { "the name “%s” translated as common words", "ترجمة الاسم «%s» كأنه كلام عادي" } },
  [MDQ_PHRASAL_VERB] = { "accuracy/mistranslation", { "the set phrase “%s” translated word by word", "ترجمة العبارة المركبة «%s» كلمة كلمة" } },
  [MDQ_FALSE_COMPOUND] = { "accuracy/mistranslation", { "the compound “%s” put together wrongly", "تركيب خاطئ لعبارة «%s»" } },
  [MDQ_NUMBER_IDIOM] = { "accuracy/mistranslation", { "the numeric expression “%s” taken literally", "نقل حرفي للتعبير العددي «%s»" } },
  [MDQ_BOILERPLATE] = { "accuracy/untranslated", { "agency or web page furniture “%s” left in the copy", "بقايا من صفحة الوكالة أو الموقع: «%s»" } },
  [MDQ_DESK_POLICY] = { "style/organizational-style", { "a term for “%s” that desks have policies on", "تسمية لعبارة «%s» تختلف فيها سياسات التحرير" } },
};

static const char *insert(struct mdq_arena *arena, const char *template, struct mdq_span english) {
  const char *hole = strstr(template, "%s");
  return mdq_arena_printf(arena, "%.*s%.*s%s", (int)(hole - template), template, (int)english.len, english.ptr, hole + 2).ptr;
}

/* Remarks are English prose, which readers of Arabic messages need not know. Spaces before a remark go with it. */
static struct mdq_span without_remarks(struct mdq_arena *arena, struct mdq_span english) {
  struct mdq_buf bare;
  mdq_buf_init(&bare);
  size_t depth = 0;
  for (size_t i = 0; i < english.len; i++) {
    char c = english.ptr[i];
    if (c == '(' && !depth++)
      while (bare.len && bare.ptr[bare.len - 1] == ' ') bare.len--;
    if (!depth) mdq_buf_addc(&bare, c);
    depth -= c == ')' && depth;
  }
  struct mdq_span result = mdq_arena_copy(arena, mdq_buf_span(&bare));
  if (bare.failed) arena->failed = true;
  mdq_buf_free(&bare);
  return result.len ? result : english;
}

bool mdq_entry_describe(struct mdq_packs *packs, const struct mdq_entry *entry, enum mdq_mechanism mechanism, struct mdq_rule *rule) {
  struct mdq_arena *arena = &packs->arena;
  bool advice = entry->suggest.count > 0;
  rule->certainty = rule->severity == MDQ_ERROR ? MDQ_CERTAIN : MDQ_LIKELY;
  rule->category = mechanisms[mechanism].category;
  rule->since = "0.1";
  rule->summary.en = insert(arena, mechanisms[mechanism].summary.en, entry->english);
  rule->summary.ar = insert(arena, mechanisms[mechanism].summary.ar, without_remarks(arena, entry->english));
  if (mechanism == MDQ_DESK_POLICY) {
    rule->message = (struct mdq_text){ "“{x}”: desks differ on this term, see --explain", "«{x}»: تسمية تختلف فيها سياسات التحرير، انظر ‎--explain‎" };
    return !arena->failed;
  }
  if (entry->several) {
    rule->message = (struct mdq_text){ "A name or term translated word by word: “{x}”", "اسم أو مصطلح مترجم كلمة كلمة: «{x}»" };
    return !arena->failed;
  }
  struct mdq_span shown = mdq_english_shown(entry->english);
  rule->message.en = insert(arena, advice ? "Literal rendering of “%s”; say “{y}”" : "Literal rendering of “%s”", shown);
  rule->message.ar = insert(arena, advice ? "ترجمة حرفية لعبارة %s؛ يُقال «{y}»" : "ترجمة حرفية لعبارة %s", without_remarks(arena, shown));
  return !arena->failed;
}
