#include "lexicon/names_source.h"

#include <stdio.h>

#include "base/buf.h"
#include "base/file.h"
#include "lexicon/names.h"
#include "text/lines.h"
#include "text/utf8.h"

struct reading {
  struct mdq_names_source *source;
  struct mdq_arena *arena;
  const char *path;
  size_t line;
  struct mdq_span last; /* the English name before */
  struct mdq_error *error;
};

static enum mdq_status wrong(const struct reading *r, const char *what) {
  return mdq_fail_at(r->error, MDQ_NO_DATA, r->path, r->line, 1, "%s", what);
}

static const struct { const char *name; unsigned kind; } kinds[] = {
  { "person", MDQ_KIND_PERSON }, { "given", MDQ_KIND_GIVEN }, { "surname", MDQ_KIND_SURNAME }, { "place", MDQ_KIND_PLACE },
  { "people", MDQ_KIND_PEOPLE }, { "organisation", MDQ_KIND_ORGANISATION }, { "party", MDQ_KIND_ORGANISATION },
  { "armed-group", MDQ_KIND_ORGANISATION }, { "media", MDQ_KIND_MEDIA }, { "team", MDQ_KIND_TEAM }, { "company", MDQ_KIND_COMPANY },
  { "product", MDQ_KIND_PRODUCT }, { "work", MDQ_KIND_WORK }, { "event", MDQ_KIND_EVENT }, { "currency", MDQ_KIND_CURRENCY },
  { "month", MDQ_KIND_MONTH }, { "word", MDQ_KIND_WORD },
};

static unsigned kind_of(struct mdq_span name) {
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
    if (mdq_span_is(name, kinds[i].name)) return kinds[i].kind;
  return 0;
}

/* The part of the text before the separator, which the text then starts behind. */
static struct mdq_span cut(struct mdq_span *text, char separator) {
  const char *at = text->len ? memchr(text->ptr, separator, text->len) : NULL;
  size_t length = at ? (size_t)(at - text->ptr) : text->len;
  struct mdq_span part = mdq_span_sub(*text, 0, length);
  *text = mdq_span_sub(*text, at ? length + 1 : length, text->len);
  return part;
}

struct mdq_source_name *mdq_names_source_new(struct mdq_names_source *source, struct mdq_arena *arena) {
  return mdq_arena_push(arena, &source->names, &source->name_count, &source->name_capacity, sizeof *source->names);
}

static bool has_form(const struct mdq_span *forms, size_t count, struct mdq_span form) {
  for (size_t i = 0; i < count; i++)
    if (mdq_span_eq(forms[i], form)) return true;
  return false;
}

/* English, preferred Arabic, variants, kind */
static enum mdq_status take_name(struct reading *r, struct mdq_span line) {
  struct mdq_span latin = cut(&line, '\t'), preferred = cut(&line, '\t'), variants = cut(&line, '\t');
  unsigned kind = kind_of(line);
  if (!latin.len || !preferred.len || !kind) return wrong(r, "not a name, its Arabic spelling, others and a kind");
  if (mdq_span_cmp(latin, r->last) < 0) return wrong(r, "not sorted");
  r->last = latin;
  struct mdq_span *forms = mdq_arena_array(r->arena, MDQ_MOST_SOURCE_FORMS, sizeof *forms);
  struct mdq_source_name *name = mdq_names_source_new(r->source, r->arena);
  if (!forms || !name) return mdq_no_memory(r->error);
  *name = (struct mdq_source_name){ .latin = latin, .kinds = kind, .forms = forms, .form_count = 1 };
  forms[0] = preferred;
  while (variants.len) {
    struct mdq_span form = cut(&variants, '|');
    if (!form.len || has_form(forms, name->form_count, form)) return wrong(r, "a spelling is empty or stands twice");
    if (name->form_count == MDQ_MOST_SOURCE_FORMS) return wrong(r, "too many spellings");
    forms[name->form_count++] = form;
  }
  return MDQ_OK;
}

static enum mdq_status take_attested(struct reading *r, struct mdq_span line) {
  struct mdq_span text = cut(&line, '\t');
  unsigned kind = kind_of(line);
  if (!text.len || !kind) return wrong(r, "not a word and a kind");
  struct mdq_source_word *word = mdq_arena_push(r->arena, &r->source->words, &r->source->word_count, &r->source->word_capacity, sizeof *word);
  if (!word) return mdq_no_memory(r->error);
  *word = (struct mdq_source_word){ text, kind };
  return MDQ_OK;
}

static enum mdq_status take_not_alone(struct reading *r, struct mdq_span line) {
  static char yes;
  return mdq_map_put(&r->source->not_alone, cut(&line, '\t'), &yes) ? MDQ_OK : mdq_no_memory(r->error);
}

typedef enum mdq_status taker(struct reading *r, struct mdq_span line);

static enum mdq_status read_file(struct mdq_names_source *source, const char *data_dir, const char *name, taker *take, struct mdq_arena *arena, struct mdq_error *error) {
  char path[4096];
  snprintf(path, sizeof path, "%s/names/%s", data_dir, name);
  struct mdq_buf bytes;
  mdq_buf_init(&bytes);
  enum mdq_status status = mdq_file_read(path, &bytes, MDQ_NO_DATA, error);
  struct mdq_span text = status ? mdq_span_of("", 0) : mdq_arena_copy(arena, mdq_buf_span(&bytes)), line;
  mdq_buf_free(&bytes);
  struct reading r = { .source = source, .arena = arena, .path = path, .last = mdq_span_of("", 0), .error = error };
  for (size_t at = 0; !status && mdq_line_next(text, &at, &line);) {
    r.line++;
    if (line.len && line.ptr[0] != '#') status = take(&r, line);
  }
  if (!status && arena->failed) status = mdq_no_memory(error);
  return status;
}

enum mdq_status mdq_names_source_read(struct mdq_names_source *source, const char *data_dir, struct mdq_arena *arena, struct mdq_error *error) {
  static const struct { const char *name; taker *take; } files[] = {
    { "people-politics.tsv", take_name }, { "people-culture.tsv", take_name }, { "given-surnames.tsv", take_name }, { "places.tsv", take_name },
    { "organisations.tsv", take_name },   { "companies.tsv", take_name },      { "currencies.tsv", take_name },   { "attested.tsv", take_attested },    { "not-alone.tsv", take_not_alone },
  };
  *source = (struct mdq_names_source){ 0 };
  enum mdq_status status = MDQ_OK;
  for (size_t i = 0; i < sizeof files / sizeof files[0] && !status; i++) status = read_file(source, data_dir, files[i].name, files[i].take, arena, error);
  return status;
}

void mdq_names_source_free(struct mdq_names_source *source) {
  mdq_map_free(&source->not_alone);
}
