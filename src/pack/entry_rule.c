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
  [MDQ_LITERAL_IDIOM] = { "accuracy/mistranslation", { "%s translated word by word", "ترجمة %s كلمة كلمة" } },
  [MDQ_POLYSEMY] = { "accuracy/mistranslation", { "A wrong sense of a word in %s", "معنى في غير موضعه لكلمة في %s" } },
  [MDQ_ACRONYM] = { "accuracy/mistranslation", { "The acronym %s expanded wrongly", "فك خاطئ للمختصر %s" } },
  [MDQ_NAMED_ENTITY] = { "accuracy/mistranslation", { "The name %s translated as common words", "ترجمة الاسم %s كأنه كلام عادي" } },
  [MDQ_PHRASAL_VERB] = { "accuracy/mistranslation", { "The set phrase %s translated word by word", "ترجمة العبارة المركبة %s كلمة كلمة" } },
  [MDQ_FALSE_COMPOUND] = { "accuracy/mistranslation", { "The compound %s put together wrongly", "تركيب خاطئ لعبارة %s" } },
  [MDQ_NUMBER_IDIOM] = { "accuracy/mistranslation", { "The numeric expression %s taken literally", "نقل حرفي للتعبير العددي %s" } },
  [MDQ_BOILERPLATE] = { "accuracy/untranslated", { "Agency or web page furniture %s left in the copy", "بقايا من صفحة الوكالة أو الموقع: %s" } },
  [MDQ_DESK_POLICY] = { "style/organizational-style", { "A term for %s that desks have policies on", "تسمية لعبارة %s تختلف فيها سياسات التحرير" } },
};

static const char *insert(struct mdq_arena *arena, const char *template, struct mdq_span english) {
  const char *hole = strstr(template, "%s");
  size_t before = (size_t)(hole - template), after = strlen(hole + 2) + 1;
  char *text = mdq_arena_room(arena, before + english.len + after);
  if (!text) return "";
  memcpy(text, template, before);
  if (english.len) memcpy(text + before, english.ptr, english.len);
  memcpy(text + before + english.len, hole + 2, after);
  return text;
}

/* Remarks are English prose, which readers of Arabic messages need not know. Spaces before a remark go with it. */
static struct mdq_span without_remarks(struct mdq_arena *arena, struct mdq_span english) {
  struct mdq_buf bare;
  if (!memchr(english.ptr, '(', english.len)) return english;
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

struct quoting {
  const char *open, *close, *comma, *or;
};

/* A remark at the end of an alternative stands behind its quotation mark. */
static void add_quoted(struct mdq_buf *out, struct mdq_span alternative, const struct quoting *quoting) {
  const char *remark = mdq_span_ends(alternative, MDQ_SPAN_LIT(")")) ? memchr(alternative.ptr, '(', alternative.len) : NULL;
  size_t end = remark ? (size_t)(remark - alternative.ptr) : alternative.len, name = end;
  while (name && alternative.ptr[name - 1] == ' ') name--;
  mdq_buf_adds(out, quoting->open);
  mdq_buf_add(out, mdq_span_sub(alternative, 0, name));
  mdq_buf_adds(out, quoting->close);
  if (remark) mdq_buf_addc(out, ' ');
  mdq_buf_add(out, mdq_span_sub(alternative, end, alternative.len));
}

/* “a”, “b” or “c” in the template */
static const char *insert_list(struct mdq_arena *arena, const char *template, struct mdq_span english, const struct quoting *quoting) {
  struct mdq_buf list;
  mdq_buf_init(&list);
  for (struct mdq_span rest = english; rest.len;) {
    struct mdq_span first = mdq_english_shown(rest);
    size_t next = first.len;
    while (next < rest.len && strchr(",; ", rest.ptr[next])) next++;
    rest = mdq_span_sub(rest, next, rest.len);
    if (!first.len) continue;
    mdq_buf_adds(&list, !list.len ? "" : rest.len ? quoting->comma : quoting->or);
    add_quoted(&list, first, quoting);
  }
  const char *result = insert(arena, template, mdq_buf_span(&list));
  if (list.failed) arena->failed = true;
  mdq_buf_free(&list);
  return result;
}

static void summarize(struct mdq_arena *arena, const struct mdq_text *template, struct mdq_span english, struct mdq_text *summary) {
  static const struct quoting en = { "“", "”", ", ", " or " }, ar = { "«", "»", " أو ", " أو " };
  summary->en = insert_list(arena, template->en, english, &en);
  summary->ar = insert_list(arena, template->ar, without_remarks(arena, english), &ar);
}

bool mdq_entry_describe(struct mdq_packs *packs, const struct mdq_entry *entry, enum mdq_mechanism mechanism, struct mdq_rule *rule) {
  struct mdq_arena *arena = &packs->arena;
  bool advice = entry->suggest.count > 0;
  rule->certainty = rule->severity == MDQ_ERROR ? MDQ_CERTAIN : MDQ_LIKELY;
  rule->category = mechanisms[mechanism].category;
  rule->since = "0.1";
  summarize(arena, &mechanisms[mechanism].summary, entry->english, &rule->summary);
  if (mechanism == MDQ_DESK_POLICY) {
    rule->message = (struct mdq_text){ "“{x}”: desks differ on this term, see --explain", "«{x}»: تسمية تختلف فيها سياسات التحرير، انظر ‎--explain‎" };
    return !arena->failed;
  }
  if (entry->several) {
    rule->message = (struct mdq_text){ "A name or term translated word by word: “{x}”", "اسم أو مصطلح مترجم كلمة كلمة: «{x}»" };
    return !arena->failed;
  }
  if (mechanism == MDQ_BOILERPLATE && !advice) {
    rule->message = (struct mdq_text){ "Left over from the agency or the web page: “{x}”", "من بقايا صفحة الوكالة أو الموقع: «{x}»" };
    return !arena->failed;
  }
  struct mdq_span shown = mdq_english_shown(entry->english);
  rule->message.en = insert(arena, advice ? "Literal rendering of “%s”; say “{y}”" : "Literal rendering of “%s”", shown);
  rule->message.ar = insert(arena, advice ? "ترجمة حرفية لعبارة %s؛ يُقال «{y}»" : "ترجمة حرفية لعبارة %s", without_remarks(arena, shown));
  return !arena->failed;
}
