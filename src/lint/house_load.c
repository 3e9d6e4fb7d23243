/* dicts/house: settings, pairs and presets. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "lint/house_data.h"

enum { FIRST_VALUE = 2 /* column of settings.tsv */, SETTING = 1, ENDINGS = 2, FORMS = 3 /* columns of pairs.tsv */ };

static const struct {
  const char *name;
  size_t values;
} known_settings[MDQ_HOUSE_KNOWN] = {
  [MDQ_HOUSE_DIGITS] = { "digits", 2 }, [MDQ_HOUSE_FINAL_YA] = { "final-ya", 2 }, [MDQ_HOUSE_MONTHS] = { "months", 4 },
  [MDQ_HOUSE_PERCENT] = { "percent", 4 }, [MDQ_HOUSE_QUOTES] = { "quotes", 4 }, [MDQ_HOUSE_TANWEEN] = { "tanween", 3 },
};

static enum mdq_status bad_row(const char *file, const struct mdq_row *row, const char *problem, struct mdq_error *error) {
  return mdq_fail(error, MDQ_NO_DATA, "house/%s: row “%.*s”: %s", file, (int)row->column[0].len, row->column[0].ptr, problem);
}

static size_t find_setting(const struct mdq_house *house, struct mdq_span name) {
  size_t i = 0;
  while (i < house->setting_count && !mdq_span_eq(house->settings[i].name, name)) i++;
  return i;
}

static enum mdq_status read_settings(struct mdq_house *house, struct mdq_error *error) {
  const struct mdq_table *table = &house->settings_table;
  house->settings = mdq_arena_array(&house->arena, table->row_count + 1, sizeof *house->settings);
  if (!house->settings) return mdq_no_memory(error);
  for (size_t i = 0; i < table->row_count; i++) {
    const struct mdq_row *row = mdq_table_row(table, i);
    struct mdq_house_setting_row *setting = &house->settings[house->setting_count++];
    setting->name = row->column[0];
    setting->by_pair = mdq_span_is(row->column[1], "pair");
    if (!setting->by_pair && !mdq_span_is(row->column[1], "draft")) return bad_row("settings.tsv", row, "neither pair nor draft", error);
    for (size_t v = 0; v < MDQ_HOUSE_VALUES; v++) setting->values[v] = row->column[FIRST_VALUE + v];
    if (!setting->values[1].len) return bad_row("settings.tsv", row, "fewer than two values", error);
  }
  house->tally_count = house->setting_count;
  for (size_t k = 0; k < MDQ_HOUSE_KNOWN; k++) {
    size_t i = find_setting(house, mdq_span_str(known_settings[k].name)), values = 0;
    while (i < house->setting_count && values < MDQ_HOUSE_VALUES && house->settings[i].values[values].len) values++;
    if (values != known_settings[k].values)
      return mdq_fail(error, MDQ_NO_DATA, "house/settings.tsv: %s must have %zu values", known_settings[k].name, known_settings[k].values);
    house->known[k] = (uint16_t)i;
  }
  return MDQ_OK;
}

/* -- pairs -- */

static void note_ending(struct mdq_house *house, struct mdq_span form) {
  if (form.len < MDQ_HOUSE_LEAST) return;
  size_t bit = mdq_house_ending(form, form.len < MDQ_HOUSE_MOST ? MDQ_HOUSE_LEAST : MDQ_HOUSE_MOST);
  house->endings[bit / 64] |= UINT64_C(1) << bit % 64;
}

/* The entry of a text in the map, new or known. */
static struct mdq_house_form *form_of(struct mdq_house *house, struct mdq_span text) {
  uint64_t hash = mdq_hash(text);
  struct mdq_house_form *form = mdq_map_get_hashed(&house->forms, text, hash);
  if (form) return form;
  form = mdq_arena_alloc(&house->arena, sizeof *form);
  const struct mdq_house_form **place = mdq_arena_push(&house->arena, &house->numbered, &house->numbered_count, &house->numbered_capacity, sizeof *place);
  if (!form || !place) return NULL;
  form->text = text;
  form->number = (uint32_t)(house->numbered_count - 1);
  *place = form;
  note_ending(house, text);
  return mdq_map_put_hashed(&house->forms, text, hash, form) ? form : NULL;
}

static enum mdq_status add_form(struct mdq_house *house, const struct mdq_row *row, const struct mdq_house_pair *pair, size_t v,
                                struct mdq_span ending, struct mdq_error *error) {
  struct mdq_span stem = pair->forms[v], text = stem;
  if (ending.len) text = mdq_arena_printf(&house->arena, "%.*s%.*s", (int)stem.len, stem.ptr, (int)ending.len, ending.ptr);
  if (house->arena.failed) return mdq_no_memory(error);
  const char *space = memchr(text.ptr, ' ', text.len);
  struct mdq_house_form *first = space ? form_of(house, mdq_span_of(text.ptr, (size_t)(space - text.ptr))) : NULL;
  struct mdq_house_form *form = form_of(house, text);
  if (!form || (space && !first)) return mdq_no_memory(error);
  if (first) first->no_article = true;
  for (size_t k = 0; k < MDQ_HOUSE_VALUES; k++)
    if (pair->forms[k].len && memchr(pair->forms[k].ptr, ' ', pair->forms[k].len)) form->no_article = true;
  if (form->pair && form->pair != pair) return bad_row("pairs.tsv", row, "one of its forms stands in another row, too", error);
  form->pair = pair;
  form->values |= (uint8_t)(1u << v);
  form->column = (uint8_t)v;
  form->ending = (uint8_t)ending.len;
  return MDQ_OK;
}

static enum mdq_status add_forms(struct mdq_house *house, const struct mdq_row *row, const struct mdq_house_pair *pair, struct mdq_error *error) {
  struct mdq_span endings = row->column[ENDINGS];
  if (!endings.len) return bad_row("pairs.tsv", row, "no endings", error);
  for (size_t from = 0, to; from < endings.len; from = to + 1) {
    for (to = from; to < endings.len && endings.ptr[to] != ' ';) to++;
    struct mdq_span ending = mdq_span_sub(endings, from, to);
    if (mdq_span_is(ending, "-")) ending.len = 0;
    for (size_t v = 0; v < MDQ_HOUSE_VALUES; v++) {
      enum mdq_status status = pair->forms[v].len ? add_form(house, row, pair, v, ending, error) : MDQ_OK;
      if (status) return status;
    }
  }
  return MDQ_OK;
}

static enum mdq_status read_pairs(struct mdq_house *house, struct mdq_error *error) {
  const struct mdq_table *table = &house->pairs_table;
  size_t months = 0;
  house->pairs = mdq_arena_array(&house->arena, table->row_count + 1, sizeof *house->pairs);
  if (!house->pairs) return mdq_no_memory(error);
  for (size_t i = 0; i < table->row_count; i++) {
    const struct mdq_row *row = mdq_table_row(table, i);
    struct mdq_house_pair *pair = &house->pairs[house->pair_count++];
    size_t setting = find_setting(house, row->column[SETTING]);
    if (setting == house->setting_count) return bad_row("pairs.tsv", row, "no such setting", error);
    pair->setting = (uint16_t)setting;
    pair->tally = (uint16_t)(house->settings[setting].by_pair ? house->tally_count++ : setting);
    pair->forms[0] = row->column[0];
    for (size_t v = 1; v < MDQ_HOUSE_VALUES && FORMS + v - 1 < MDQ_TABLE_COLUMNS; v++) pair->forms[v] = row->column[FORMS + v - 1];
    enum mdq_status status = add_forms(house, row, pair, error);
    if (status) return status;
    if (setting != house->known[MDQ_HOUSE_MONTHS]) continue;
    if (months == MDQ_HOUSE_MONTHS_COUNT) return bad_row("pairs.tsv", row, "a thirteenth month", error);
    house->months[months++] = pair;
  }
  return months == MDQ_HOUSE_MONTHS_COUNT ? MDQ_OK : mdq_fail(error, MDQ_NO_DATA, "house/pairs.tsv: %zu months instead of 12", months);
}

/* -- presets -- */

static int is_preset(const struct dirent *entry) {
  struct mdq_span name = mdq_span_str(entry->d_name);
  return name.ptr[0] != '.' && mdq_span_ends(name, MDQ_SPAN_LIT(".tsv"));
}

/* The name comes from outside and must be one of the files, so that it can be no path. */
static enum mdq_status check_preset(const char *data_dir, const char *preset, struct mdq_error *error) {
  char directory[4096];
  snprintf(directory, sizeof directory, "%s/house/presets", data_dir);
  struct dirent **files = NULL;
  int count = scandir(directory, &files, is_preset, alphasort);
  if (count < 0 && errno == ENOMEM) return mdq_no_memory(error);
  if (count < 0) return mdq_fail_at(error, MDQ_NO_DATA, directory, 0, 0, "%s", strerror(errno));
  struct mdq_buf names;
  mdq_buf_init(&names);
  bool found = false;
  for (int i = 0; i < count; i++) {
    size_t length = strlen(files[i]->d_name) - strlen(".tsv");
    found = found || (strlen(preset) == length && !memcmp(files[i]->d_name, preset, length));
    mdq_buf_printf(&names, "%s%.*s", i ? ", " : "", (int)length, files[i]->d_name);
    free(files[i]);
  }
  free(files);
  enum mdq_status status = MDQ_OK;
  if (!found) status = names.failed ? mdq_no_memory(error) : mdq_fail(error, MDQ_BAD_OPTION, "--house: '%.100s' is not one of: %s", preset, names.ptr);
  mdq_buf_free(&names);
  return status;
}

static bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* The region of a language tag, in capitals: EG of ar-EG, ar_Arab_EG and EG; false: it names none. */
static bool region_of(const char *tag, char region[3]) {
  for (const char *part = tag; *part;) {
    size_t length = strcspn(part, "-_");
    bool language = part == tag && part[length];
    if (length == 2 && !language && is_letter(part[0]) && is_letter(part[1])) {
      for (size_t i = 0; i < 2; i++) region[i] = (char)(part[i] & ~0x20);
      region[2] = '\0';
      return true;
    }
    part += length + (part[length] != '\0');
  }
  return false;
}

/* The preset that the tag of a region stands for; what is none stays, and is told what there is. */
static enum mdq_status preset_of_region(struct mdq_house *house, const char *data_dir, const char **preset, struct mdq_error *error) {
  char region[3];
  if (!region_of(*preset, region)) return MDQ_OK;
  enum mdq_status status = mdq_table_load(&house->regions_table, data_dir, "house/regions.tsv", error);
  const struct mdq_row *row = status ? NULL : mdq_table_get(&house->regions_table, mdq_span_of(region, 2));
  if (row) *preset = mdq_arena_copy(&house->arena, row->column[1]).ptr;
  return status ? status : house->arena.failed ? mdq_no_memory(error) : MDQ_OK;
}

/* The values named in a cell, separated by " | ". */
static unsigned values_named(const struct mdq_house_setting_row *setting, struct mdq_span cell) {
  unsigned values = 0;
  for (size_t from = 0, to; from < cell.len; from = to + 3) {
    const char *bar = memmem(cell.ptr + from, cell.len - from, " | ", 3);
    to = bar ? (size_t)(bar - cell.ptr) : cell.len;
    unsigned value = 0;
    for (size_t v = 0; v < MDQ_HOUSE_VALUES; v++)
      if (mdq_span_eq(setting->values[v], mdq_span_sub(cell, from, to))) value = 1u << v;
    if (!value) return 0;
    values |= value;
  }
  return values;
}

static enum mdq_status read_preset(struct mdq_house *house, const char *data_dir, const char *preset, struct mdq_error *error) {
  char name[300];
  enum mdq_status status = preset_of_region(house, data_dir, &preset, error);
  if (!status) status = check_preset(data_dir, preset, error);
  if (status) return status;
  snprintf(name, sizeof name, "house/presets/%s.tsv", preset);
  status = mdq_table_load(&house->preset_table, data_dir, name, error);
  for (size_t i = 0; i < house->preset_table.row_count && !status; i++) {
    const struct mdq_row *row = mdq_table_row(&house->preset_table, i);
    size_t at = find_setting(house, row->column[0]);
    unsigned values = at < house->setting_count ? values_named(&house->settings[at], row->column[1]) : 0;
    if (!values) status = bad_row(name + strlen("house/"), row, "no such setting or value", error);
    else house->settings[at].preset = (uint8_t)values;
  }
  return status;
}

enum mdq_status mdq_house_load(struct mdq_house **result, const char *data_dir, const char *preset, struct mdq_error *error) {
  *result = NULL;
  struct mdq_house *house = calloc(1, sizeof *house);
  if (!house) return mdq_no_memory(error);
  enum mdq_status status = mdq_table_load(&house->settings_table, data_dir, "house/settings.tsv", error);
  if (!status) status = read_settings(house, error);
  if (!status) status = mdq_table_load(&house->pairs_table, data_dir, "house/pairs.tsv", error);
  if (!status) status = read_pairs(house, error);
  if (!status && preset) status = read_preset(house, data_dir, preset, error);
  if (status) mdq_house_free(house);
  else *result = house;
  return status;
}

void mdq_house_free(struct mdq_house *house) {
  if (!house) return;
  mdq_table_free(&house->settings_table);
  mdq_table_free(&house->pairs_table);
  mdq_table_free(&house->preset_table);
  mdq_table_free(&house->regions_table);
  mdq_map_free(&house->forms);
  mdq_arena_free(&house->arena);
  free(house);
}
