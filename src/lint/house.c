/* What a draft is seen to write, what it is held to, and words in another form. */
#include "lint/house.h"

#include "arabic/proclitics.h"
#include "lint/house_data.h"
#include "text/utf8.h"

enum { CLEAR_COUNT = 4, CLEAR_COUNT_OF_YA = 12 /* distinct words */, CLEAR_RATIO = 3, LONGEST_KEY = 64 };

bool mdq_house_begin(struct mdq_house_style *style, const struct mdq_house *house, struct mdq_arena *arena) {
  style->house = house;
  style->tallies = mdq_arena_array(arena, house->tally_count, sizeof *style->tallies);
  return style->tallies != NULL;
}

static void count(struct mdq_house_tally *tally, unsigned values) {
  if (!values) return;
  tally->total++;
  for (size_t v = 0; v < MDQ_HOUSE_VALUES; v++) tally->of_value[v] += values >> v & 1;
}

void mdq_house_saw(struct mdq_house_style *style, enum mdq_house_setting setting, unsigned values) {
  count(&style->tallies[style->house->known[setting]], values);
}

void mdq_house_saw_form(struct mdq_house_style *style, const struct mdq_house_form *form) {
  count(&style->tallies[form->pair->tally], form->values);
}

size_t mdq_house_count(const struct mdq_house_style *style, enum mdq_house_setting setting, unsigned value) {
  const struct mdq_house_tally *tally = &style->tallies[style->house->known[setting]];
  for (size_t v = 0; v < MDQ_HOUSE_VALUES; v++)
    if (value >> v & 1) return tally->of_value[v];
  return 0;
}

/* Where several values are allowed, the draft chooses among them. */
static struct mdq_house_choice choose(const struct mdq_house_tally *tally, unsigned preset) {
  struct mdq_house_choice choice = { .values = 0 };
  uint32_t most = 0;
  for (size_t v = 0; v < MDQ_HOUSE_VALUES; v++) {
    uint32_t n = tally->of_value[v];
    if ((preset && !(preset >> v & 1)) || !n || n < most) continue;
    choice.values = n > most ? 1u << v : choice.values | 1u << v;
    most = n;
  }
  if (!choice.values) choice.values = preset;
  choice.set = preset != 0;
  choice.clear = choice.set || (tally->total >= CLEAR_COUNT && most >= CLEAR_RATIO * (tally->total - most));
  return choice;
}

bool mdq_house_leaves_final_ya(const struct mdq_house *house) {
  return house->settings[house->known[MDQ_HOUSE_FINAL_YA]].preset == (MDQ_HOUSE_YA | MDQ_HOUSE_MAQSURA);
}

bool mdq_house_may_have_final_maqsura(const struct mdq_house *house) {
  return house->settings[house->known[MDQ_HOUSE_FINAL_YA]].preset & MDQ_HOUSE_MAQSURA;
}

/* ى for ي is a slip in all copy but that of a few houses, so that no draft gets it by its own example: only where the preset
   allows both does a clear majority count, and then of many words, for a few may be one slip made again and again. */
static struct mdq_house_choice choose_final_ya(const struct mdq_house_style *style) {
  uint16_t row = style->house->known[MDQ_HOUSE_FINAL_YA];
  unsigned preset = style->house->settings[row].preset;
  const struct mdq_house_tally *tally = &style->tallies[row];
  if (!mdq_house_leaves_final_ya(style->house)) return (struct mdq_house_choice){ .values = preset, .set = preset != 0, .clear = preset != 0 };
  bool clear = tally->total >= CLEAR_COUNT_OF_YA && tally->of_value[1] >= CLEAR_RATIO * tally->of_value[0];
  return (struct mdq_house_choice){ .values = clear ? MDQ_HOUSE_MAQSURA : MDQ_HOUSE_YA, .clear = clear };
}

struct mdq_house_choice mdq_house_choose(const struct mdq_house_style *style, enum mdq_house_setting setting) {
  if (setting == MDQ_HOUSE_FINAL_YA) return choose_final_ya(style);
  uint16_t row = style->house->known[setting];
  return choose(&style->tallies[row], style->house->settings[row].preset);
}

struct mdq_house_choice mdq_house_choose_form(const struct mdq_house_style *style, const struct mdq_house_form *form) {
  if (mdq_house_is(style->house, form, MDQ_HOUSE_FINAL_YA)) return choose_final_ya(style);
  return choose(&style->tallies[form->pair->tally], style->house->settings[form->pair->setting].preset);
}

unsigned mdq_house_value(const struct mdq_house_style *style, enum mdq_house_setting setting, struct mdq_span name) {
  const struct mdq_house_setting_row *row = &style->house->settings[style->house->known[setting]];
  for (size_t v = 0; v < MDQ_HOUSE_VALUES; v++)
    if (mdq_span_eq(row->values[v], name)) return 1u << v;
  return 0;
}

/* -- words -- */

static const struct mdq_house_word no_form;

static const struct mdq_house_word *look_up(const struct mdq_house *house, struct mdq_words *words, struct mdq_word *word) {
  struct mdq_span v1 = mdq_word_v1(word);
  struct mdq_stem stems[MDQ_STEMS_MOST];
  word->house = &no_form;
  word->house_lasts = 1;
  if (v1.len > LONGEST_KEY) return &no_form;
  size_t stem_count = mdq_stems(v1, stems);
  for (size_t i = 0; i < stem_count; i++) {
    const struct mdq_house_form *form = mdq_map_get(&house->forms, stems[i].text);
    if (!form || (form->no_article && stems[i].article)) continue;
    struct mdq_house_word *known = mdq_arena_alloc(&words->arena, sizeof *known);
    if (!known) break;
    *known = (struct mdq_house_word){ form, stems[i].cut };
    word->house = known;
    word->house_lasts = 0;
    break;
  }
  return word->house;
}

static const struct mdq_house_form *two_words(const struct mdq_house *house, struct mdq_span first, struct mdq_span second) {
  char key[2 * LONGEST_KEY + 1];
  if (first.len > LONGEST_KEY || second.len > LONGEST_KEY) return NULL;
  memcpy(key, first.ptr, first.len);
  key[first.len] = ' ';
  memcpy(key + first.len + 1, second.ptr, second.len);
  return mdq_map_get(&house->forms, mdq_span_of(key, first.len + 1 + second.len));
}

bool mdq_house_find(const struct mdq_house *house, struct mdq_words *words, struct mdq_word *word, const struct mdq_word *next,
                    struct mdq_house_use *use) {
  const struct mdq_house_word *known = word->house ? word->house : look_up(house, words, word);
  use->two_words = false;
  if (!known->form) return false;
  *use = (struct mdq_house_use){ .form = known->form, .cut = known->cut };
  if (known->form->pair) return true;
  use->form = next ? two_words(house, known->form->text, mdq_word_v1(next)) : NULL;
  use->two_words = true;
  return use->form != NULL;
}

const struct mdq_house_form *mdq_house_numbered(const struct mdq_house *house, size_t number) {
  return house->numbered[number];
}

bool mdq_house_is(const struct mdq_house *house, const struct mdq_house_form *form, enum mdq_house_setting setting) {
  return form->pair->setting == house->known[setting];
}

/* The one form that all these values have, without its ending; empty if they differ. */
static struct mdq_span form_wanted(const struct mdq_house_pair *pair, unsigned values) {
  struct mdq_span wanted = { "", 0 };
  for (size_t v = 0; v < MDQ_HOUSE_VALUES; v++) {
    if (!(values >> v & 1) || !pair->forms[v].len) continue;
    if (wanted.len && !mdq_span_eq(wanted, pair->forms[v])) return mdq_span_of("", 0);
    wanted = pair->forms[v];
  }
  return wanted;
}

static bool is_letter_start(struct mdq_span text, size_t at) {
  return at >= text.len || ((unsigned char)text.ptr[at] & 0xC0) != 0x80;
}

/* Where the letter stands in raw that V1 has at offset `v1`: what V1 drops takes no room there. */
static size_t raw_offset(struct mdq_span raw, size_t v1) {
  for (size_t at = 0, seen = 0; at < raw.len;) {
    size_t next = at;
    uint32_t c = mdq_utf8_next(raw, &next);
    bool dropped = c == 0x0640 || (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c > 0x06FF;
    if (!dropped && seen == v1) return at;
    if (!dropped) seen += next - at;
    at = next;
  }
  return raw.len;
}

struct mdq_span mdq_house_respell(struct mdq_arena *arena, const struct mdq_house_use *use, struct mdq_span raw, unsigned values) {
  const struct mdq_house_form *form = use->form;
  struct mdq_span wanted = form_wanted(form->pair, values), old = mdq_span_sub(form->text, 0, form->text.len - form->ending);
  if (!values || (values & form->values) || !wanted.len || mdq_span_eq(wanted, old)) return mdq_span_of("", 0);
  /* Only the letters that differ are replaced, so that the others keep their harakat. */
  size_t same = 0, end = 0;
  while (same < old.len && same < wanted.len && old.ptr[same] == wanted.ptr[same]) same++;
  while (!is_letter_start(old, same) || !is_letter_start(wanted, same)) same--;
  while (end < old.len - same && end < wanted.len - same && old.ptr[old.len - end - 1] == wanted.ptr[wanted.len - end - 1]) end++;
  while (!is_letter_start(old, old.len - end) || !is_letter_start(wanted, wanted.len - end)) end--;
  size_t from = raw_offset(raw, use->cut + same), to = raw_offset(raw, use->cut + old.len - end);
  return mdq_arena_printf(arena, "%.*s%.*s%.*s", (int)from, raw.ptr, (int)(wanted.len - end - same), wanted.ptr + same, (int)(raw.len - to), raw.ptr + to);
}

struct mdq_span mdq_house_month(const struct mdq_house *house, struct mdq_arena *arena, int month, unsigned values) {
  struct mdq_span all = { "", 0 };
  if (month < 1 || month > MDQ_HOUSE_MONTHS_COUNT) return all;
  const struct mdq_house_pair *pair = house->months[month - 1];
  for (size_t v = 0; v < MDQ_HOUSE_VALUES; v++) {
    struct mdq_span name = pair->forms[v];
    if (!(values >> v & 1) || (all.len && memmem(all.ptr, all.len, name.ptr, name.len))) continue;
    all = all.len ? mdq_arena_printf(arena, "%.*s/%.*s", (int)all.len, all.ptr, (int)name.len, name.ptr) : name;
  }
  return all;
}

/* -- tanween -- */

enum { FATHATAN = 0x064B };

static bool is_alef(uint32_t c) {
  return c == 0x0627 || c == 0x0649;
}

unsigned mdq_house_tanween(struct mdq_span raw, size_t *at) {
  *at = raw.len;
  uint32_t last = raw.len ? mdq_utf8_previous(raw, at) : 0;
  size_t before = *at;
  uint32_t last_but_one = before ? mdq_utf8_previous(raw, &before) : 0;
  if (last == FATHATAN && is_alef(last_but_one)) return MDQ_HOUSE_AFTER_ALEF;
  if (last_but_one != FATHATAN || !is_alef(last)) return MDQ_HOUSE_NO_TANWEEN;
  *at = before;
  return MDQ_HOUSE_BEFORE_ALEF;
}

struct mdq_span mdq_house_with_tanween(struct mdq_arena *arena, struct mdq_span raw, unsigned value) {
  const struct mdq_span mark = MDQ_SPAN_LIT("ً");
  size_t at;
  unsigned now = mdq_house_tanween(raw, &at);
  if (value == MDQ_HOUSE_NO_TANWEEN && mdq_span_ends(raw, mark)) return mdq_span_sub(raw, 0, raw.len - mark.len);
  if (now == value || now == MDQ_HOUSE_NO_TANWEEN) return raw;
  size_t alef = raw.len - (now == MDQ_HOUSE_AFTER_ALEF ? 2 * mark.len : mark.len), stem = now == MDQ_HOUSE_AFTER_ALEF ? alef : alef - mark.len;
  bool marked = value != MDQ_HOUSE_NO_TANWEEN, first = value == MDQ_HOUSE_BEFORE_ALEF;
  return mdq_arena_printf(arena, "%.*s%s%.*s%s", (int)stem, raw.ptr, marked && first ? mark.ptr : "", (int)mark.len, raw.ptr + alef,
                          marked && !first ? mark.ptr : "");
}
