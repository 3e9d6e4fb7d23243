#include "cli/options.h"

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/sources.h"
#include "input/reader.h"

enum kind {
  FLAG,     /* int: 1 */
  STRING,   /* const char * */
  LIST,     /* const char **: repeatable */
  CHOICE,   /* int: the index of one of `choices`, plus `least` */
  NUMBER,   /* size_t, not less than `least` */
  REPORTER, /* const struct mdq_reporter * */
  READER    /* const char *: a reader's name */
};

struct row {
  const char *name;
  int letter; /* short form, or 0 */
  const char *argument;
  enum kind kind;
  size_t field;
  const char *en, *ar; /* for the help */
  const char *const *choices;
  int least;
};

static const char *const levels[] = { "note", "warning", "error", "never", NULL };
static const char *const severities[] = { "note", "warning", "error", NULL };
static const char *const langs[] = { "en", "ar", NULL };
static const char *const units[] = { "codepoint", "byte", "utf16", "display", NULL };
static const char *const colors[] = { "auto", "always", "never", NULL };

#define FIELD(name) offsetof(struct mdq_cli_options, name)

static const struct row rows[] = {
  { "select", 0, "GLOB", LIST, FIELD(select), "run these rules only, e.g. 'idiom/*'; repeatable",
    "القواعد التي تُطبَّق دون سواها، مثل ‎'idiom/*'‎ (يتكرر)", NULL, 0 },
  { "ignore", 0, "GLOB", LIST, FIELD(ignore), "leave these rules out; wins over --select; repeatable",
    "القواعد المستثناة، ولها الغلبة (يتكرر)", NULL, 0 },
  { "min-severity", 0, "LEVEL", CHOICE, FIELD(min_severity), "show note, warning (default), or error and above",
    "أدنى شدة تُعرض: note أو warning (المعتاد) أو error", severities, MDQ_NOTE },
  { "fail-level", 0, "LEVEL", CHOICE, FIELD(fail_level), "lowest severity that makes exit status 1, or never",
    "أدنى شدة تجعل حالة الخروج 1، أو never", levels, MDQ_NOTE },
  { "max-warnings", 0, "N", NUMBER, FIELD(max_warnings), "let up to N warnings pass",
    "عدد التحذيرات المسموح بها", NULL, 0 },
  { "exit-zero", 0, NULL, FLAG, FIELD(exit_zero), "exit 0 in spite of findings",
    "حالة الخروج 0 وإن وُجدت ملاحظات", NULL, 0 },
  { "format", 0, "FORMAT", REPORTER, FIELD(reporter), "write ",
    "صيغة الخرج: ", NULL, 0 },
  { "column-unit", 0, "UNIT", CHOICE, FIELD(column_unit), "codepoint (default), byte (Vim), utf16, or display",
    "وحدة عدّ الأعمدة: codepoint (المعتادة) أو byte أو utf16 أو display", units, MDQ_COLUMN_CODEPOINT },
  { "color", 0, "WHEN", CHOICE, FIELD(color), "auto (default), always, or never",
    "الألوان: auto (المعتاد) أو always أو never", colors, MDQ_COLOR_AUTO },
  { "lang", 0, "LANG", CHOICE, FIELD(lang), "language of messages: en (default) or ar",
    "لغة الرسائل: en (المعتادة) أو ar", langs, MDQ_LANG_EN },
  { "input", 0, "FORMAT", READER, FIELD(input_format), "format of the drafts: text, tsv (default: by name)",
    "صيغة المسودات: ‎text‎ أو ‎tsv‎ (المعتاد: حسب الاسم)", NULL, 0 },
  { "stdin-filename", 0, "NAME", STRING, FIELD(stdin_name), "call standard input NAME",
    "اسم يُعرض للدخل القياسي", NULL, 0 },
  { "source", 0, "FILE", STRING, FIELD(source), "the text that the one draft given translates",
    "النص الذي تُرجمت عنه المسودة", NULL, 0 },
  { "source-pattern", 0, "P", STRING, FIELD(source_pattern), "where drafts have theirs, e.g. '{stem}.en.{ext}'",
    "موضع أصول المسودات، مثل ‎'{stem}.en.{ext}'‎", NULL, 0 },
  { "glossary", 0, "FILE", LIST, FIELD(glossaries), "hold drafts to these terms, TSV or TBX; repeatable",
    "مسرد يُلزم المسودات بمصطلحاته، بصيغة ‎TSV‎ أو ‎TBX‎ (يتكرر)", NULL, 0 },
  { "date", 0, "YYYY-MM-DD", STRING, FIELD(date), "the day that drafts were written on",
    "تاريخ كتابة المسودات", NULL, 0 },
  { "house", 0, "PRESET", STRING, FIELD(house), "egypt, gulf, levant, maghreb; or a region: ar-LB",
    "أسلوب الدار: ‎egypt‎ أو ‎gulf‎ أو ‎levant‎ أو ‎maghreb‎ أو رمز البلد (‎ar-LB‎)", NULL, 0 },
  { "pack", 0, "FILE", LIST, FIELD(packs), "add the entries of a rule pack; repeatable",
    "حزمة مداخل تُضاف (يتكرر)", NULL, 0 },
  { "check-pack", 0, "FILE", LIST, FIELD(check_packs), "run a pack's own examples, and exit; repeatable",
    "فحص حزمة بأمثلتها (يتكرر)", NULL, 0 },
  { "error-limit", 0, "N", NUMBER, FIELD(error_limit), "let --check-pack show N errors (default: 20; 0: all)",
    "أقصى ما تعرضه ‎--check-pack‎ من أخطاء (المعتاد: 20؛ 0: كلها)", NULL, 0 },
  { "dict", 0, "NAME|PATH", STRING, FIELD(dict), "Hunspell dictionary (default: ar)",
    "معجم ‎Hunspell‎ (المعتاد: ‎ar‎)", NULL, 0 },
  { "data-dir", 0, "DIR", STRING, FIELD(data_dir), "where the rule data are",
    "مجلد بيانات القواعد", NULL, 0 },
  { "isolated", 0, NULL, FLAG, FIELD(isolated), "read no configuration",
    "لا تُقرأ ملفات إعداد", NULL, 0 },
  { "jobs", 'j', "N", NUMBER, FIELD(jobs), "lint N files at a time (default: one a core)",
    "عدد الملفات التي تُدقَّق معًا", NULL, 1 },
  { "list-rules", 0, NULL, FLAG, FIELD(list_rules), "list all rules, and exit",
    "عرض قائمة القواعد", NULL, 0 },
  { "explain", 0, "RULE", STRING, FIELD(explain), "explain a rule, or list a family, and exit",
    "شرح قاعدة مع أمثلة، أو عرض قواعد عائلة", NULL, 0 },
  { "version", 0, NULL, FLAG, FIELD(version), "print the version, and exit",
    "عرض رقم الإصدار", NULL, 0 },
  { "help", 'h', NULL, FLAG, FIELD(help), "print this help, and exit",
    "عرض هذه المساعدة", NULL, 0 },
};

enum { ROWS = sizeof rows / sizeof *rows, LONG = 256 /* getopt's value of a long option: LONG + row */ };

static enum mdq_status usage(struct mdq_error *error, const char *problem, const char *what) {
  return mdq_fail(error, MDQ_BAD_OPTION, "%s%.200s; try 'mudaqqiq --help'", problem, what);
}

static const struct row *row_of(int value) {
  if (value >= LONG) return &rows[value - LONG];
  for (size_t i = 0; i < ROWS; i++) {
    if (rows[i].letter && rows[i].letter == value) return &rows[i];
  }
  return NULL;
}

static enum mdq_status bad_value(const struct row *row, const char *value, const struct mdq_buf *allowed,
                                 struct mdq_error *error) {
  return mdq_fail(error, MDQ_BAD_OPTION, "--%s: '%.100s' is not %s", row->name, value, allowed->ptr);
}

static void add_name(struct mdq_buf *allowed, const char *name) {
  mdq_buf_printf(allowed, "%s%s", allowed->len ? ", " : "one of: ", name);
}

static enum mdq_status set_choice(const struct row *row, int *field, const char *value, struct mdq_error *error) {
  struct mdq_buf allowed;
  mdq_buf_init(&allowed);
  for (int i = 0; row->choices[i]; i++) {
    add_name(&allowed, row->choices[i]);
    if (strcmp(row->choices[i], value) != 0) continue;
    *field = i + row->least;
    mdq_buf_free(&allowed);
    return MDQ_OK;
  }
  enum mdq_status status = bad_value(row, value, &allowed, error);
  mdq_buf_free(&allowed);
  return status;
}

static enum mdq_status set_reporter(const struct row *row, const struct mdq_reporter **field, const char *value,
                                    struct mdq_error *error) {
  struct mdq_buf allowed;
  mdq_buf_init(&allowed);
  for (size_t i = 0; mdq_reporters[i]; i++) {
    add_name(&allowed, mdq_reporters[i]->name);
    if (strcmp(mdq_reporters[i]->name, value) != 0) continue;
    *field = mdq_reporters[i];
    mdq_buf_free(&allowed);
    return MDQ_OK;
  }
  enum mdq_status status = bad_value(row, value, &allowed, error);
  mdq_buf_free(&allowed);
  return status;
}

/* Digits only: no sign, no space, nothing behind them. */
static enum mdq_status set_number(const struct row *row, size_t *field, const char *value, struct mdq_error *error) {
  errno = 0;
  unsigned long long number = strtoull(value, NULL, 10);
  bool digits = *value && value[strspn(value, "0123456789")] == '\0';
  if (!digits || errno || number >= SIZE_MAX || number < (unsigned)row->least)
    return mdq_fail(error, MDQ_BAD_OPTION, "--%s: '%.100s' is not a whole number from %d up", row->name, value,
                    row->least);
  *field = (size_t)number;
  return MDQ_OK;
}

static enum mdq_status add_to_list(struct mdq_arena *arena, const char ***list, size_t most, const char *value,
                                   struct mdq_error *error) {
  if (!*list) *list = mdq_arena_array(arena, most + 1, sizeof **list);
  if (!*list) return mdq_no_memory(error);
  size_t count = 0;
  while ((*list)[count]) count++;
  (*list)[count] = value;
  return MDQ_OK;
}

static enum mdq_status set(struct mdq_cli_options *options, const struct row *row, const char *value, size_t most,
                           struct mdq_error *error) {
  void *field = (char *)options + row->field;
  switch (row->kind) {
    case FLAG: *(int *)field = 1; break;
    case STRING: *(const char **)field = value; break;
    case LIST: return add_to_list(&options->arena, field, most, value, error);
    case CHOICE: return set_choice(row, field, value, error);
    case NUMBER: return set_number(row, field, value, error);
    case REPORTER: return set_reporter(row, field, value, error);
    case READER:
      if (!mdq_reader_find(value)) return usage(error, "no such input format: ", value);
      *(const char **)field = value;
      break;
  }
  return MDQ_OK;
}

/* The option getopt_long has just read, as given. */
static const char *given_option(char **argv) {
  return optarg == argv[optind - 1] ? argv[optind - 2] : argv[optind - 1];
}

/* getopt_long takes any unambiguous beginning of a name; what is unambiguous today would break, and a script with
   it, when the next option comes. So only full names are options. */
static bool is_abbreviated(const struct row *row, const char *given) {
  size_t length = strlen(row->name);
  return strncmp(given + 2, row->name, length) != 0 || (given[2 + length] && given[2 + length] != '=');
}

static enum mdq_status complain(int value, char **argv, struct mdq_error *error) {
  const struct row *row = optopt ? row_of(optopt) : NULL;
  char letter[] = { '-', (char)optopt, '\0' };
  if (value == ':') return usage(error, row->letter == optopt ? letter : argv[optind - 1], " needs an argument");
  if (row) return usage(error, argv[optind - 1], " takes no argument");
  return usage(error, "no such option: ", optopt ? letter : argv[optind - 1]);
}

static void fill_getopt(struct option *longs, char *letters) {
  *letters++ = ':'; /* errors are reported here, not by getopt */
  for (size_t i = 0; i < ROWS; i++) {
    int has_argument = rows[i].argument ? required_argument : no_argument;
    longs[i] = (struct option){ rows[i].name, has_argument, NULL, LONG + (int)i };
    if (!rows[i].letter) continue;
    *letters++ = (char)rows[i].letter;
    if (rows[i].argument) *letters++ = ':';
  }
  longs[ROWS] = (struct option){ NULL, 0, NULL, 0 };
  *letters = '\0';
}

static enum mdq_status parse_options(struct mdq_cli_options *options, int argc, char **argv, struct mdq_error *error) {
  struct option longs[ROWS + 1];
  char letters[2 * ROWS + 2];
  fill_getopt(longs, letters);
  opterr = 0;
  for (int value; (value = getopt_long(argc, argv, letters, longs, NULL)) != -1;) {
    if (value == '?' || value == ':') return complain(value, argv, error);
    const struct row *row = row_of(value);
    if (value >= LONG && is_abbreviated(row, given_option(argv)))
      return usage(error, "no such option: ", given_option(argv));
    enum mdq_status status = set(options, row, optarg, (size_t)argc, error);
    if (status != MDQ_OK) return status;
  }
  options->arguments = argv + optind;
  options->argument_count = (size_t)(argc - optind);
  return MDQ_OK;
}

static bool prints_and_exits(const struct mdq_cli_options *options) {
  return options->help || options->version || options->explain || options->list_rules || options->check_packs;
}

static enum mdq_status check_source(const struct mdq_cli_options *options, struct mdq_error *error) {
  if (options->source && options->source_pattern) return usage(error, "--source and --source-pattern exclude each other", "");
  return options->source_pattern ? mdq_source_pattern_check(options->source_pattern, error) : MDQ_OK;
}

static enum mdq_status check_inputs(struct mdq_cli_options *options, struct mdq_error *error) {
  static char dash[] = "-";
  static char *const standard_input[] = { dash, NULL };
  if (!options->argument_count) {
    if (isatty(STDIN_FILENO))
      return usage(error, "nothing to lint: name a FILE or DIRECTORY, or pipe a text in", "");
    options->arguments = standard_input;
    options->argument_count = 1;
  }
  size_t dashes = options->source && strcmp(options->source, "-") == 0;
  for (size_t i = 0; i < options->argument_count; i++) dashes += strcmp(options->arguments[i], "-") == 0;
  if (dashes > 1) return usage(error, "standard input (-) can be read only once", "");
  return MDQ_OK;
}

/* A level that decides the exit status is a level that is shown, if it was asked for. */
static void settle_levels(struct mdq_cli_options *options) {
  if (!options->min_severity) options->min_severity = MDQ_WARNING;
  if (options->fail_level && options->fail_level < options->min_severity) options->min_severity = options->fail_level;
  if (options->max_warnings != SIZE_MAX && options->min_severity > MDQ_WARNING) options->min_severity = MDQ_WARNING;
  if (!options->fail_level) options->fail_level = MDQ_WARNING;
}

static size_t core_count(void) {
  long cores = sysconf(_SC_NPROCESSORS_ONLN);
  return cores > 1 ? (size_t)cores : 1;
}

enum mdq_status mdq_options_parse(struct mdq_cli_options *options, int argc, char **argv, struct mdq_error *error) {
  *options = (struct mdq_cli_options){
    .max_warnings = SIZE_MAX, .reporter = mdq_reporters[0], .stdin_name = "<stdin>", .jobs = core_count(),
    .error_limit = 20, .arena = MDQ_ARENA_INIT
  };
  enum mdq_status status = parse_options(options, argc, argv, error);
  if (status == MDQ_OK && options->check_packs && options->argument_count)
    status = usage(error, "--check-pack lints no drafts: ", options->arguments[0]);
  if (status == MDQ_OK && options->argument_count && options->list_rules)
    status = mdq_fail(error, MDQ_BAD_OPTION, "--list-rules lints no drafts: %.100s; --list-rules --select 'GLOB' lists the rules that match", options->arguments[0]);
  if (status == MDQ_OK && options->argument_count && options->explain)
    status = usage(error, "--explain takes one rule and lints no drafts: ", options->arguments[0]);
  if (status == MDQ_OK && (options->list_rules || options->explain) && options->reporter != mdq_reporters[0])
    status = mdq_fail(error, MDQ_BAD_OPTION, "--%s prints text for people; there is no --format=%s of it", options->list_rules ? "list-rules" : "explain", options->reporter->name);
  if (status == MDQ_OK && !prints_and_exits(options)) status = check_source(options, error);
  if (status == MDQ_OK && !prints_and_exits(options)) status = check_inputs(options, error);
  settle_levels(options);
  return status;
}

void mdq_options_free(struct mdq_cli_options *options) {
  mdq_arena_free(&options->arena);
}

static void add_names(struct mdq_buf *out, const struct row *row) {
  if (row->letter) mdq_buf_printf(out, "-%c, ", row->letter);
  mdq_buf_printf(out, "--%s%s%s", row->name, row->argument ? " " : "", row->argument ? row->argument : "");
}

static void add_formats(struct mdq_buf *out, enum mdq_lang lang) {
  for (size_t i = 0; mdq_reporters[i]; i++) {
    const char *usual = lang == MDQ_LANG_AR ? " (المعتاد)" : " (default)";
    mdq_buf_printf(out, "%s%s%s", !i ? "" : lang == MDQ_LANG_AR ? " أو " : ", ", mdq_reporters[i]->name, i ? "" : usual);
  }
}

static void add_row(struct mdq_buf *out, const struct row *row, enum mdq_lang lang) {
  size_t line_start = out->len;
  mdq_buf_adds(out, "  ");
  add_names(out, row);
  int used = (int)(out->len - line_start);
  mdq_buf_printf(out, "%*s%s", used < 25 ? 25 - used : 1, "", lang == MDQ_LANG_AR ? row->ar : row->en);
  if (row->kind == REPORTER) add_formats(out, lang);
  mdq_buf_addc(out, '\n');
}

void mdq_options_help(enum mdq_lang lang, struct mdq_buf *out) {
  bool arabic = lang == MDQ_LANG_AR;
  mdq_buf_adds(out, arabic ? "الاستعمال: ‎mudaqqiq [OPTION]... [FILE|DIRECTORY]...‎ (‎-‎ هو الدخل القياسي)\n"
                             "يبيّن ما يصححه المحرر في مسودة خبر عربي ترجمته الآلة. المجلد: كل ما تحته من ‎*.txt‎\n"
                           : "Usage: mudaqqiq [OPTION]... [FILE|DIRECTORY]...        - is standard input\n"
                             "Reports what an editor would mark in a machine-translated Arabic news draft.\n");
  for (size_t i = 0; i < ROWS; i++) add_row(out, &rows[i], lang);
  mdq_buf_adds(out, arabic ? "حالة الخروج: 0 لا ملاحظات، 1 ملاحظات، 2 خلل في الاستعمال أو الدخل\n"
                           : "DIRECTORY: all *.txt below it. Exit status: 0 clean, 1 findings, 2 trouble.\n");
}
