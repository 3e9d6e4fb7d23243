/* Small dictionaries, each for one thing that a .aff file can say: the compiled lexicon and Hunspell agree on every short
   string of their letters, on the forms that the rules make, and on readings; or the compiler says what it does not
   understand, and where. */
#include "small.h"

#include <hunspell/hunspell.h>

#include "forms.h"
#include "lexicon/dictionary.h"
#include "text/utf8.h"
#include "unmunch.h"

#define PAIR(text) MDQ_SPAN_LIT(text)

static const struct good {
  const char *what;
  struct mdq_span aff, dic;
  enum { PREFIX_NOT_TOLD = 1, /* Hunspell's readings leave it out */ NO_FORMS /* unmunch.c is too simple for it */ } special;
} good[] = {
  { "no rules", PAIR("SET UTF-8\n"), PAIR("2\nاب\nباب\n"), 0 },
  { "the dictionary of the other tests", PAIR(TINY_AFF), PAIR(TINY_DIC), 0 },
  { "flags of a byte", PAIR("SET UTF-8\nPFX A Y 1\nPFX A 0 ب .\nSFX B Y 1\nSFX B 0 ت .\n"), PAIR("3\nاب/A\nتا/B\nتب/AB\n"), 0 },
  { "long flags", PAIR("SET UTF-8\nFLAG long\nPFX Aa Y 1\nPFX Aa 0 ب .\nSFX Ab Y 1\nSFX Ab 0 ت .\n"), PAIR("3\nاب/Aa\nتا/Ab\nتب/AaAb\n"), 0 },
  { "numbers as flags", PAIR("SET UTF-8\nFLAG num\nPFX 1 Y 1\nPFX 1 0 ب .\nSFX 4000 Y 1\nSFX 4000 0 ت .\n"), PAIR("3\nاب/1\nتا/4000\nتب/4000,1\n"), 0 },
  { "letters as flags", PAIR("SET UTF-8\nFLAG UTF-8\nPFX أ Y 1\nPFX أ 0 ب .\nSFX é Y 1\nSFX é 0 ت .\n"), PAIR("3\nاب/أ\nتا/é\nتب/أé\n"), 0 },
  { "aliases of flags", PAIR("SET UTF-8\nFLAG long\nAF 3\nAF AaAb # 1\nAF Ab # 2\nAF Ac # 3\nPFX Aa Y 1\nPFX Aa 0 ب .\nSFX Ab Y 1\nSFX Ab 0 ت/3 .\n"
                            "SFX Ac Y 1\nSFX Ac 0 ا .\n"), PAIR("3\nاب/1\nتا/2\nتت\n"), 0 },
  { "aliases of morphology", PAIR("SET UTF-8\nAM 2\nAM po:verb is:pst\nAM st:اب\nSFX A Y 1\nSFX A 0 ت .\n"), PAIR("3\nاب/A\t1\nتا/A 2\nتت\t2\n"), 0 },
  { "a number as morphology without aliases", PAIR("SET UTF-8\n"), PAIR("2\nاب\t12\nتا\n"), 0 },
  { "two suffixes in turn", PAIR("SET UTF-8\nSFX A Y 2\nSFX A 0 ت/B .\nSFX A 0 ا .\nSFX B Y 1\nSFX B 0 ب .\n"), PAIR("2\nاب/A\nتا/B\n"), 0 },
  { "the second suffix only behind the first", PAIR("SET UTF-8\nSFX A Y 1\nSFX A 0 ت .\nSFX B Y 1\nSFX B 0 ب .\n"), PAIR("1\nاب/AB\n"), 0 },
  { "no third suffix", PAIR("SET UTF-8\nSFX A Y 1\nSFX A 0 ت/A .\n"), PAIR("1\nاب/A\n"), 0 },
  { "strips and conditions", PAIR("SET UTF-8\nSFX A Y 4\nSFX A ة ت ة\nSFX A 0 ا [^ةب]\nSFX A ب تا [ات]ب\nSFX A تب 0 اتب\n"),
    PAIR("5\nابة/A\nبا/A\nاب/A\nبتب/A\nاتب/A\n"), 0 },
  { "conditions of several places", PAIR("SET UTF-8\nSFX A Y 3\nSFX A 0 ا ب.ت\nSFX A 0 ج [^ب][^ت]ت\nSFX A ت 0 [ابج]ت\n"), PAIR("4\nبات/A\nبتت/A\nججت/A\nت/A\n"), 0 },
  { "a strip of the whole word", PAIR("SET UTF-8\nSFX A Y 2\nSFX A اب ت .\nSFX A ب ت .\n"), PAIR("2\nاب/A\nب/A\n"), 0 },
  { "a prefix that strips the whole word", PAIR("SET UTF-8\nPFX A Y 2\nPFX A ا ب ا\nPFX A 0 ت .\nSFX B Y 1\nSFX B 0 ا .\n"), PAIR("2\nا/AB\nاب/A\n"), 0 },
  { "a strip that the condition forbids", PAIR("SET UTF-8\nPFX A Y 1\nPFX A ا ت ب\nSFX B Y 1\nSFX B ا ت ب\n"), PAIR("2\nاب/A\nبا/B\n"), 0 },
  { "prefixes with strips and conditions", PAIR("SET UTF-8\nPFX A Y 3\nPFX A ا ت ا\nPFX A 0 ب [^اب]\nPFX A اب ج اب[ت]\nSFX B Y 1\nSFX B 0 ا .\n"),
    PAIR("4\nاب/AB\nبا/A\nتا/AB\nابت/A\n"), 0 },
  { "prefixes that meet no suffix", PAIR("SET UTF-8\nPFX A N 1\nPFX A 0 ت .\nPFX C Y 1\nPFX C 0 ج .\nSFX B Y 1\nSFX B 0 ب .\n"), PAIR("2\nاب/ABC\nبا/AB\n"), 0 },
  { "suffixes that meet no prefix", PAIR("SET UTF-8\nPFX A Y 1\nPFX A 0 ت .\nSFX B N 1\nSFX B 0 ب/C .\nSFX C Y 1\nSFX C 0 ج .\n"), PAIR("2\nاب/AB\nبا/A\n"), 0 },
  { "prefixes that a suffix allows", PAIR("SET UTF-8\nPFX A Y 1\nPFX A 0 ت .\nSFX B Y 1\nSFX B 0 ب/A .\n"), PAIR("1\nاب/B\n"), 0 },
  { "prefixes that the second suffix allows behind one that does not cross",
    PAIR("SET UTF-8\nPFX A Y 1\nPFX A 0 ت .\nSFX B N 1\nSFX B 0 ب/C .\nSFX C Y 1\nSFX C 0 ج/A .\n"), PAIR("1\nاب/B\n"), PREFIX_NOT_TOLD },
  { "prefixes that the first suffix allows, behind a second", PAIR("SET UTF-8\nPFX A Y 1\nPFX A 0 ت .\nSFX B Y 1\nSFX B 0 ب/AC .\nSFX C N 1\nSFX C 0 ج .\nSFX D Y 1\nSFX D 0 د/AE .\nSFX E Y 1\nSFX E 0 ا .\n"),
    PAIR("2\nاب/B\nبا/D\n"), 0 },
  { "prefixes and suffixes of one flag", PAIR("SET UTF-8\nPFX A Y 1\nPFX A 0 ت .\nSFX A Y 1\nSFX A 0 ب .\n"), PAIR("1\nاب/A\n"), 0 },
  { "letters that are ignored", PAIR("SET UTF-8\nIGNORE َُـ\nSFX A Y 3\nSFX A 0 تَا .\nSFX A ب 0 .\nSFX A ُج د .\n"), PAIR("4\nاَب/A\nتـب\nاج/A\nَ\n"), 0 },
  { "IGNORE behind the affixes", PAIR("SET UTF-8\nSFX A Y 2\nSFX A 0 تَا .\nSFX A 0 د .\nIGNORE َُـ\n"), PAIR("2\nاَب/A\nاج/A\n"), NO_FORMS },
  { "letters that are converted", PAIR("SET UTF-8\nICONV 3\nICONV ی ي\nICONV ک ك\nICONV ﻻ لا\n"), PAIR("3\nيك\nکي\nكي\n"), 0 },
  { "conversions before and behind the letters", PAIR("SET UTF-8\nICONV 2\nICONV ی ي\nICONV ت َ\nSFX A Y 2\nSFX A 0 ی .\nSFX A 0 ت .\nIGNORE َ\n"), PAIR("3\nاب/A\nبی\nيا\n"), NO_FORMS },
  { "a byte order mark and lines that end with CRLF", PAIR("\xEF\xBB\xBFSET UTF-8\r\nSFX A Y 1\r\nSFX A 0 ت .\r\n"), PAIR("\xEF\xBB\xBF" "2\r\nاب/A\r\nبا\r\n"), 0 },
  { "no end of the last line", PAIR("SET UTF-8\nSFX A Y 1\nSFX A 0 ت ."), PAIR("2\nاب/A\nبا"), 0 },
  { "missing conditions, comments, tabs", PAIR("# x\nSET UTF-8 # y\n\nSFX\tA  Y\t2 # z\nSFX\tA\t0\tت\nSFX A 0 ا .\nTRY اب\nREP 1\nREP ا ب\n"), PAIR("2\nاب/A\nبا\n"), 0 },
  { "words with blanks, slashes and letters of other scripts", PAIR("SET UTF-8\nSFX A Y 1\nSFX A 0 ت .\n"),
    PAIR("9\nاب با/A\nabc/A\nابx\nاب\\/با/A\n/اب\nبا/A\n\nتا  po:noun\nبت /A\n"), NO_FORMS },
  { "fewer and more words than announced", PAIR("SET UTF-8\n"), PAIR("1 or so\nاب\nبا\nتت\n"), 0 },
  { "a word in several lines", PAIR("SET UTF-8\nPFX A Y 1\nPFX A 0 ت .\nSFX B Y 1\nSFX B 0 ب .\n"), PAIR("4\nاب/A po:verb\nاب/B po:noun\nاب\nاب/AB\n"), 0 },
  { "glued questions", PAIR("SET UTF-8\nFLAG long\nPFX pa Y 4\nPFX pa 0 أ .\nPFX pa 0 وأ .\nPFX pa 0 و .\nPFX pa ا أ ا\nSFX sa Y 1\nSFX sa 0 ن .\n"),
    PAIR("5\nلد/pasa\nاب/pa\nأبغ/pa\tst:بغ\nأكت/pa\tst:كت is:prst po:verb\nوأد/sa\tst:وأد is:pst po:verb\n"), 0 },
};

struct pair_of {
  char dir[64], aff[96], dic[96];
  struct mdq_buf file;
  struct mdq_compiled compiled;
  Hunhandle *hunspell;
  struct mdq_dictionary *through_hunspell;
  struct forms forms;
  const char *what;
  bool prefix_told;
  size_t asked, accepted, unmunched, read, wrong;
};

static void write_file(const char *path, struct mdq_span text) {
  FILE *file = fopen(path, "wb");
  if (!file || fwrite(text.ptr, 1, text.len, file) != text.len || fclose(file)) fail_msg("cannot write %s", path);
}

static void open_pair(struct pair_of *p, const struct good *dictionary) {
  *p = (struct pair_of){ .dir = "small-XXXXXX", .what = dictionary->what, .prefix_told = dictionary->special != PREFIX_NOT_TOLD };
  assert_non_null(mkdtemp(p->dir));
  snprintf(p->aff, sizeof p->aff, "%s/small.aff", p->dir);
  snprintf(p->dic, sizeof p->dic, "%s/small.dic", p->dir);
  write_file(p->aff, dictionary->aff);
  write_file(p->dic, dictionary->dic);
  struct mdq_error error;
  if (compile_small(dictionary->aff, dictionary->dic, &p->file, &error)) fail_msg("%s: %s:%zu: %s", p->what, error.file, error.line, error.message);
  assert_int_equal(mdq_compiled_read(&p->compiled, mdq_buf_span(&p->file), "small", &error), MDQ_OK);
  assert_true(forms_open(&p->forms, &p->compiled.automaton, p->compiled.all));
  p->hunspell = Hunspell_create(p->aff, p->dic);
  assert_int_equal(mdq_dictionary_open(&p->through_hunspell, p->aff, "", &error), MDQ_OK);
}

static void close_pair(struct pair_of *p) {
  mdq_dictionary_free(p->through_hunspell);
  Hunspell_destroy(p->hunspell);
  forms_close(&p->forms);
  mdq_compiled_close(&p->compiled);
  mdq_buf_free(&p->file);
  unlink(p->aff);
  unlink(p->dic);
  rmdir(p->dir);
}

static void wrong(struct pair_of *p, const char *form, const char *how) {
  if (p->wrong++ < 5) print_error("%s: %s: %s\n", p->what, form, how);
}

/* Hunspell takes that for a word; no text that has been normalised holds such. */
static bool is_ignored(const struct pair_of *p, struct mdq_span text) {
  for (size_t at = 0; at < text.len;)
    if (mdq_automaton_code(&p->compiled.automaton, mdq_utf8_next(text, &at)) != MDQ_LETTER_IGNORED) return false;
  return true;
}

static void ask(struct pair_of *p, const char *form) {
  struct mdq_span text = mdq_span_str(form);
  if (is_ignored(p, text)) return;
  bool compiled = mdq_compiled_accepts(&p->compiled, text), hunspell = Hunspell_spell(p->hunspell, form);
  p->asked++;
  p->accepted += hunspell;
  if (compiled != hunspell) wrong(p, form, compiled ? "only the compiled lexicon has it" : "only Hunspell has it");
  if (mdq_compiled_has(&p->compiled, text) != mdq_dictionary_has(p->through_hunspell, text)) wrong(p, form, "a glued question for one of the two");
}

/* -- readings -- */

static int by_text(const void *a, const void *b) {
  return strcmp(a, b);
}

static size_t reading_lines(const struct mdq_reading *readings, size_t count, bool prefix_told, char lines[64][64]) {
  size_t unique = 0;
  assert_true(count < 64);
  for (size_t i = 0; i < count; i++)
    snprintf(lines[i], sizeof lines[i], "class %u prefix %s suffixes %s %s", readings[i].word_class,
             *readings[i].inner_suffix.text && prefix_told ? readings[i].prefix_flag.text : "", readings[i].inner_suffix.text, readings[i].outer_suffix.text);
  qsort(lines, count, sizeof lines[0], by_text);
  for (size_t i = 0; i < count; i++)
    if (!i || strcmp(lines[i], lines[unique - 1])) memmove(lines[unique++], lines[i], sizeof lines[0]);
  return unique;
}

static void compare_readings(struct pair_of *p, const char *form) {
  struct mdq_arena arena = MDQ_ARENA_INIT;
  struct mdq_reading *ours, *theirs;
  static char a[64][64], b[64][64];
  size_t our_count = mdq_compiled_analyze(&p->compiled, mdq_span_str(form), &arena, &ours);
  size_t their_count = mdq_dictionary_analyze(p->through_hunspell, mdq_span_str(form), &arena, &theirs), k = 0;
  our_count = reading_lines(ours, our_count, p->prefix_told, a);
  their_count = reading_lines(theirs, their_count, p->prefix_told, b);
  while (k < our_count && k < their_count && !strcmp(a[k], b[k])) k++;
  if (k < our_count || k < their_count) {
    char how[200];
    snprintf(how, sizeof how, "%zu readings and %zu: \"%s\", \"%s\"", our_count, their_count, k < our_count ? a[k] : "", k < their_count ? b[k] : "");
    wrong(p, form, how);
  }
  p->read += our_count;
  mdq_arena_free(&arena);
}

/* -- every short string, and the forms that the rules make -- */

static void ask_all_strings(struct pair_of *p) {
  uint64_t limit = 1, most = 40000;
  size_t length = 0;
  while (limit * p->forms.letter_count < most && length < 9) limit *= p->forms.letter_count, length++;
  for (size_t letters = 1; letters <= length; letters++) {
    uint64_t count = 1;
    for (size_t i = 0; i < letters; i++) count *= p->forms.letter_count;
    for (uint64_t number = 0; number < count; number++) {
      struct form_text text = { 0 };
      uint64_t rest = number;
      for (size_t i = 0; i < letters; i++, rest /= p->forms.letter_count)
        text.len += mdq_utf8_encode(p->forms.letters[rest % p->forms.letter_count], text.ptr + text.len);
      ask(p, text.ptr);
    }
  }
}

static void take_form(void *user, const char *form) {
  struct pair_of *p = user;
  ask(p, form);
  compare_readings(p, form);
  p->unmunched++;
  if (!mdq_compiled_accepts(&p->compiled, mdq_span_str(form))) wrong(p, form, "the rules make it");
  uint64_t random = p->unmunched;
  for (size_t i = 0; i < 20; i++) {
    struct form_text text = { .len = strlen(form) };
    memcpy(text.ptr, form, text.len);
    mutate(&p->forms, &text, &random);
    if (i & 1) mutate(&p->forms, &text, &random);
    ask(p, text.ptr);
  }
}

static void ask_forms_of_entries(struct pair_of *p) {
  struct unmunch *rules = unmunch_open(p->aff);
  FILE *dic = fopen(p->dic, "r");
  assert_non_null(dic);
  char line[256];
  for (size_t i = 0; fgets(line, sizeof line, dic); i++)
    if (i) unmunch_line(rules, line, take_form, p);
  fclose(dic);
  unmunch_close(rules);
}

static void ask_letters_that_are_converted(struct pair_of *p) {
  for (uint64_t i = 0; i < 2000; i++) {
    struct form_text text;
    uint64_t random = i;
    random_text(&p->forms, &text, &random);
    static const char *const marks[] = { "َ", "ُ", "ـ", "ی", "ک", "ت" };
    const char *mark = marks[i % 6];
    size_t at = next_random(&random) % (text.len / 2 + 1) * 2;
    memmove(text.ptr + at + strlen(mark), text.ptr + at, text.len - at + 1);
    memcpy(text.ptr + at, mark, strlen(mark));
    ask(p, text.ptr);
  }
}

static void small_dictionaries_agree_with_hunspell(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
    struct pair_of p;
    open_pair(&p, &good[i]);
    ask_all_strings(&p);
    if (good[i].special != NO_FORMS) ask_forms_of_entries(&p);
    ask_letters_that_are_converted(&p);
    print_message("%-70s %6zu strings, %5zu accepted, %4zu forms by the rules, %4zu readings\n", p.what, p.asked, p.accepted, p.unmunched, p.read);
    if (p.wrong) fail_msg("%s: %zu disagreements", p.what, p.wrong);
    assert_true(p.accepted > 0);
    close_pair(&p);
  }
}

/* -- what is refused -- */

static const struct bad {
  struct mdq_span aff, dic;
  const char *file;
  size_t line;
  const char *message;
} bad[] = {
  { PAIR("SET UTF-8\nCOMPOUNDFLAG A\n"), PAIR("1\nاب\n"), "small.aff", 2, "COMPOUNDFLAG is not supported" },
  { PAIR("SET UTF-8\n\nNEEDAFFIX A\n"), PAIR("1\nاب\n"), "small.aff", 3, "NEEDAFFIX is not supported" },
  { PAIR("SET UTF-8\nFORBIDDENWORD A\n"), PAIR("1\nاب\n"), "small.aff", 2, "FORBIDDENWORD" },
  { PAIR("SET UTF-8\nCIRCUMFIX A\n"), PAIR("1\nاب\n"), "small.aff", 2, "CIRCUMFIX" },
  { PAIR("SET UTF-8\nFULLSTRIP\n"), PAIR("1\nاب\n"), "small.aff", 2, "FULLSTRIP" },
  { PAIR("SET UTF-8\nCOMPLEXPREFIXES\n"), PAIR("1\nاب\n"), "small.aff", 2, "COMPLEXPREFIXES" },
  { PAIR("SET UTF-8\nBREAK 1\n"), PAIR("1\nاب\n"), "small.aff", 2, "BREAK" },
  { PAIR("SET UTF-8\nOCONV 1\n"), PAIR("1\nاب\n"), "small.aff", 2, "OCONV" },
  { PAIR("SET ISO8859-6\n"), PAIR("1\nاب\n"), "small.aff", 1, "not in UTF-8" },
  { PAIR("TRY اب\n"), PAIR("1\nاب\n"), "small.aff", 1, "does not say SET UTF-8" },
  { PAIR(""), PAIR("1\nاب\n"), "small.aff", 0, "does not say SET UTF-8" },
  { PAIR("SET UTF-8\nTRY \xFF\n"), PAIR("1\nاب\n"), "small.aff", 2, "not UTF-8" },
  { PAIR("SET UTF-8\n"), PAIR("2\nاب\nا\xD8\n"), "small.dic", 3, "not UTF-8" },
  { PAIR("SET UTF-8\n"), PAIR(""), "small.dic", 1, "how many words" },
  { PAIR("SET UTF-8\n"), PAIR("اب\nبا\n"), "small.dic", 1, "how many words" },
  { PAIR("SET UTF-8\n"), PAIR("0\nبا\n"), "small.dic", 1, "how many words" },
  { PAIR("SET UTF-8\nFLAG short\n"), PAIR("1\nاب\n"), "small.aff", 2, "sort of flags" },
  { PAIR("SET UTF-8\nSFX A Y 1\nSFX A 0 ب .\nFLAG long\n"), PAIR("1\nاب\n"), "small.aff", 4, "FLAG stands behind flags" },
  { PAIR("SET UTF-8\nFLAG long\n"), PAIR("1\nاب/A\n"), "small.dic", 2, "a flag is not understood" },
  { PAIR("SET UTF-8\nFLAG num\n"), PAIR("1\nاب/1,x\n"), "small.dic", 2, "a flag is not understood" },
  { PAIR("SET UTF-8\nFLAG num\n"), PAIR("1\nاب/0\n"), "small.dic", 2, "a flag is not understood" },
  { PAIR("SET UTF-8\nFLAG num\n"), PAIR("1\nاب/65510\n"), "small.dic", 2, "a flag is not understood" },
  { PAIR("SET UTF-8\nFLAG num\n"), PAIR("1\nاب/99999999999\n"), "small.dic", 2, "a flag is not understood" },
  { PAIR("SET UTF-8\nFLAG UTF-8\n"), PAIR("1\nاب/😀\n"), "small.dic", 2, "a flag is not understood" },
  { PAIR("SET UTF-8\nAF 1a\nAF A\n"), PAIR("1\nاب/1\n"), "small.aff", 2, "no count" },
  { PAIR("SET UTF-8\nAF\n"), PAIR("1\nاب/1\n"), "small.aff", 2, "no count" },
  { PAIR("SET UTF-8\nAF 0\nAF A\n"), PAIR("1\nاب/1\n"), "small.aff", 2, "no count" },
  { PAIR("SET UTF-8\nAF 99999999\nAF A\n"), PAIR("1\nاب/1\n"), "small.aff", 2, "no count" },
  { PAIR("SET UTF-8\nAF 1\nAF A\nAF B\n"), PAIR("1\nاب/1\n"), "small.aff", 4, "more AF lines" },
  { PAIR("SET UTF-8\nAF 2\nAF A\n"), PAIR("1\nاب/1\n"), "small.aff", 3, "fewer AF lines" },
  { PAIR("SET UTF-8\nAM 1x\nAM st:a\n"), PAIR("1\nاب\n"), "small.aff", 2, "no count" },
  { PAIR("SET UTF-8\nAM 1\nAM st:a\nAM st:b\n"), PAIR("1\nاب\n"), "small.aff", 4, "more AM lines" },
  { PAIR("SET UTF-8\nAM 2\nAM st:a\n"), PAIR("1\nاب\n"), "small.aff", 3, "fewer AM lines" },
  { PAIR("SET UTF-8\nAM 1\nAM st:a\n"), PAIR("2\nاب\t1\nبا\t2\n"), "small.dic", 3, "no such AM alias" },
  { PAIR("SET UTF-8\nAF 1\nAF A\n"), PAIR("2\nاب/1\nبا/2\n"), "small.dic", 3, "a flag is not understood" },
  { PAIR("SET UTF-8\nAF 1\nAF A\n"), PAIR("1\nاب/A\n"), "small.dic", 2, "a flag is not understood" },
  { PAIR("SET UTF-8\nSFX A\n"), PAIR("1\nاب\n"), "small.aff", 2, "incomplete" },
  { PAIR("SET UTF-8\nSFX A Y x\n"), PAIR("1\nاب\n"), "small.aff", 2, "no count" },
  { PAIR("SET UTF-8\nSFX A Y 0\n"), PAIR("1\nاب\n"), "small.aff", 2, "no count" },
  { PAIR("SET UTF-8\nSFX A Y 2\nSFX A 0 ب .\n"), PAIR("1\nاب\n"), "small.aff", 3, "fewer lines than announced" },
  { PAIR("SET UTF-8\nSFX A Y 2\nSFX A 0 ب .\nTRY اب\nSFX A 0 ب .\n"), PAIR("1\nاب\n"), "small.aff", 4, "fewer lines than announced" },
  { PAIR("SET UTF-8\nSFX A Y 2\nSFX A 0 ب .\nSFX B 0 ب .\n"), PAIR("1\nاب\n"), "small.aff", 4, "fewer lines than announced" },
  { PAIR("SET UTF-8\nSFX A Y 2\nSFX A 0 ب .\nPFX A 0 ب .\n"), PAIR("1\nاب\n"), "small.aff", 4, "fewer lines than announced" },
  { PAIR("SET UTF-8\nSFX A Y 1\nSFX A 0 ب .\nSFX A 0 ت .\n"), PAIR("1\nاب\n"), "small.aff", 4, "no count" },
  { PAIR("SET UTF-8\nSFX A Y 1\nSFX A 0 ب .\nSFX A Y 1\nSFX A 0 ت .\n"), PAIR("1\nاب\n"), "small.aff", 4, "defined twice" },
  { PAIR("SET UTF-8\nSFX A Y 1\nSFX A 0 x .\n"), PAIR("1\nاب\n"), "small.aff", 3, "not Arabic" },
  { PAIR("SET UTF-8\nSFX A Y 1\nSFX A 0 ببببببببببببب .\n"), PAIR("1\nاب\n"), "small.aff", 3, "more than 12 letters" },
  { PAIR("SET UTF-8\nSFX A Y 1\nSFX A 0 ب [اب\n"), PAIR("1\nاب\n"), "small.aff", 3, "a condition is not understood" },
  { PAIR("SET UTF-8\nSFX A Y 1\nSFX A 0 ب [\n"), PAIR("1\nاب\n"), "small.aff", 3, "a condition is not understood" },
  { PAIR("SET UTF-8\nSFX A Y 1\nSFX A 0 ب .........\n"), PAIR("1\nاب\n"), "small.aff", 3, "a condition is not understood" },
  { PAIR("SET UTF-8\nPFX A Y 1\nPFX A 0 ب/B .\n"), PAIR("1\nاب\n"), "small.aff", 3, "prefixes that take flags" },
  { PAIR("SET UTF-8\nPFX A Y 1\nPFX A 0 ب اب\n"), PAIR("1\nاب\n"), "", 0, "a prefix with a condition of more than a letter" },
  { PAIR("SET UTF-8\nICONV 1\nICONV لا ل\n"), PAIR("1\nاب\n"), "small.aff", 3, "more than a letter" },
  { PAIR("SET UTF-8\nICONV 1\nICONV _ا ل\n"), PAIR("1\nاب\n"), "small.aff", 3, "more than a letter" },
  { PAIR("SET UTF-8\nICONV 1\nICONV ا\n"), PAIR("1\nاب\n"), "small.aff", 3, "incomplete" },
};

static void what_is_not_understood_is_refused_by_its_place(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    struct mdq_buf file;
    struct mdq_error error;
    enum mdq_status status = compile_small(bad[i].aff, bad[i].dic, &file, &error);
    if (status != MDQ_NO_DICT || strcmp(error.file, bad[i].file) || error.line != bad[i].line || !strstr(error.message, bad[i].message))
      fail_msg("%zu: status %d, %s:%zu: %s; wanted %s:%zu: %s", i, (int)status, error.file, error.line, error.message, bad[i].file, bad[i].line, bad[i].message);
    mdq_buf_free(&file);
  }
}

static void too_many_letters_and_prefixes_are_refused(void **state) {
  (void)state;
  struct mdq_buf aff, dic, file;
  struct mdq_error error;
  mdq_buf_init(&aff);
  mdq_buf_init(&dic);
  mdq_buf_adds(&aff, "SET UTF-8\nFLAG num\n");
  mdq_buf_adds(&dic, "63\n");
  for (uint32_t i = 0; i < 63; i++) {
    mdq_buf_addcp(&dic, 0x0660 + i);
    mdq_buf_addc(&dic, '\n');
  }
  assert_int_equal(compile_small(mdq_buf_span(&aff), mdq_buf_span(&dic), &file, &error), MDQ_NO_DICT);
  assert_int_equal(error.line, 64);
  assert_non_null(strstr(error.message, "more than 62 letters"));
  mdq_buf_free(&file);
  for (unsigned i = 1; i <= 64; i++) mdq_buf_printf(&aff, "PFX %u Y 1\nPFX %u 0 ب .\n", i, i);
  assert_int_equal(compile_small(mdq_buf_span(&aff), tiny_dic(), &file, &error), MDQ_NO_DICT);
  assert_non_null(strstr(error.message, "more than 63 flags of prefixes"));
  mdq_buf_free(&file);
  mdq_buf_free(&aff);
  mdq_buf_free(&dic);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(small_dictionaries_agree_with_hunspell),
    cmocka_unit_test(what_is_not_understood_is_refused_by_its_place),
    cmocka_unit_test(too_many_letters_and_prefixes_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
