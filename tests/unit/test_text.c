#include "support.h"

#include "lint/rule.h"
#include "text/chars.h"
#include "text/icu.h"
#include "text/letter_map.h"
#include "text/lines.h"
#include "text/normalize.h"
#include "text/offset_map.h"
#include "text/tokenize.h"
#include "text/utf8.h"

static struct mdq_words words;
static struct mdq_tokens tokens;
static struct mdq_arena arena;

static struct mdq_segment tokenized(const char *text) {
  struct mdq_segment segment = { .text = mdq_span_str(text) };
  assert_true(mdq_tokenize(&segment, &tokens, &words));
  return segment;
}

/* The tokens as "kind:text" words, so that a test reads at a glance. */
static const char *shown(const char *text) {
  static char line[1024];
  static const char *const names[] = { "AR", "LAT", "NUM", "MIX", "P", "URL", "EMAIL", "TAG", "EMOJI", "OTHER" };
  struct mdq_segment segment = tokenized(text);
  line[0] = '\0';
  for (size_t i = 0; i < segment.token_count; i++) {
    int kind = __builtin_ctz(segment.tokens[i].kind);
    struct mdq_span t = mdq_token_text(&segment, i);
    size_t used = strlen(line);
    snprintf(line + used, sizeof line - used, "%s%s:%.*s", i ? (mdq_token_glued(&segment, i) ? "+" : " ") : "", names[kind], (int)t.len, t.ptr);
  }
  return line;
}

static const struct { const char *bytes; size_t len, valid; } utf8_cases[] = {
  { "", 0, 0 }, { "abc", 3, 3 }, { "سلام", 8, 8 }, { "a\xFFz", 3, 1 }, { "\xC0\xAF", 2, 0 }, { "\xE0\x80\x80", 3, 0 },
  { "\xED\xA0\x80", 3, 0 }, { "\xF4\x90\x80\x80", 4, 0 }, { "\xF0\x9F\x98\x80", 4, 4 }, { "ab\xD8", 3, 2 }, { "\x80", 1, 0 },
  { "\xF0\x9F\x98", 3, 0 }, { "a\0b", 3, 3 },
};

static void test_utf8_validation_names_the_first_bad_byte(void **state) {
  (void)state;
  for (size_t i = 0; i < MDQ_COUNT(utf8_cases); i++)
    assert_int_equal(mdq_utf8_valid_prefix(mdq_span_of(utf8_cases[i].bytes, utf8_cases[i].len)), utf8_cases[i].valid);
}

/* Many bytes are looked at in one step: wherever in a step a fault begins, and whatever stands before and behind it. */
static void test_utf8_faults_are_found_anywhere(void **state) {
  (void)state;
  enum { BEFORE = 150, BEHIND = 100 };
  static const char *const fillings[] = { "aaaaaa", "سسس", "اa“ا" };
  char text[BEFORE + 8 + BEHIND];
  for (size_t f = 0; f < MDQ_COUNT(fillings); f++) {
    size_t step = strlen(fillings[f]);
    for (size_t before = 0; before + step <= BEFORE; before++) {
      for (size_t i = 0; i < MDQ_COUNT(utf8_cases); i++) {
        size_t len = before % step, fault;
        memset(text, 'a', len);
        for (; len + step <= before; len += step) memcpy(text + len, fillings[f], step);
        fault = len;
        memcpy(text + len, utf8_cases[i].bytes, utf8_cases[i].len);
        len += utf8_cases[i].len;
        memset(text + len, 'a', BEHIND);
        size_t valid = mdq_utf8_valid_prefix(mdq_span_of(text, len + BEHIND));
        assert_int_equal(valid, utf8_cases[i].valid == utf8_cases[i].len ? len + BEHIND : fault + utf8_cases[i].valid);
      }
    }
  }
}

/* What the next of a row of dice shows, from 0 to n - 1. */
static size_t roll(uint32_t *dice, size_t n) {
  *dice = *dice * 1664525u + 1013904223u;
  return (*dice >> 8) % n;
}

static void test_letter_map_ends_runs_where_they_end(void **state) {
  (void)state;
  static const char *const pieces[] = { "س", "ء", "غ", "ف", "ي", "ا", "سلام", "معلومات", " ", "ـ", "،", "َ", "پ", "a", "“", "😀" };
  static struct mdq_letter_map map;
  static char text[3 * 4096];
  uint32_t dice = 1;
  for (int round = 0; round < 40; round++) {
    size_t len = 0, wanted = roll(&dice, sizeof text - 32), kinds = 6 + roll(&dice, MDQ_COUNT(pieces) - 5);
    while (len < wanted) {
      const char *piece = pieces[roll(&dice, kinds)];
      memcpy(text + len, piece, strlen(piece));
      len += strlen(piece);
    }
    struct mdq_span all = mdq_span_of(text, len);
    mdq_letter_map_begin(&map);
    for (size_t at = 0; at < len; mdq_utf8_next(all, &at)) assert_int_equal(mdq_letter_map_end(&map, all, at), mdq_plain_letters_end(all, at));
    assert_int_equal(mdq_letter_map_end(&map, all, len), len);
  }
}

static void test_utf8_encode_and_decode_agree(void **state) {
  (void)state;
  static const uint32_t points[] = { 0, 0x41, 0x7F, 0x80, 0x7FF, 0x800, 0x645, 0xFFFD, 0x10000, 0x1F600, 0x10FFFF };
  for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
    char bytes[4];
    size_t len = mdq_utf8_encode(points[i], bytes), at = 0;
    assert_int_equal(mdq_utf8_next(mdq_span_of(bytes, len), &at), points[i]);
    assert_int_equal(at, len);
    assert_int_equal(mdq_utf8_before(mdq_span_of(bytes, len), len), points[i]);
  }
}

static void test_lines_end_with_lf_crlf_or_cr(void **state) {
  (void)state;
  struct mdq_span text = mdq_span_str("a\r\nb\rc\n\nd"), line;
  const char *expected[] = { "a", "b", "c", "", "d" };
  size_t at = 0, n = 0;
  while (mdq_line_next(text, &at, &line)) assert_true(mdq_span_is(line, expected[n++]));
  assert_int_equal(n, 5);
}

/* Steps of 64 and 16 bytes are taken where there are as many: a line of any length ends where it ends, behind tabs, too. */
static void test_lines_of_all_lengths_end(void **state) {
  (void)state;
  static const char ends[] = { '\n', '\r' };
  for (size_t length = 0; length < 200; length++)
    for (size_t e = 0; e < sizeof ends; e++) {
      char bytes[256];
      memset(bytes, length % 3 ? 'x' : '\t', sizeof bytes);
      bytes[length] = ends[e];
      struct mdq_span line;
      size_t at = 0;
      assert_true(mdq_line_next(mdq_span_of(bytes, sizeof bytes), &at, &line));
      assert_int_equal(line.len, length);
      assert_int_equal(at, length + 1);
      assert_true(mdq_line_next(mdq_span_of(bytes, sizeof bytes), &at, &line));
      assert_int_equal(line.len, sizeof bytes - length - 1);
      at = 0;
      assert_true(mdq_line_next(mdq_span_of(bytes, length + 1), &at, &line)); /* what stands behind is not looked at */
      assert_false(mdq_line_next(mdq_span_of(bytes, length + 1), &at, &line));
    }
}

static void test_runs_of_letters_end_with_the_text(void **state) {
  (void)state;
  static const char letters[] = "ءغفيابتثجحخدذرزسشصضطظعـغ";
  const size_t run = strlen("ءغفيابتثجحخدذرزسشصضطظع"); /* a tatweel is no plain letter */
  for (size_t from = 0; from <= run; from += 2)
    for (size_t to = from + 1; to < sizeof letters; to++) {
      char *text = malloc(to - from); /* of that size, for tools that watch reads */
      assert_non_null(text);
      memcpy(text, letters + from, to - from);
      size_t whole = (to < run ? to : run) - from;
      assert_int_equal(mdq_plain_letters_end(mdq_span_of(text, to - from), 0), whole / 2 * 2);
      free(text);
    }
}

static void test_cursor_counts_code_points_and_skips_the_bom(void **state) {
  (void)state;
  struct mdq_span text = mdq_span_str("\xEF\xBB\xBFسلا\r\nم");
  struct mdq_cursor cursor = mdq_cursor_start(text);
  mdq_cursor_advance(&cursor, 7);
  assert_int_equal(cursor.line, 1);
  assert_int_equal(cursor.column, 3);
  mdq_cursor_advance(&cursor, 11);
  assert_int_equal(cursor.line, 2);
  assert_int_equal(cursor.column, 1);
}

/* Steps of all lengths over lines of all ends, against a count character by character. */
static void test_cursor_counts_as_one_would(void **state) {
  (void)state;
  static const char *const pieces[] = { "س", "سلام عليكم ", "a", "“", "😀", "a plain text of some length ", "\n", "\r\n", "\r" };
  static char bytes[4096];
  uint32_t dice = 7;
  for (int round = 0; round < 40; round++) {
    size_t len = 0;
    while (len < sizeof bytes - 64) {
      const char *piece = pieces[roll(&dice, MDQ_COUNT(pieces))];
      memcpy(bytes + len, piece, strlen(piece));
      len += strlen(piece);
    }
    struct mdq_span text = mdq_span_of(bytes, len);
    struct mdq_cursor cursor = mdq_cursor_start(text);
    for (size_t at = 0, line = 1, column = 1, step = 1 + roll(&dice, 60), n = 0; at < len; n++) {
      if (n % step == 0) {
        mdq_cursor_advance(&cursor, at);
        assert_int_equal(cursor.line, line);
        assert_int_equal(cursor.column, column);
      }
      uint32_t c = mdq_utf8_next(text, &at);
      if (c == '\r' && mdq_utf8_at(text, at) == '\n') continue; /* takes no column */
      bool ends = c == '\n' || c == '\r';
      line += ends;
      column = ends ? 1 : column + 1;
    }
  }
}

static void assert_v1(const char *raw, const char *v1) {
  assert_string_equal(mdq_arena_copy(&arena, mdq_normalize_v1(&arena, mdq_span_str(raw))).ptr, v1);
}

static void test_v1_drops_marks_and_standardises_letters(void **state) {
  (void)state;
  assert_v1("مُدَقِّقٌ", "مدقق");
  assert_v1("الـــسلام", "السلام");
  assert_v1("ﺷﺮﻛﺔ", "شركة");
  assert_v1("ﻻ", "لا");
  assert_v1("کتاب", "كتاب");
  assert_v1("علی", "علي");
  assert_v1("ا\xD9\x94ن", "أن"); /* combining hamza composes */
  assert_v1("أمن\xE2\x80\x8Bي", "أمني");
  assert_v1("سلام", "سلام");
  assert_v1("بﹰتﱠ", "بت"); /* vowel signs drawn on a space of their own */
}

static void test_v2_folds_what_writers_confuse(void **state) {
  (void)state;
  assert_string_equal(mdq_arena_copy(&arena, mdq_normalize_v2(&arena, mdq_span_str("إلى مسؤولة آتية ١٢"))).ptr, "الي مسووله اتيه 12");
}

static void test_tokens_of_running_text(void **state) {
  (void)state;
  assert_string_equal(shown("قال الرئيس، أمس: «نعم»."), "AR:قال AR:الرئيس+P:، AR:أمس+P:: P:«+AR:نعم+P:»+P:.");
  assert_string_equal(shown("في 3.5 مليون و45%"), "AR:في NUM:3.5 AR:مليون AR:و+NUM:45+P:%");
  assert_string_equal(shown("الـ12 ١٢٫٥ 9/11 10:30"), "AR:الـ+NUM:12 NUM:١٢٫٥ NUM:9/11 NUM:10:30");
  assert_string_equal(shown("2019ـ2020 5-8"), "NUM:2019+P:ـ+NUM:2020 NUM:5+P:-+NUM:8");
}

static void test_tokens_of_foreign_scripts(void **state) {
  (void)state;
  assert_string_equal(shown("Palantir’s F-35 AT&T R1 U.S. S&P 500"), "LAT:Palantir’s LAT:F-35 LAT:AT&T LAT:R1 LAT:U.S+P:. LAT:S&P NUM:500");
  assert_string_equal(shown("الـAI بـGoogle نموذجGPT AIال"), "MIX:الـAI MIX:بـGoogle MIX:نموذجGPT MIX:AIال");
  assert_string_equal(shown("Путин 人工智能"), "OTHER:Путин OTHER:人工智能");
  assert_string_equal(shown("the end.The start"), "LAT:the LAT:end+P:.+LAT:The LAT:start");
}

static void test_tokens_of_addresses_and_tags(void **state) {
  (void)state;
  assert_string_equal(shown("https://example.org/a?b=1. ثم"), "URL:https://example.org/a?b=1+P:. AR:ثم");
  assert_string_equal(shown("https://example.org/خبر/النشرة-الأولى/12، ثم"), "URL:https://example.org/خبر/النشرة-الأولى/12+P:، AR:ثم");
  assert_string_equal(shown("https://example.org/newsقال"), "URL:https://example.org/news+AR:قال");
  assert_string_equal(shown("على example.com، كتب"), "AR:على URL:example.com+P:، AR:كتب");
  assert_string_equal(shown("إلى desk@example.org"), "AR:إلى EMAIL:desk@example.org");
  assert_string_equal(shown("#غزة_اليوم و@user"), "TAG:#غزة_اليوم AR:و+TAG:@user");
  assert_string_equal(shown("رائع 👍🏽!"), "AR:رائع EMOJI:👍🏽+P:!");
}

static void test_invisible_characters_belong_to_no_token_but_words(void **state) {
  (void)state;
  struct mdq_segment segment = tokenized("أم\xE2\x80\x8Bن \xE2\x80\xAEيوم");
  assert_int_equal(segment.token_count, 2);
  assert_true(segment.traits & MDQ_TRAIT_INVISIBLE);
  assert_true(segment.traits & MDQ_TRAIT_BIDI_CONTROL);
  assert_true(mdq_span_is(mdq_word_v1(segment.tokens[0].word), "أمن"));
}

static void test_controls_and_line_separators_end_a_word(void **state) {
  (void)state;
  assert_string_equal(shown("سطر\u2028وآخر"), "AR:سطر AR:وآخر");
  assert_string_equal(shown("سطر\xC2\x85وآخر"), "AR:سطر AR:وآخر");
  assert_string_equal(shown("سطر\x01وآخر\u200B\u2029ثم"), "AR:سطر AR:وآخر AR:ثم");
}

static void test_huge_words_are_forgotten_by_their_bytes(void **state) {
  (void)state;
  struct mdq_words huge = { 0 };
  size_t size = 1 << 20;
  char *raw = malloc(size);
  assert_non_null(raw);
  for (size_t i = 0; i < size; i += 2) memcpy(raw + i, "س", 2);
  for (int i = 0; i < 16; i++) {
    memcpy(raw, i % 2 ? "با" : "تا", 4);
    memcpy(raw + 4, i / 2 % 2 ? "با" : "تا", 4);
    memcpy(raw + 8, i / 4 % 2 ? "با" : "تا", 4);
    memcpy(raw + 12, i / 8 % 2 ? "با" : "تا", 4);
    assert_non_null(mdq_words_get(&huge, mdq_span_of(raw, size)));
    mdq_words_trim(&huge);
    assert_true(huge.count < 8);
  }
  free(raw);
  mdq_words_free(&huge);
}

static void test_sentences_and_quotations_are_marked(void **state) {
  (void)state;
  struct mdq_segment segment = tokenized("قال د. سامي «نعم بالتأكيد». ثم خرج؟ لا.");
  size_t starts = 0, quoted = 0;
  for (size_t i = 0; i < segment.token_count; i++) {
    starts += (segment.tokens[i].flags & MDQ_TOKEN_SENTENCE_START) != 0;
    quoted += (segment.tokens[i].flags & MDQ_TOKEN_QUOTED) != 0;
  }
  assert_int_equal(starts, 3);
  assert_int_equal(quoted, 2);
}

/* 'x' for a token that is plain, '.' for another. */
static const char *plainness(const char *text) {
  static char line[64];
  struct mdq_segment segment = tokenized(text);
  assert_true(segment.token_count < sizeof line);
  for (size_t i = 0; i < segment.token_count; i++) line[i] = segment.tokens[i].flags & MDQ_TOKEN_PLAIN ? 'x' : '.';
  line[segment.token_count] = '\0';
  return line;
}

static void test_plain_marks_and_numbers_are_marked(void **state) {
  (void)state;
  assert_string_equal(plainness("قال، ثم خرج."), ".x..x");
  assert_string_equal(plainness("قال ، ثم،خرج .. لا."), "........x"); /* a space before, none behind, two of them */
  assert_string_equal(plainness("قال، «نعم»، ثم لا؟"), ".........");
  assert_string_equal(plainness("."), ".");
  assert_string_equal(plainness("12 5، 2024."), "xxxxx");
  assert_string_equal(plainness("1.5 ١٢ 1٢ 10:30 123456789012345678 1234567890123456789"), "....x.");
  struct mdq_segment segment = tokenized("قال: «نعم»، ثم 5.");
  assert_int_equal(segment.mark_count, 5);
}

/* "a&amp;bc" read as "a&bc" */
static void test_offset_map_keeps_decoded_pieces_whole(void **state) {
  (void)state;
  static const struct mdq_offset_piece pieces[] = { { 0, 10, 1 }, { 1, 11, 0 }, { 2, 16, 2 } };
  const struct mdq_offset_map map = { pieces, 3, 4, 18 };
  assert_int_equal(mdq_offset_map_get(&map, 0, 0), 10);
  assert_int_equal(mdq_offset_map_get(&map, 1, 0), 11); /* the entity starts here */
  assert_int_equal(mdq_offset_map_get(&map, 1, 1), 11); /* and what precedes it ends here */
  assert_int_equal(mdq_offset_map_get(&map, 2, 1), 16); /* a finding over the entity ends behind it */
  assert_int_equal(mdq_offset_map_get(&map, 2, 0), 16);
  assert_int_equal(mdq_offset_map_get(&map, 3, 0), 17);
  assert_int_equal(mdq_offset_map_get(&map, 4, 1), 18);
}

static void test_words_looked_up_together_are_those_looked_up_alone(void **state) {
  (void)state;
  enum { COUNT = 3000 };
  struct mdq_words table = { 0 };
  static struct mdq_word_query queries[COUNT];
  static struct mdq_word *found[COUNT];
  unsigned traits = 0;
  static char raws[COUNT][64];
  for (int i = 0; i < COUNT; i++) {
    snprintf(raws[i], sizeof raws[i], "%sك%d", i % 3 ? "" : "كلمة طويلة جدا", i % 1000); /* many occur more than once */
    mdq_words_ask(&table, &queries[i], mdq_span_str(raws[i]), mdq_word_tail_alone(mdq_span_str(raws[i])), &found[i]);
  }
  assert_true(mdq_words_get_many(&table, queries, COUNT, &traits));
  for (int i = 0; i < COUNT; i++) {
    assert_true(mdq_span_is(mdq_word_raw(found[i]), raws[i]));
    assert_ptr_equal(found[i], mdq_words_get(&table, mdq_span_str(raws[i])));
  }
  mdq_words_free(&table);
}

/* However long: the texts of most words stand in the word itself, those of others behind it, and of long ones not even a byte tells where. */
static void test_words_of_any_length_have_their_views(void **state) {
  (void)state;
  static const char *const units[] = { "ب", "أ", "بَ", "أَ", "ـب", "٣ب" };
  static const size_t longer[] = { 300, 5000, 70000, 1 << 19 };
  struct mdq_words table = { 0 };
  for (size_t u = 0; u < MDQ_COUNT(units); u++) {
    for (size_t n = 1; n <= 200 + MDQ_COUNT(longer); n++) {
      size_t count = n <= 200 ? n : longer[n - 201], len = strlen(units[u]);
      char *raw = mdq_arena_room(&arena, count * len);
      for (size_t i = 0; i < count; i++) memcpy(raw + i * len, units[u], len);
      const struct mdq_span text = mdq_span_of(raw, count * len), v1 = mdq_normalize_v1(&arena, text), v2 = mdq_normalize_v2(&arena, v1);
      const struct mdq_word *word = mdq_words_get(&table, text);
      assert_non_null(word);
      const struct mdq_span views[] = { mdq_word_raw(word), mdq_word_v1(word), mdq_word_v2(word) };
      if (!mdq_span_eq(views[0], text) || !mdq_span_eq(views[1], v1) || !mdq_span_eq(views[2], v2)) fail_msg("%zu times %s", count, units[u]);
      for (size_t i = 0; i < MDQ_COUNT(views); i++) assert_int_equal(views[i].ptr[views[i].len], 0);
      assert_null(word->spelling);
      assert_ptr_equal(word, mdq_words_get(&table, text));
    }
  }
  mdq_words_free(&table);
}

static struct mdq_word *numbered(struct mdq_words *table, const char *opening, int number) {
  char raw[64];
  snprintf(raw, sizeof raw, "%s%d", opening, number);
  struct mdq_word *word = mdq_words_get(table, mdq_span_str(raw));
  assert_non_null(word);
  assert_true(mdq_span_is(mdq_word_raw(word), raw));
  return word;
}

static void test_words_that_are_met_again_survive_trimming(void **state) {
  (void)state;
  enum { OFTEN = 500, SELDOM = 1 << 17 };
  struct mdq_words table = { 0 };
  static struct mdq_word *often[OFTEN];
  size_t rooms = 0;
  for (int round = 0; round < 4; round++) {
    for (int i = 0; i < OFTEN; i++) {
      struct mdq_word *word = numbered(&table, "أ", i);
      assert_true(!round || word == often[i]);
      assert_true(mdq_span_starts(mdq_word_v2(word), MDQ_SPAN_LIT("ا")));
      often[i] = numbered(&table, "أ", i);
    }
    for (int i = 0; i < SELDOM; i++) numbered(&table, round % 2 ? "ك" : "كلـمة طويلة ", round * SELDOM + i);
    mdq_words_trim(&table);
    assert_in_range(table.count, OFTEN, OFTEN + SELDOM / 4); /* another word may be taken for one of them */
    if (round == 1) rooms = table.room_count;
    assert_true(round < 2 || table.room_count == rooms); /* what others have left is used again */
  }
  mdq_words_free(&table);
}

static void test_what_a_word_caches_in_the_arena_goes_with_it(void **state) {
  (void)state;
  struct mdq_words table = { 0 };
  static const int lasting = 1;
  for (int i = 0; i < 2; i++) {
    struct mdq_word *word = numbered(&table, "باق", 1);
    word->spelling = mdq_arena_alloc(&table.arena, 8);
    word->spelling_known = 1;
    word->house = mdq_arena_alloc(&table.arena, 8);
    word->atoms = &lasting;
    word->atoms_last = 1;
    word->concerns = 5;
  }
  for (int i = 0; i < 1 << 17; i++) numbered(&table, "ك", i);
  mdq_words_trim(&table);
  const struct mdq_word *word = numbered(&table, "باق", 1);
  assert_int_equal(word->concerns, 5);
  assert_ptr_equal(word->atoms, &lasting);
  assert_null(word->spelling);
  assert_false(word->spelling_known);
  assert_null(word->house);
  mdq_words_free(&table);
}

static void test_what_a_users_packs_cache_stays_until_it_is_much(void **state) {
  (void)state;
  struct mdq_words table = { .extra = true };
  static const int lasting = 1;
  for (int round = 0; round < 2; round++) {
    for (int i = 0; i < 2; i++) numbered(&table, "باق", 1);
    *mdq_word_extra(numbered(&table, "باق", 1)) = &lasting;
    table.extra_bytes = round ? (size_t)64 << 20 : 64;
    for (int i = 0; i < 1 << 17; i++) numbered(&table, "ك", i + (round << 17));
    mdq_words_trim(&table);
    const void *stays = *mdq_word_extra(numbered(&table, "باق", 1));
    assert_ptr_equal(stays, round ? NULL : &lasting);
  }
  static char letters[1 << 16];
  memset(letters, 'a', sizeof letters);
  assert_null(mdq_word_extra(mdq_words_get(&table, mdq_span_of(letters, sizeof letters))));
  mdq_words_free(&table);
  assert_true(table.extra);
}

static void test_few_words_are_not_trimmed(void **state) {
  (void)state;
  struct mdq_words table = { 0 };
  for (int i = 0; i < 1000; i++) numbered(&table, "ك", i);
  mdq_words_trim(&table);
  assert_int_equal(table.count, 1000);
  mdq_words_free(&table);
}

static void test_facts_made_at_build_time_are_those_of_icu(void **state) {
  (void)state;
  for (uint32_t c = 0; c < 0x3000; c++)
    if (mdq_char_class(c) != mdq_char_class_by_icu(c)) fail_msg("U+%04X", (unsigned)c);
  for (uint32_t c = 0x80; c < 0x3000; c++)
    if (mdq_base_letter(c) != mdq_base_letter_by_icu(c)) fail_msg("U+%04X", (unsigned)c);
  assert_int_equal(mdq_base_letter(0xC9), 'e'); /* É */
  for (uint32_t c = 0xFB00; c < 0x10000; c++) {
    uint16_t letters[MDQ_MOST_LETTERS_OF_FORM];
    const uint16_t *known = NULL;
    size_t count = mdq_letters_of_form(c, &known);
    if (mdq_char_class(c) != mdq_char_class_by_icu(c)) fail_msg("U+%04X", (unsigned)c);
    if (count != mdq_letters_of_form_by_icu(c, letters) || (count && memcmp(letters, known, count * sizeof *letters))) fail_msg("U+%04X", (unsigned)c);
  }
  assert_int_equal(mdq_base_letter(0x142), 'l'); /* ł */
  assert_int_equal(mdq_base_letter('Q'), 'q');
  assert_int_equal(mdq_base_letter(0xD7), '\0'); /* × */
  assert_null(mdq_icu_trouble());
}

/* What is composed here is what ICU would compose. */
static void test_composition_is_that_of_icu(void **state) {
  (void)state;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = mdq_icu()->nfc(&status);
  for (uint32_t letter = 0x0621; letter <= 0x06D5; letter++)
    for (uint32_t mark = 0x0650; mark <= 0x0656; mark++) {
      UChar from[] = { 0x0643, (UChar)letter, (UChar)mark, 0x0628 }, to[8];
      int32_t length = mdq_icu()->normalize(nfc, from, 4, to, 8, &status);
      struct mdq_buf word, wanted;
      mdq_buf_init(&word);
      mdq_buf_init(&wanted);
      for (size_t i = 0; i < 4; i++) mdq_buf_addcp(&word, from[i]);
      for (int32_t i = 0; i < length; i++) mdq_buf_addcp(&wanted, to[i]);
      if (!mdq_span_eq(mdq_compose(&arena, mdq_buf_span(&word)), mdq_buf_span(&wanted))) fail_msg("U+%04X U+%04X", (unsigned)letter, (unsigned)mark);
      mdq_buf_free(&word);
      mdq_buf_free(&wanted);
      mdq_arena_reset(&arena);
    }
  assert_true(U_SUCCESS(status));
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_utf8_validation_names_the_first_bad_byte), cmocka_unit_test(test_utf8_faults_are_found_anywhere), cmocka_unit_test(test_utf8_encode_and_decode_agree),
    cmocka_unit_test(test_letter_map_ends_runs_where_they_end), cmocka_unit_test(test_cursor_counts_as_one_would),
    cmocka_unit_test(test_lines_of_all_lengths_end), cmocka_unit_test(test_runs_of_letters_end_with_the_text),
    cmocka_unit_test(test_lines_end_with_lf_crlf_or_cr), cmocka_unit_test(test_cursor_counts_code_points_and_skips_the_bom),
    cmocka_unit_test(test_v1_drops_marks_and_standardises_letters), cmocka_unit_test(test_v2_folds_what_writers_confuse),
    cmocka_unit_test(test_tokens_of_running_text), cmocka_unit_test(test_tokens_of_foreign_scripts),
    cmocka_unit_test(test_tokens_of_addresses_and_tags), cmocka_unit_test(test_invisible_characters_belong_to_no_token_but_words),
    cmocka_unit_test(test_controls_and_line_separators_end_a_word), cmocka_unit_test(test_huge_words_are_forgotten_by_their_bytes),
    cmocka_unit_test(test_sentences_and_quotations_are_marked), cmocka_unit_test(test_plain_marks_and_numbers_are_marked),
    cmocka_unit_test(test_offset_map_keeps_decoded_pieces_whole), cmocka_unit_test(test_words_looked_up_together_are_those_looked_up_alone), cmocka_unit_test(test_words_of_any_length_have_their_views),
    cmocka_unit_test(test_words_that_are_met_again_survive_trimming), cmocka_unit_test(test_what_a_word_caches_in_the_arena_goes_with_it), cmocka_unit_test(test_what_a_users_packs_cache_stays_until_it_is_much), cmocka_unit_test(test_few_words_are_not_trimmed),
    cmocka_unit_test(test_facts_made_at_build_time_are_those_of_icu), cmocka_unit_test(test_composition_is_that_of_icu),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  mdq_words_free(&words);
  mdq_tokens_free(&tokens);
  mdq_arena_free(&arena);
  return failed;
}
