/* Final ى and ي, final ه and ة. Machine translation learns them from copy that confuses them. */
#include "rules/spell/spelling.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { ALEF_MAQSURA, TA_MARBUTA, YA_FOR_MAQSURA };

static const struct mdq_rule rules[] = {
  [ALEF_MAQSURA] = {
    .id = "spell/alef-maqsura", .severity = MDQ_ERROR, .certainty = MDQ_CERTAIN, .category = "fluency/spelling", .since = "0.1",
    .summary = { "Final ى where the word ends in ي", "ألف مقصورة في آخر كلمة حقها الياء" },
    .rationale = { "The word ends in a ya with two dots. Some copy, Egyptian above all, drops the dots; the result is another word or none. A draft that does so throughout is told so at each place, unless its house is set: --house egypt takes a draft most of whose words have ى as it is.",
                   "تنتهي الكلمة بياء منقوطة، وإهمال نقطتيها يجعلها كلمة أخرى أو لا يجعلها كلمة. والنص الذي يهملهما في كل موضع يُنبَّه إليه في كل موضع ما لم تكن الدار تكتب كذلك: ‎--house egypt‎ يقبل نصا جل كلماته بالألف المقصورة." },
    .message = { "Final ى/ي confused: “{y}”?", "خلط بين الياء والألف المقصورة: «{y}»؟" },
    .bad = (const struct mdq_example[]){
      { .text = "يشهد القطاع الاقتصادى نموا سريعا", .fixed = "يشهد القطاع الاقتصادي نموا سريعا" },
      { .text = "تعتمد الشركة على الذكاء الاصطناعى في عملها", .fixed = "تعتمد الشركة على الذكاء الاصطناعي في عملها" },
      { .text = "أعلن المكتب الإعلامى نتائج الاجتماع", .fixed = "أعلن المكتب الإعلامي نتائج الاجتماع" },
      { .text = "بقى المنتخب في المدينة ولقى ترحيبا", .fixed = "بقي المنتخب في المدينة ولقي ترحيبا" },
      { 0 } },
    .good = (const char *const[]){ "التقى مصطفى بالوزير يحيى في المستشفى", "زارت ليلى وسلمى ومنى معرض الكتاب", "أبدى المجلس رضاه عن المستوى الأعلى",
                                   "صلى الآلاف في المسجد الأقصى", "أثنى المدرب على اللاعبين", "ترتدى الكمامات في الأماكن المغلقة", NULL },
  },
  [TA_MARBUTA] = {
    .id = "spell/ta-marbuta", .severity = MDQ_ERROR, .certainty = MDQ_CERTAIN, .category = "fluency/spelling", .since = "0.1",
    .summary = { "Final ه for ة, or ة for ه", "هاء مكان التاء المربوطة أو العكس" },
    .rationale = { "The feminine ending is written with two dots. A word with the article cannot take the pronoun ه, so that the ه is a slip.",
                   "علامة التأنيث تاء مربوطة منقوطة، والمعرف بأل لا يتصل به الضمير، فالهاء في آخره سهو." },
    .message = { "Final ه/ة confused: “{y}”", "خلط بين الهاء والتاء المربوطة: «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "أعلنت الحكومه موازنة جديدة", .fixed = "أعلنت الحكومة موازنة جديدة" },
      { .text = "تحتاج المدينة إلى القوه العاملة", .fixed = "تحتاج المدينة إلى القوة العاملة" },
      { .text = "توقف العمل في الشركه منذ شهر", .fixed = "توقف العمل في الشركة منذ شهر" },
      { .text = "نشرت هذة الصحيفة التقرير", .fixed = "نشرت هذه الصحيفة التقرير" },
      { .text = "انتقد الوزير السياسات الاداريه", .fixed = "انتقد الوزير السياسات الإدارية" },
      { .text = "افتتحت شركه كبرى مصنعا في الميناء" },
      { .text = "سافر إلى مدينه بعيدة", .fixed = "سافر إلى مدينة بعيدة" },
      { .text = "تحدث عن مشاكل سياسيه وعن نتيجه المباراة", .fixed = "تحدث عن مشاكل سياسية وعن نتيجة المباراة" },
      { .text = "انتظر 20 دقيقه ثم خرج", .fixed = "انتظر 20 دقيقة ثم خرج" },
      { .text = "انتقد المدرسه ووضع خطه بديلة", .fixed = "انتقد المدرسة ووضع خطة بديلة" },
      { .text = "صدرت الطبعة الاخيره من الكتاب", .fixed = "صدرت الطبعة الأخيرة من الكتاب" },
      { 0 } },
    .good = (const char *const[]){ "تلوثت المياه في هذا الاتجاه", "أشار الفقيه إلى الوجه المشتبه به", "زار والده ووالديه في المستشفى", "أغلقت الشبه على النزيه",
                                   "باع شركته وكتابه إلى صديقه", "هبط الجنيه أمام الدولار", "كتابه كبير وبيته صغير",
                                   "أقال رئيس الوزراء وزيره، ويقول مؤسسه إن قراءه كثيرون", "هذا أول ما تجربه الشركات وكل ما تسميه نجاحا", NULL },
  },
  [YA_FOR_MAQSURA] = {
    .id = "spell/ya-for-maqsura", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/spelling", .since = "0.1",
    .summary = { "Final ي where the word ends in ى", "ياء في آخر كلمة حقها الألف المقصورة" },
    .rationale = { "إلى, على, حتى, مدى and their like end in ى. With ي some of them are another word (إليّ, a man called علي), which no dictionary notices.",
                   "تنتهي «إلى» و«على» و«حتى» ونحوها بألف مقصورة، وقد تجعلها الياء كلمة أخرى لا ينكرها المعجم." },
    .message = { "Final ى/ي confused: “{y}”?", "خلط بين الياء والألف المقصورة: «{y}»؟" },
    .bad = (const struct mdq_example[]){
      { .text = "وافق البرلمان علي الخطة الجديدة" },
      { .text = "وصل الوفد إلي العاصمة أمس", .fixed = "وصل الوفد إلى العاصمة أمس" },
      { .text = "تستمر المحادثات حتي المساء", .fixed = "تستمر المحادثات حتى المساء" },
      { .text = "تعتمد الشركة علي الغاز المستورد", .fixed = "تعتمد الشركة على الغاز المستورد" },
      { .text = "وافقت شركات أخري على العرض", .fixed = "وافقت شركات أخرى على العرض" },
      { .text = "تعرف الجمهور علي قصة المدينة وحصلت المجموعة علي 20 مليونا", .fixed = "تعرف الجمهور على قصة المدينة وحصلت المجموعة على 20 مليونا" },
      { .text = "فاز للمرة الأولي في آسيا الوسطي", .fixed = "فاز للمرة الأولى في آسيا الوسطى" },
      { .text = "التقي الوزير نظيره، وقد تلقي الرئيس دعوي قضائية", .fixed = "التقى الوزير نظيره، وقد تلقى الرئيس دعوى قضائية" },
      { .text = "ارتفع إلي مستوي قياسي بالنسبة لنا وعلي الصعيد الدولي", .fixed = "ارتفع إلي مستوى قياسي بالنسبة لنا وعلى الصعيد الدولي" },
      { 0 } },
    .good = (const char *const[]){ "قال علي الدباغ إن الحكومة ستجتمع", "قال المدير: «لدي ما أقوله»", "يعمل مديرا لدي منذ عام، كما قال", "نظر إلي، ثم خرج",
                                   "وافق علي، شقيق الوزير، على الصفقة", "حصل علي الكعبي على الجائزة",
                                   "شارك محمد وعلي في المباراة", "رفعت دعاوي على الشركة", "تأخر البناء بعد تلقي الوزير التقرير، وجري العمل ومستوي السطح جيد", "أعد التقرير الأولي وفحص الهيكل العظمي", "يعمل على حاسب الي منذ عام", "مرر الكرة إلى زميله علي حارس المرمى", "قال إنه سمع المناداة علي للمشاركة في العرض", "انسحب اللاعب علي بعد الشوط الأول",
                                   "شارك والي الجهة في الافتتاح، وأغلق كبري الجامعة", "يحدد الكروموسوم الجنس الذكري للجنين", "قالت: «لدي الحق في الرد»، فرد بأن ليس لدي الكثير", "ألقى عليّ الحارس السؤال، وعاد إليَّ الملف", NULL },
  },
};

static bool is_noun_like(const struct mdq_segment *segment, size_t i) {
  return mdq_token_is(segment, i, MDQ_TOKEN_AR | MDQ_TOKEN_LAT | MDQ_TOKEN_NUM | MDQ_TOKEN_MIX) && (segment->tokens[i].flags & MDQ_TOKEN_SPACED);
}

static bool is_definite(const struct mdq_segment *segment, size_t i) {
  return mdq_token_is(segment, i, MDQ_TOKEN_AR) && mdq_span_starts(mdq_token_v1(segment, i), MDQ_SPAN_LIT("ال"));
}

/* الخطة, المستورد: a name of a family (علي الكعبي) is rarer in the counts than a common noun, and seldom ends in ة. */
static bool is_common_noun(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_span v1 = mdq_token_v1(segment, i);
  if (!is_definite(segment, i) || mdq_span_ends(v1, MDQ_SPAN_LIT("ي"))) return false;
  return mdq_span_ends(v1, MDQ_SPAN_LIT("ة")) || mdq_span_ends(v1, MDQ_SPAN_LIT("ات")) || mdq_lexicon_count(ctx->lexicon, v1).edited >= 100;
}

static const struct mdq_row *governing(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  const struct mdq_table *table = ctx->tables[MDQ_SPELL_GOVERNS_ALA];
  struct mdq_span v2 = mdq_token_v2(segment, i);
  const struct mdq_row *row = mdq_table_get(table, v2);
  bool conjunction = v2.len > 6 && (mdq_span_starts(v2, MDQ_SPAN_LIT("و")) || mdq_span_starts(v2, MDQ_SPAN_LIT("ف")));
  return row || !conjunction ? row : mdq_table_get(table, mdq_span_sub(v2, 2, v2.len));
}

/* «وافق علي الخطة», «اعتماد علي الغاز», and with a subject of a word or two between: «وافق البرلمان علي الخطة». */
static bool is_governed(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  if (!is_noun_like(segment, i + 1)) return false;
  for (size_t back = 1; back <= 3 && mdq_token_is(segment, i - back, MDQ_TOKEN_AR); back++) {
    const struct mdq_row *row = governing(ctx, segment, i - back);
    if (!row) continue;
    bool noun = back == 1 && mdq_span_is(row->column[1], "noun");
    return (noun && !is_definite(segment, i + 1)) || is_common_noun(ctx, segment, i + 1);
  }
  return false;
}

static bool is_demonstrative(struct mdq_span v1) {
  static const char *const words[] = { "هذا", "هذه", "ذلك", "تلك", "كل", "أي", "جميع", "بعض", "مدى", "الرغم", "سبيل", "نحو", "رأس", "رأسهم", "رأسها", "أساس", "مدار", "غرار", "عاتق", "وشك", "حساب", "يد", "أيدي" };
  for (size_t i = 0; i < MDQ_COUNT(words); i++)
    if (mdq_span_is(v1, words[i])) return true;
  return false;
}

/* «علي هذه الأرض», «علي الحكومة»: no surname, and what stands before is no first name, title or verb of saying. */
static bool is_before_its_object(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  enum { COMMON = 300 };
  if (!is_noun_like(segment, i + 1) || mdq_name_expected(ctx, segment, i)) return false;
  struct mdq_span before = mdq_token_v1(segment, i - 1), next = mdq_token_v1(segment, i + 1);
  if (!before.len || mdq_is_attested_name(ctx, before) || mdq_follows_person(ctx, segment, i)) return false;
  if (is_demonstrative(next)) return true;
  if (mdq_is_attested_name(ctx, next)) return false;
  bool ending = mdq_span_ends(next, MDQ_SPAN_LIT("ة")) || mdq_span_ends(next, MDQ_SPAN_LIT("ات"));
  unsigned edited = mdq_lexicon_count(ctx->lexicon, next).edited;
  return is_common_noun(ctx, segment, i + 1) && edited >= (ending ? COMMON / 10 : COMMON);
}

/* «إلي» before a noun; «نظر إلي، ثم» and «لدي ما أقوله» are the pronoun. */
static bool before_noun(const struct mdq_segment *segment, size_t i, bool to) {
  if (!is_noun_like(segment, i + 1)) return false;
  return is_definite(segment, i + 1) || (to && mdq_token_is(segment, i + 1, MDQ_TOKEN_NUM));
}

/* «ليس لدي الوقت», and what a speaker says of himself. */
static bool may_be_with_me(const struct mdq_segment *segment, size_t i) {
  static const char *const before[] = { "ليس", "وليس", "ليست", "وليست", "كان", "وكان", "كانت", "وكانت", "يكن", "تكن", "يكون", "تكون", "يعد", "تعد", "أصبح", "أصبحت", "يبق", "تبق", "يتبق", "بقي", "تبقى", "توفر", "توفرت" };
  if (segment->tokens[i].flags & MDQ_TOKEN_QUOTED) return true;
  for (size_t k = 0; k < MDQ_COUNT(before); k++)
    if (mdq_span_is(mdq_token_v1(segment, i - 1), before[k])) return true;
  return !mdq_token_is(segment, i - 1, MDQ_TOKEN_AR);
}

/* A writer who puts a mark on it means a ي: عليّ, لديَّ. Of the Persian ی norm/foreign-letter tells. */
static bool is_marked(const struct mdq_segment *segment, size_t i) {
  struct mdq_span raw = mdq_token_text(segment, i);
  uint32_t last = mdq_utf8_before(raw, raw.len);
  return mdq_char_class(last) == MDQ_CHAR_MARK || last == 0x06CC;
}

/* A writer who confuses the two letters in one word does so in others. */
static bool has_slip_nearby(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, enum mdq_confusion confusion) {
  enum { NEAR = 40 };
  for (size_t k = i > NEAR ? i - NEAR : 0; k < i + NEAR && k < segment->token_count; k++) {
    if (k == i || segment->tokens[k].kind != MDQ_TOKEN_AR) continue;
    const struct mdq_spelling *spelling = mdq_spelling_of(ctx, segment->tokens[k].word);
    if (spelling && spelling->confusion == confusion && spelling->severity > MDQ_NOTE) return true;
  }
  return false;
}

/* All readings are of a noun, and it stands without a preposition of its own. */
static bool is_plain_noun(struct mdq_ctx *ctx, struct mdq_span v1) {
  enum { COMMON = 50 };
  unsigned edited = mdq_lexicon_count(ctx->lexicon, v1).edited;
  if (v1.len < 6 || mdq_listed(ctx, MDQ_SPELL_NOT_OBJECTS, v1)) return false;
  if (edited >= COMMON / 2 && (mdq_span_ends(v1, MDQ_SPAN_LIT("ة")) || mdq_span_ends(v1, MDQ_SPAN_LIT("ات")))) return true;
  if (edited < COMMON) return false;
  struct mdq_reading *readings;
  size_t count = mdq_lexicon_analyze(ctx->lexicon, v1, ctx->scratch, &readings);
  for (size_t i = 0; i < count; i++)
    if ((readings[i].word_class & MDQ_CLASS_VERB) || (readings[i].prefix && !mdq_span_starts(v1, MDQ_SPAN_LIT("ال")))) return false;
  return count > 0;
}

/* «تغلب علي خصمه», «حصل علي 20 صوتا»: what stands on either side is an ordinary word, and none of a name. */
static bool is_between_words(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  enum { COMMON = 20 };
  const struct mdq_names *names = mdq_lexicon_names(ctx->lexicon);
  struct mdq_span before = mdq_token_v1(segment, i - 1), next = mdq_token_v1(segment, i + 1);
  struct mdq_name_word name;
  if (!mdq_token_is(segment, i - 1, MDQ_TOKEN_AR) || before.len < 6 || !is_noun_like(segment, i + 1) || mdq_name_expected(ctx, segment, i)) return false;
  bool number = mdq_token_is(segment, i + 1, MDQ_TOKEN_NUM), person = mdq_follows_person(ctx, segment, i);
  if (number) return !person && mdq_lexicon_in_dictionary(ctx->lexicon, before);
  if (mdq_span_ends(before, MDQ_SPAN_LIT("ه")) || mdq_span_ends(before, MDQ_SPAN_LIT("ها"))) return false; /* زميله علي حارس المرمى */
  if (mdq_lexicon_count(ctx->lexicon, before).edited < COMMON || person || mdq_names_accept(names, before)) return false;
  return next.len && !mdq_names_find(names, next, &name) && is_plain_noun(ctx, next);
}

/* «المرة الأولي», «القرون الوسطي», «أهمية كبري»: what stands before is feminine, so that the adjective must end in ى. كبري by itself
   is a bridge. */
static bool is_behind_feminine(const struct mdq_segment *segment, size_t i) {
  static const char *const words[] = { "آسيا", "أوروبا", "أمريكا", "أميركا", "إفريقيا", "أفريقيا", "بريطانيا", "القرون", "العصور", "الدول", "القوى",
                                       "الأيام", "الأسابيع", "الأشهر", "المراحل", "الحرب", "اليد", "القدم", "العين", "الساق" };
  struct mdq_span before = mdq_token_v1(segment, i - 1);
  bool definite = is_definite(segment, i - 1) || mdq_span_starts(before, MDQ_SPAN_LIT("لل"));
  if (definite == (is_definite(segment, i) || mdq_span_starts(mdq_token_v1(segment, i), MDQ_SPAN_LIT("وال"))) && (mdq_span_ends(before, MDQ_SPAN_LIT("ة")) || mdq_span_ends(before, MDQ_SPAN_LIT("ات")))) return true;
  for (size_t k = 0; k < MDQ_COUNT(words); k++)
    if (mdq_span_is(before, words[k])) return true;
  return false;
}

/* The row of the closed list, of the word or of the word behind و and ف. */
static const struct mdq_row *ya_row(const struct mdq_ctx *ctx, struct mdq_span v1, size_t *cut) {
  const struct mdq_table *table = ctx->tables[MDQ_SPELL_YA_CLOSED];
  const struct mdq_row *row = mdq_table_get(table, v1);
  *cut = 0;
  if (row || v1.len < 8 || !(mdq_span_starts(v1, MDQ_SPAN_LIT("و")) || mdq_span_starts(v1, MDQ_SPAN_LIT("ف")))) return row;
  *cut = 2;
  row = mdq_table_get(table, mdq_span_sub(v1, 2, v1.len));
  return row && !mdq_span_is(row->column[2], "always") ? row : NULL; /* these are known by type: وأخري */
}

/* «الي» without its hamza is hardly ever إليّ, but now and then آلي: «حاسب الي». */
static bool is_bare_to(const struct mdq_segment *segment, size_t i) {
  static const char *const automatic[] = { "حاسب", "حساب", "صراف", "نظام", "جهاز", "بشكل", "رد", "تحكم", "مجيب", "إنسان", "روبوت", "سلاح", "رشاش", "ترجمة", "فحص" };
  if (!mdq_span_is(mdq_token_v1(segment, i), "الي") || !is_noun_like(segment, i + 1)) return false;
  for (size_t k = 0; k < MDQ_COUNT(automatic); k++)
    if (mdq_span_is(mdq_token_v1(segment, i - 1), automatic[k])) return false;
  return true;
}

/* «التقي الوزير», «وقد تلقي الرئيس»: the verb of a sentence and its subject; behind another word it is a noun (بعد تلقي الوزير). */
static bool is_before_its_subject(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  static const char *const before[] = { "قد", "وقد", "فقد", "كما", "حيث" };
  if (!is_definite(segment, i + 1) || !mdq_listed(ctx, MDQ_SPELL_TITLES, mdq_token_v2(segment, i + 1))) return false;
  bool first = !mdq_token_is(segment, i - 1, MDQ_TOKEN_AR);
  for (size_t k = 0; k < MDQ_COUNT(before); k++) first |= mdq_span_is(mdq_token_v1(segment, i - 1), before[k]);
  return first;
}

/* «دعوي قضائية», «الذكري السنوية»; but «العضو الذكري», «رفع دعوي». */
static bool is_before_feminine(const struct mdq_segment *segment, size_t i) {
  return is_noun_like(segment, i + 1) && is_definite(segment, i + 1) == is_definite(segment, i) && mdq_span_ends(mdq_token_v1(segment, i + 1), MDQ_SPAN_LIT("ة"));
}

/* One of the words, with spaces between them. */
static bool is_before_one_of(const struct mdq_segment *segment, size_t i, struct mdq_span words) {
  struct mdq_span next = mdq_token_v1(segment, i + 1);
  for (size_t from = 0, to; from < words.len; from = to + 1) {
    for (to = from; to < words.len && words.ptr[to] != ' ';) to++;
    if (mdq_span_eq(next, mdq_span_sub(words, from, to))) return true;
  }
  return false;
}

/* True if the closed list has the word, whatever it says of this place. */
static bool find_ya(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_span v1 = mdq_token_v1(segment, i);
  size_t cut;
  if (!mdq_span_ends(v1, MDQ_SPAN_LIT("ي"))) return false;
  if (is_marked(segment, i)) return true;
  const struct mdq_row *row = ya_row(ctx, v1, &cut);
  if (!row) return false;
  struct mdq_span when = row->column[2];
  bool governed = mdq_span_is(when, "governed"), conditional = mdq_span_is(when, "before-noun");
  if (mdq_span_is(when, "never")) return true;
  if (governed && !(is_governed(ctx, segment, i) && !cut) && !is_before_its_object(ctx, segment, i) && !is_between_words(ctx, segment, i)) return true;
  bool at = mdq_span_is(row->column[0], "لدي");
  if (conditional && !before_noun(segment, i, !at) && !is_bare_to(segment, i)) return true;
  if (at && may_be_with_me(segment, i)) return true;
  if (mdq_span_is(when, "feminine") && !is_behind_feminine(segment, i)) return true;
  if (mdq_span_is(when, "subject") && !is_before_its_subject(ctx, segment, i)) return true;
  if (mdq_span_is(when, "before-feminine") && !is_before_feminine(segment, i)) return true;
  if (mdq_span_is(when, "not-before") && is_before_one_of(segment, i, row->column[3])) return true;
  bool name = !conditional && !governed && mdq_span_eq(mdq_token_v2(segment, i), v1) && mdq_name_expected(ctx, segment, i);
  struct mdq_span fix = row->column[1];
  if (cut) fix = mdq_arena_join(ctx->scratch, mdq_span_sub(v1, 0, cut), fix);
  mdq_report(ctx, YA_FOR_MAQSURA, .at = mdq_at_token(segment, i), .y = fix, .fix = fix, .severity = name ? MDQ_NOTE : MDQ_WARNING, .safe = false);
  return true;
}

static bool is_superlative(struct mdq_span v1) {
  return mdq_span_is(v1, "كبرى") || mdq_span_is(v1, "أخرى") || mdq_span_is(v1, "صغرى") || mdq_span_is(v1, "عظمى");
}

/* An adjective that agrees: شركه كبرى, مدينه كبيرة. */
static bool agrees(const struct mdq_segment *segment, size_t i) {
  struct mdq_span next = mdq_token_v1(segment, i + 1);
  if (!next.len || mdq_span_starts(next, MDQ_SPAN_LIT("ال")) || mdq_token_glued(segment, i + 1)) return false;
  return is_superlative(next) || mdq_span_ends(next, MDQ_SPAN_LIT("ية")) || mdq_span_ends(next, MDQ_SPAN_LIT("يدة")) || mdq_span_ends(next, MDQ_SPAN_LIT("يرة"));
}

/* «20 دقيقه», «أي صوره», «أول مره»: what stands before takes an indefinite noun as a rule. */
static bool is_counted(const struct mdq_segment *segment, size_t i) {
  static const char *const words[] = { "أي", "أية", "أول", "هذه", "تلك", "مئة", "مائة", "ألف", "مليون" };
  if (mdq_token_is(segment, i - 1, MDQ_TOKEN_NUM)) return true;
  struct mdq_span before = mdq_token_v1(segment, i - 1);
  for (size_t k = 0; k < MDQ_COUNT(words); k++)
    if (mdq_span_is(before, words[k])) return true;
  return before.len > 8 && (mdq_span_ends(before, MDQ_SPAN_LIT("عشرون")) || mdq_span_ends(before, MDQ_SPAN_LIT("ثين")) || mdq_span_ends(before, MDQ_SPAN_LIT("عشرة")));
}

enum { LEAST = 20, RARER = 10, FAR_RARER = 50 };

/* What may be "his" by the word alone (قوه, خطه), but is much commoner with ة. */
static bool may_be_marbuta(const struct mdq_ctx *ctx, struct mdq_span v1) {
  const struct mdq_span marbuta = MDQ_SPAN_LIT("ة");
  char with_marbuta[80]; /* no longer word is counted often */
  if (!mdq_span_ends(v1, MDQ_SPAN_LIT("ه")) || v1.len < 6 || v1.len > sizeof with_marbuta || mdq_span_starts(v1, MDQ_SPAN_LIT("ال"))) return false;
  memcpy(with_marbuta, v1.ptr, v1.len - marbuta.len);
  memcpy(with_marbuta + v1.len - marbuta.len, marbuta.ptr, marbuta.len);
  unsigned right = mdq_lexicon_count(ctx->lexicon, mdq_span_of(with_marbuta, v1.len)).edited;
  return right >= LEAST && right >= RARER * mdq_lexicon_count(ctx->lexicon, v1).edited && !mdq_listed(ctx, MDQ_SPELL_FINAL_HA, v1);
}

/* «ما أضافه الكاتب», «الذي أحاله القاضي», «بما إجماليه مليون»: the pronoun of a relative clause. */
static bool is_resumptive(const struct mdq_segment *segment, size_t i) {
  static const char *const before[] = { "ما", "وما", "بما", "مما", "وبما", "فيما", "عما", "كما", "وكما", "الذي", "والذي", "للذي", "بالذي" };
  struct mdq_span v1 = mdq_token_v1(segment, i);
  if (!mdq_span_ends(v1, MDQ_SPAN_LIT("ه")) || is_definite(segment, i)) return false;
  for (size_t k = 0; k < MDQ_COUNT(before); k++)
    if (mdq_span_is(mdq_token_v1(segment, i - 1), before[k])) return true;
  return false;
}

/* There the place decides. */
static void find_indefinite_marbuta(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_span v1 = mdq_token_v1(segment, i);
  if (!may_be_marbuta(ctx, v1)) return;
  if (mdq_name_expected(ctx, segment, i) || mdq_follows_given_name(ctx, segment, i) || is_resumptive(segment, i)) return; /* كريم بنزيمه */
  struct mdq_span fix = mdq_arena_join(ctx->scratch, mdq_span_sub(v1, 0, v1.len - 2), MDQ_SPAN_LIT("ة"));
  struct mdq_count wrong = mdq_lexicon_count(ctx->lexicon, v1), right = mdq_lexicon_count(ctx->lexicon, fix);
  bool agreed = v1.len >= 8 && agrees(segment, i), rarer = right.web >= RARER * wrong.web;
  bool likely = agreed ? right.edited >= FAR_RARER * (wrong.edited + 1) : rarer && (is_counted(segment, i) || has_slip_nearby(ctx, segment, i, MDQ_CONFUSED_MARBUTA));
  if (!agreed && !likely) return;
  mdq_report(ctx, TA_MARBUTA, .at = mdq_at_token(segment, i), .y = fix, .fix = fix, .severity = likely ? MDQ_WARNING : MDQ_NOTE,
             .certainty = likely ? MDQ_LIKELY : MDQ_POSSIBLE);
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  size_t cut;
  return mdq_is_confused(ctx, word, MDQ_CONFUSED_YA) || mdq_is_confused(ctx, word, MDQ_CONFUSED_MAQSURA) ||
         mdq_is_confused(ctx, word, MDQ_CONFUSED_MARBUTA) || may_be_marbuta(ctx, mdq_word_v1(word)) ||
         (mdq_span_ends(mdq_word_v1(word), MDQ_SPAN_LIT("ي")) && ya_row(ctx, mdq_word_v1(word), &cut));
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  const struct mdq_spelling *spelling = mdq_spelling_of(ctx, segment->tokens[i].word);
  if (find_ya(ctx, segment, i)) return;
  if (spelling) {
    mdq_report_spelling(ctx, segment, i, MDQ_CONFUSED_YA, YA_FOR_MAQSURA);
    mdq_report_spelling(ctx, segment, i, MDQ_CONFUSED_MAQSURA, ALEF_MAQSURA);
    if (!is_resumptive(segment, i)) mdq_report_spelling(ctx, segment, i, MDQ_CONFUSED_MARBUTA, TA_MARBUTA);
    return;
  }
  find_indefinite_marbuta(ctx, segment, i);
}

const struct mdq_rule_group mdq_rules_spell_final_letters;
const struct mdq_rule_group mdq_rules_spell_final_letters = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = mdq_spelling_tables, .token_kinds = MDQ_TOKEN_AR, .concerns = concerns, .token = token,
};
