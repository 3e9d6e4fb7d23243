/* English that the translation left in Latin letters. What a run is, runs.h says; here stands what of it to
   report. Whether one capitalised word is a name that the desk keeps or a leftover shows only in the whole
   draft: edited news has about 0.4 Latin runs in 1,000 words, machine translation 30. */
#include <stdlib.h>

#include "lint/rule.h"
#include "rules/name/latin_name.h"
#include "rules/untranslated/english_date.h"
#include "rules/untranslated/money.h"
#include "rules/untranslated/repeated.h"
#include "rules/untranslated/runs.h"
#include "rules/untranslated/world_name.h"

enum { SENTENCE, LATIN_RUN, POSSESSIVE, ACRONYM, AL_LATIN };
enum { TABLE_NOUNS = MDQ_RUN_TABLE_COUNT, TABLE_UNITS, TABLE_ENGLISH_WORDS, TABLE_WEEKDAYS };

static const struct mdq_rule rules[] = {
  [SENTENCE] = {
    .id = "untranslated/sentence", .severity = MDQ_ERROR, .certainty = MDQ_CERTAIN, .category = "accuracy/untranslated", .since = "0.1",
    .summary = { "Sentence left in English", "جملة بقيت بالإنجليزية" },
    .rationale = { "A whole clause was not translated.", "جملة كاملة لم تُترجم." },
    .message = { "Untranslated English: “{x}”", "نص إنجليزي غير مترجم: «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "ارتفع السهم صباحا. The board will meet again on Friday. وتراجع مساء" },
      { .text = "وأوضح التقرير that the risk is “very high”, according to الخبراء" },
      { .text = "قال المدير إن we can wait ثم غادر" },
      { 0 } },
    .good = (const char *const[]){ "يعرض فيلم «The Last Train to Nowhere» في الصالات", "فاز بنك الاستثمار (Bank of America) بالعقد", "أنتج الهاتف iPhone 15 Pro Max في الصين",
                                   "تتنافس شركات مثل Acme وZenith", "يدير \"معهد البحيرات للسياسات\" (Lake District Institute for Strategy and Policy) باحثون", "تستخدم الطائرة خط الرؤية (predictive line of sight)", NULL },
  },
  [LATIN_RUN] = {
    .id = "untranslated/latin-run", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/untranslated", .since = "0.1",
    .summary = { "English words left in the text", "كلمات إنجليزية بقيت في النص" },
    .rationale = { "Translate the words; transliterate a name, with the Latin form in brackets at its first mention if readers need it.",
                   "ترجم الكلمات، وانقل اسم العلم بحروف عربية، مع صورته اللاتينية بين قوسين عند أول ذكر إن احتيج إليها." },
    .message = { "Untranslated English: “{x}”{? → “{y}”?}", "نص إنجليزي غير مترجم: «{x}»{?، وبالعربية «{y}»?}" },
    .bad = (const struct mdq_example[]){
      { .text = "أطلقت شركة Orion Dynamics قمرا صناعيا" },
      { .text = "حذر الخبراء من تقنية deepfake في الانتخابات" },
      { .text = "بلغت الكلفة مليون دولار according to مصادر محلية" },
      { .text = "سنواصل hard work حتى النهاية" },
      { .text = "تأسست Zentrix قبل عام. وقالت Zentrix إنها تستعد للتوسع" },
      { .text = "زار مدينة Lakeview أمس" }, /* a note */
      { .text = "أعلنت شركة Nvidia نتائجها", .fixed = "أعلنت شركة إنفيديا نتائجها" },
      { .text = "وصل الوزير إلى Germany أمس", .fixed = "وصل الوزير إلى ألمانيا أمس" },
      { .text = "دفعت الشركة 500 euros للمزارع", .fixed = "دفعت الشركة 500 يورو للمزارع" },
      { .text = "بلغ السعر 20 dollars في السوق", .fixed = "بلغ السعر 20 دولارًا في السوق" },
      { .text = "تخسر الشركة 3 million yen كل يوم", .fixed = "تخسر الشركة 3 ملايين ين كل يوم" },
      { .text = "زار المعرض 5 million شخص", .fixed = "زار المعرض 5 ملايين شخص" },
      { .text = "تراجعت المبيعات 5 percent هذا الشهر", .fixed = "تراجعت المبيعات 5% هذا الشهر" },
      { .text = "سار الفريق 10 miles في الثلج", .fixed = "سار الفريق 10 أميال في الثلج" },
      { .text = "تستغرق الرحلة 12 hours بالقطار", .fixed = "تستغرق الرحلة 12 ساعة بالقطار" },
      { .text = "كتب الرسالة بـEnglish بسيطة", .fixed = "كتب الرسالة بالإنجليزية بسيطة" },
      { .text = "عاد من the Netherlands أمس", .fixed = "عاد من هولندا أمس" },
      { .text = "وصل المسؤول French مساء", .fixed = "وصل المسؤول الفرنسي مساء" },
      { .text = "تدرس اللغة French في المدرسة", .fixed = "تدرس اللغة الفرنسية في المدرسة" },
      { .text = "عاد الوفد يوم Monday من رحلته", .fixed = "عاد الوفد يوم الاثنين من رحلته" },
      { .text = "افتتح المتحف في 5 March 2024", .fixed = "افتتح المتحف في 5 مارس 2024" },
      { .text = "تبدأ الدراسة في September 9", .fixed = "تبدأ الدراسة في 9 سبتمبر" },
      { .text = "نُشر في 3 آذار و4 نيسان ثم في 7 June", .fixed = "نُشر في 3 آذار و4 نيسان ثم في 7 حزيران" },
      { .text = "قال الرئيس Joe Biden إن القرار نهائي", .fixed = "قال الرئيس جو بايدن إن القرار نهائي" },
      { 0 } },
    .good = (const char *const[]){ "قال داريو أمودي (Amodei) إن النموذج جاهز", "سجل مؤشر S&P 500 مكاسب بنحو 2%", "يعمل الهاتف بنظام iOS ومعالج H100",
                                   "يبعد المصنع 25 km عن المدينة", "زاروا الموقع www.example.org أو راسلوا info@example.org", "يتداول السهم تحت الرمز AAPL في نيويورك",
                                   "تابعوا حساب @newsdesk ووسم #Climate", "انعقد المؤتمر في الحقبة XIV من تاريخ المدينة", "صنف اللقاح ضمن الفئة B", "انتشر متحور BA.5 في المدينة", "للتفاصيل bit.ly/abc أو الموقع", NULL },
  },
  [POSSESSIVE] = {
    .id = "untranslated/possessive", .severity = MDQ_ERROR, .certainty = MDQ_CERTAIN, .category = "accuracy/untranslated", .since = "0.1",
    .summary = { "English possessive left in the text", "صيغة ملكية إنجليزية بقيت في النص" },
    .rationale = { "’s is English grammar: in Arabic the owner follows what is owned.", "علامة ’s من نحو الإنجليزية، وفي العربية يلي المالكُ المملوك." },
    .message = { "English possessive in “{x}”", "صيغة ملكية إنجليزية في «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "بحسب Velora’s engineers فإن التصميم جديد" },
      { .text = "قال مدير Palmetto's إن المبيعات ارتفعت" },
      { .text = "نشرت الشركة Farmers’ Almanac أمس" },
      { .text = "في مقابلة مع CNBC’s Sara Hill أمس" },
      { 0 } },
    .good = (const char *const[]){ "خفضت وكالة Moody’s التصنيف", "افتتحت McDonald's فرعا جديدا", "قال: ‘Orion’ اسم المشروع", NULL },
  },
  [ACRONYM] = {
    .id = "untranslated/acronym", .severity = MDQ_WARNING, .certainty = MDQ_CERTAIN, .category = "accuracy/untranslated", .since = "0.1",
    .summary = { "English acronym that has an Arabic rendering", "مختصر إنجليزي له مقابل عربي" },
    .rationale = { "Arabic news writes the body or the term by its Arabic name.", "تكتب الصحافة العربية الهيئة أو المصطلح بالاسم العربي." },
    .message = { "“{x}” → “{y}”", "للمختصر {x} مقابل: «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "تستثمر الشركة في AI منذ سنوات", .fixed = "تستثمر الشركة في الذكاء الاصطناعي منذ سنوات" },
      { .text = "استقال CEO بعد الخسائر", .fixed = "استقال الرئيس التنفيذي بعد الخسائر" },
      { .text = "نفى NATO وIMF وUN وWHO القرار", .fixed = "نفى حلف شمال الأطلسي (الناتو) وصندوق النقد الدولي والأمم المتحدة ومنظمة الصحة العالمية القرار" },
      { .text = "عاد الوزير من the UAE أمس", .fixed = "عاد الوزير من الإمارات أمس" },
      { .text = "نما GDP بنسبة 2%", .fixed = "نما الناتج المحلي الإجمالي بنسبة 2%" },
      { .text = "اجتمع وزراء الـEU في بروكسل", .fixed = "اجتمع وزراء الاتحاد الأوروبي في بروكسل" },
      { .text = "أجلت وكالة NASA الرحلة", .fixed = "أجلت وكالة الفضاء الأمريكية (ناسا) الرحلة" },
      { .text = "لجأ إلى المنظمة «WHO» طلبا للنصح", .fixed = "لجأ إلى منظمة الصحة العالمية طلبا للنصح" },
      { .text = "التحق الشاب بوكالة الاستخبارات CIA", .fixed = "التحق الشاب بوكالة الاستخبارات المركزية الأمريكية (سي آي إيه)" },
      { .text = "سلموا الوثائق للمكتب FBI أمس", .fixed = "سلموا الوثائق لمكتب التحقيقات الفيدرالي (إف بي آي) أمس" },
      { .text = "استقال الرئيس التنفيذي CEO مساء", .fixed = "استقال الرئيس التنفيذي مساء" },
      { .text = "يفتح المعرض في التاسعة بتوقيت ET", .fixed = "يفتح المعرض في التاسعة بتوقيت شرق الولايات المتحدة" },
      { .text = "يفتح المعرض وفق توقيت ET", .fixed = "يفتح المعرض وفق توقيت شرق الولايات المتحدة" },
      { .text = "تبدأ الجلسة عند 7:30 PM بتوقيت لندن", .fixed = "تبدأ الجلسة عند 7:30 مساءً بتوقيت لندن" },
      { 0 } },
    .good = (const char *const[]){ "منظمة الصحة العالمية (WHO) تحذر", "بثت قناة CNN المقابلة", "يدعم الجهاز USB وHDMI", "قمة شركة AI Orion", "قال مديرPriorities USA إن الحملة مستمرة", NULL },
  },
  [AL_LATIN] = {
    .id = "untranslated/al-latin", .severity = MDQ_NOTE, .certainty = MDQ_POSSIBLE, .category = "fluency/spelling", .since = "0.1",
    .summary = { "Arabic article or particle written onto a Latin word", "أداة عربية موصولة بكلمة لاتينية" },
    .rationale = { "Newsrooms write the word in Arabic letters, so that the article can join it.", "تكتب غرف الأخبار الكلمة بحروف عربية لتتصل بها الأداة." },
    .message = { "Foreign script in “{x}”", "حروف أجنبية في «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "تطور الشركة أدوات الـAI" }, { .text = "استعان بـGoogle في البحث" }, { .text = "تتنافس Acme وZenith على السوق" }, { 0 } },
    .good = (const char *const[]){ "تطور الشركة أدوات الذكاء الاصطناعي", "استعان بـ Google في البحث", "نموذجGPT", NULL },
  },
};

struct pending { /* a run whose severity the whole draft decides */
  struct mdq_place at;
  struct mdq_span text;
  uint64_t key;     /* of its letters, case folded */
  bool soft;        /* spoken of, explained, a title, with a brand: an English word on purpose */
  bool title;
  bool date;        /* a weekday, a month in a date */
  bool in_date;     /* what stands before it goes with a month */
  bool masculine;   /* behind a masculine noun with its article */
  bool world;       /* a country, a language, a currency: no desk keeps one in Latin letters */
  struct mdq_span clitic; /* the Arabic particle that is glued to it */
};

struct state {
  struct pending *pending;
  size_t count, capacity;
  size_t words, unlisted;
};

enum { DENSE_PER_MILLE = 5, DENSE_LEAST = 3 }; /* runs in 1,000 words; fewer runs than that tell nothing */

static uint64_t folded_key(struct mdq_span text) {
  uint64_t hash = 14695981039346656037u;
  for (size_t i = 0; i < text.len; i++) {
    unsigned char c = (unsigned char)text.ptr[i];
    if (c == ' ' || c == '-') continue;
    hash = (hash ^ (c >= 'A' && c <= 'Z' ? c + 0x20u : c)) * 1099511628211u;
  }
  return hash;
}

static struct mdq_span run_text(const struct mdq_segment *segment, const struct mdq_latin_run *run) {
  return mdq_span_sub(segment->text, run->start, run->end);
}

static struct mdq_span clitic_of(const struct mdq_segment *segment, const struct mdq_latin_run *run) {
  size_t token = segment->tokens[run->first].start;
  return mdq_span_sub(segment->text, token, run->flags & MDQ_RUN_CLITIC ? run->start : token);
}

static const struct mdq_english_tables english = { TABLE_ENGLISH_WORDS, TABLE_WEEKDAYS };

/* «5 March», «في March», «شهر March» */
static bool stands_in_date(const struct mdq_segment *segment, const struct mdq_latin_run *run) {
  static const char *const words[] = { "في", "شهر", "منذ", "حتي", "خلال", "بحلول", "بدايه", "نهايه", "مطلع", "منتصف", "اوائل", "اواخر" };
  size_t before = run->first - 1u;
  if (!run->first || run->flags & MDQ_RUN_CLITIC) return false;
  if (mdq_token_is(segment, before, MDQ_TOKEN_NUM)) return true;
  for (size_t i = 0; i < MDQ_COUNT(words); i++)
    if (mdq_token_is(segment, before, MDQ_TOKEN_AR) && mdq_span_is(mdq_token_v2(segment, before), words[i])) return true;
  return false;
}

/* «المسؤول», as far as its form tells. */
static bool behind_masculine(const struct mdq_segment *segment, const struct mdq_latin_run *run) {
  size_t before = run->first - 1u;
  if (!run->first || run->flags & MDQ_RUN_CLITIC || !mdq_token_is(segment, before, MDQ_TOKEN_AR)) return false;
  struct mdq_span word = mdq_token_v1(segment, before);
  return mdq_span_starts(word, MDQ_SPAN_LIT("ال")) && !mdq_span_ends(word, MDQ_SPAN_LIT("ة")) && !mdq_span_ends(word, MDQ_SPAN_LIT("ات"));
}

static void keep(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run, bool soft) {
  struct mdq_replacement fixes[MDQ_MOST_ARABIC];
  struct state *state = ctx->state;
  struct pending *item = mdq_arena_push(ctx->arena, &state->pending, &state->count, &state->capacity, sizeof *item);
  if (!item) return;
  struct mdq_span text = run_text(segment, run);
  bool in_date = stands_in_date(segment, run);
  *item = (struct pending){ .at = mdq_at(segment, run->start, run->end), .masculine = behind_masculine(segment, run), .in_date = in_date, .date = mdq_english_date(ctx, english, text, in_date).len > 0, .text = text, .key = folded_key(text), .soft = soft, .title = run->class == MDQ_RUN_TITLE,
                            .world = mdq_world_name(ctx, text, fixes) > 0, .clitic = clitic_of(segment, run) };
}

/* -- acronyms -- */

static bool is_clock_half(const struct mdq_segment *segment, const struct mdq_latin_run *run, const char **half) {
  size_t i = run->first;
  bool after_number = mdq_token_is(segment, i, MDQ_TOKEN_NUM) || (i && mdq_token_is(segment, i - 1, MDQ_TOKEN_NUM));
  struct mdq_span word = mdq_span_sub(segment->text, run->words[0].start, run->words[0].end);
  if (!after_number || word.len < 2 || (word.ptr[word.len - 1] | 0x20) != 'm') return false;
  char first = (char)(word.ptr[0] | 0x20);
  *half = first == 'p' ? "مساءً" : "صباحًا";
  return (first == 'p' || first == 'a') && (word.len == 2 || (word.len == 3 && word.ptr[1] == '.'));
}

static void report_acronym(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run) {
  size_t start = run->words[0].start, end = run->words[run->word_count - 1].end;
  struct mdq_span key = run->acronym->column[0], rendering = run->acronym->column[1];
  bool note = mdq_span_is(run->acronym->column[2], "note") || run->flags & (MDQ_RUN_EXPLAINED | MDQ_RUN_MENTIONED | MDQ_RUN_WORK);
  const char *half;
  if (mdq_span_starts(mdq_span_sub(segment->text, run->start, segment->text.len), key)) start = run->start;
  if (key.len && key.ptr[key.len - 1] == '.') end = start + key.len;
  if (is_clock_half(segment, run, &half)) rendering = mdq_span_str(half), note = false;
  struct mdq_span shown = mdq_span_sub(segment->text, start, end), fix = rendering;
  if (run->flags & MDQ_RUN_CLITIC) {
    size_t token = segment->tokens[run->first].start;
    fix = mdq_behind_clitic(ctx->scratch, mdq_span_sub(segment->text, token, start), rendering);
    start = token;
  }
  struct mdq_repeated repeated;
  if (mdq_repeated_find(ctx, segment, run, start, end, rendering, &repeated)) {
    shown = mdq_span_sub(segment->text, repeated.start, repeated.end);
    start = repeated.start, end = repeated.end;
    rendering = fix = repeated.text;
  }
  mdq_report(ctx, ACRONYM, .at = mdq_at(segment, start, end), .x = shown, .y = rendering, .fix = fix, .severity = note ? MDQ_NOTE : MDQ_WARNING);
}

/* -- the rest -- */

static bool report_money(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run, bool soft) {
  struct mdq_money money;
  if (!mdq_money_find(ctx, segment, run, (struct mdq_money_tables){ TABLE_NOUNS, TABLE_UNITS }, &money)) return false;
  struct mdq_place at = mdq_at(segment, money.start, money.end);
  struct mdq_span text = mdq_span_sub(segment->text, money.start, money.end);
  mdq_report(ctx, LATIN_RUN, .at = at, .x = text, .y = money.text, .fix = money.text, .severity = soft ? MDQ_NOTE : MDQ_WARNING, .certainty = MDQ_CERTAIN);
  return true;
}

/* English words, of which the whole may still be a name that has an Arabic form: the Netherlands. */
static void report_words(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run, enum mdq_severity severity,
                         enum mdq_certainty certainty) {
  struct mdq_replacement fixes[MDQ_MOST_ARABIC];
  struct mdq_span text = run_text(segment, run);
  size_t count = run->flags & MDQ_RUN_CLITIC ? 0 : mdq_world_name(ctx, text, fixes);
  mdq_report(ctx, LATIN_RUN, .at = mdq_at(segment, run->start, run->end), .x = text, .y = count ? fixes[0].text : mdq_span_of("", 0), .severity = severity,
             .certainty = certainty, .fixes = fixes, .fix_count = count);
}

static void report_run(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run) {
  struct mdq_place at = mdq_at(segment, run->start, run->end);
  struct mdq_span text = run_text(segment, run);
  bool soft = run->flags & (MDQ_RUN_EXPLAINED | MDQ_RUN_MENTIONED | MDQ_RUN_WORK | MDQ_RUN_BRANDED);
  if (run->class != MDQ_RUN_ALLOWED && report_money(ctx, segment, run, soft)) return;
  switch (run->class) {
    case MDQ_RUN_ALLOWED: return;
    case MDQ_RUN_SENTENCE: mdq_report(ctx, SENTENCE, .at = at, .x = text); return;
    case MDQ_RUN_FUNCTION_WORD: report_words(ctx, segment, run, soft ? MDQ_NOTE : MDQ_ERROR, MDQ_CERTAIN); return;
    case MDQ_RUN_POSSESSIVE: mdq_report(ctx, POSSESSIVE, .at = at, .x = text); return;
    case MDQ_RUN_ACRONYM: report_acronym(ctx, segment, run); return;
    case MDQ_RUN_LOWER: report_words(ctx, segment, run, soft ? MDQ_NOTE : run->lower_count > 1 ? MDQ_ERROR : MDQ_WARNING, MDQ_CERTAINTY_NONE); return;
    case MDQ_RUN_TITLE: case MDQ_RUN_SINGLE: keep(ctx, segment, run, soft); return;
  }
}

static bool counts_as_unlisted(const struct mdq_latin_run *run) {
  if (run->class == MDQ_RUN_ALLOWED || run->flags & (MDQ_RUN_EXPLAINED | MDQ_RUN_MENTIONED | MDQ_RUN_WORK | MDQ_RUN_BRANDED)) return false;
  return run->class != MDQ_RUN_ACRONYM || mdq_span_is(run->acronym->column[2], "warning");
}

static void segment_hook(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct state *state = ctx->state;
  state->words += segment->token_count - segment->mark_count;
  const struct mdq_latin_run *runs;
  size_t count = mdq_latin_runs(ctx, segment, &runs);
  for (size_t i = 0; i < count; i++) {
    state->unlisted += counts_as_unlisted(&runs[i]);
    if (runs[i].flags & MDQ_RUN_CLITIC) mdq_report(ctx, AL_LATIN, .at = mdq_at_token(segment, runs[i].first), .x = mdq_token_text(segment, runs[i].first));
    report_run(ctx, segment, &runs[i]);
  }
}

static int by_key(const void *a, const void *b) {
  const struct pending *x = a, *y = b;
  return (x->key > y->key) - (x->key < y->key);
}

static size_t arabic_of(struct mdq_ctx *ctx, const struct pending *item, struct mdq_replacement fixes[MDQ_MOST_ARABIC]) {
  if (item->date) {
    fixes[0] = (struct mdq_replacement){ .text = mdq_english_date(ctx, english, item->text, item->in_date) };
    return 1;
  }
  size_t count = item->world ? mdq_world_name(ctx, item->text, fixes) : mdq_arabic_for_latin(ctx, item->text, fixes);
  if (count != 1 || !item->world || !item->masculine) return count;
  struct mdq_span adjective = mdq_world_adjective(ctx, item->text, fixes[0].text);
  if (!adjective.len) return count;
  fixes[1] = fixes[0]; /* the noun may be a plural of things */
  fixes[0].text = adjective;
  return 2;
}

static void report_pending(struct mdq_ctx *ctx, const struct pending *item, enum mdq_severity severity) {
  struct mdq_replacement fixes[MDQ_MOST_ARABIC];
  size_t count = arabic_of(ctx, item, fixes);
  struct mdq_span arabic = count ? fixes[0].text : mdq_span_of("", 0);
  for (size_t i = 0; i < count && item->clitic.len; i++)
    fixes[i] = (struct mdq_replacement){ { item->at.start - item->clitic.len, item->at.end, item->at.unit }, mdq_behind_clitic(ctx->scratch, item->clitic, fixes[i].text), false };
  mdq_report(ctx, LATIN_RUN, .at = item->at, .x = item->text, .y = arabic, .severity = severity, .fixes = fixes, .fix_count = count);
}

static void finish(struct mdq_ctx *ctx) {
  struct state *state = ctx->state;
  bool dense = state->unlisted >= DENSE_LEAST && state->unlisted * 1000 > state->words * DENSE_PER_MILLE;
  if (state->count) qsort(state->pending, state->count, sizeof *state->pending, by_key);
  for (size_t i = 0, same; i < state->count; i += same) {
    for (same = 1; i + same < state->count && state->pending[i + same].key == state->pending[i].key; same++) {}
    for (size_t j = i; j < i + same; j++) {
      const struct pending *item = &state->pending[j];
      bool firm = dense || (!item->soft && (item->title || item->world || item->date || same > 1));
      report_pending(ctx, item, firm ? MDQ_WARNING : MDQ_NOTE);
    }
  }
}

static const char *const tables[] = { MDQ_RUN_TABLES, "numbers/counted-nouns.tsv", "numbers/units.tsv", "numbers/english-words.tsv", "dates/weekdays.tsv", NULL };

const struct mdq_rule_group mdq_rules_untranslated_latin_text;
const struct mdq_rule_group mdq_rules_untranslated_latin_text = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = tables, .state_size = sizeof(struct state), .segment = segment_hook,
  .finish = finish,
};
