#include "support.h"

#include "output/column.h"
#include "output/excerpt.h"
#include "output/reporter.h"
#include "output/visible.h"

#define RLI "\u2067"
#define FSI "\u2068"
#define PDI "\u2069"

static const struct mdq_output pipe_output = { .width = 80 };
static const struct mdq_output screen = { .width = 80, .terminal = true };

/* What a reporter writes of one diagnostic; to be freed. */
static char *report(const char *format, const struct mdq_output *output, const char *text, struct mdq_diagnostic d) {
  const struct mdq_reporter *reporter = mdq_reporters[0];
  for (size_t i = 0; mdq_reporters[i]; i++) {
    if (strcmp(mdq_reporters[i]->name, format) == 0) reporter = mdq_reporters[i];
  }
  struct mdq_buf out;
  mdq_buf_init(&out);
  struct mdq_arena arena = MDQ_ARENA_INIT;
  struct mdq_report report = { .output = output, .bytes = mdq_span_str(text), .out = &out, .arena = &arena };
  report.state = mdq_arena_alloc(&arena, reporter->state_size + 1);
  d.file = "a.txt";
  d.rule = "test/rule";
  d.severity = MDQ_WARNING;
  d.certainty = MDQ_LIKELY;
  if (!d.message) d.message = "message";
  reporter->diagnostic(&report, &d);
  if (reporter->finish) reporter->finish(&report);
  char *copy = strdup(out.ptr);
  mdq_buf_free(&out);
  mdq_arena_free(&arena);
  return copy;
}

static void expect(char *got, const char *wanted) {
  assert_string_equal(got, wanted);
  free(got);
}

static void test_jsonl_has_the_unit_and_all_fixes(void **state) {
  (void)state;
  struct mdq_fix fixes[] = { { 0, 2, "أ", 1 }, { 2, 2, "\"\\", 0 } };
  struct mdq_diagnostic d = { .unit = "msg\t1", .line = 1, .column = 1, .end_line = 1, .end_column = 2,
                              .end_offset = 2, .fixes = fixes, .fix_count = 2 };
  expect(report("jsonl", &pipe_output, "ا", d),
         "{\"file\":\"a.txt\",\"line\":1,\"column\":1,\"end_line\":1,\"end_column\":2,\"offset\":0,\"end_offset\":2,"
         "\"unit\":\"msg\\t1\",\"rule\":\"test/rule\",\"severity\":\"warning\",\"certainty\":\"likely\","
         "\"message\":\"message\",\"fixes\":[{\"offset\":0,\"end_offset\":2,\"text\":\"أ\",\"safe\":true},"
         "{\"offset\":2,\"end_offset\":2,\"text\":\"\\\"\\\\\",\"safe\":false}]}\n");
}

static void test_jsonl_escapes_every_line_end(void **state) {
  (void)state;
  struct mdq_diagnostic d = { .message = "a\nb\rc\xC2\x85" "d\u2028e\u2029f\x7Fg\x01h\u200Fi" };
  char *got = report("jsonl", &pipe_output, "", d);
  assert_non_null(strstr(got, "\"a\\nb\\rc\\u0085d\\u2028e\\u2029f\\u007fg\\u0001h\u200Fi\""));
  free(got);
}

static void test_text_is_one_line_whatever_the_message(void **state) {
  (void)state;
  struct mdq_diagnostic d = { .line = 3, .column = 4, .message = "a\nb\u2028c\x1B[2Jd\u202Ee\u2066f\u200Fg" };
  expect(report("text", &pipe_output, "", d),
         "a.txt:3:4: warning: a<U+000A>b<U+2028>c<U+001B>[2Jd<U+202E>e<U+2066>f\u200Fg [test/rule]\n");
}

static char *suggestion(const struct mdq_fix *fixes, size_t count, enum mdq_lang lang) {
  struct mdq_output output = screen;
  output.lang = lang;
  /* «قال احمد ثم»: the marked word is bytes 7 to 15 */
  struct mdq_diagnostic d = { .line = 1, .offset = 7, .end_offset = 15, .fixes = fixes, .fix_count = count };
  char *got = report("text", &output, "قال احمد ثم", d), *line = strstr(got, "⟧");
  line = strchr(line, '\n') + 1;
  char *copy = strdup(line + strspn(line, " ") + strlen("│ "));
  free(got);
  return copy;
}

static void test_suggestions(void **state) {
  (void)state;
  struct mdq_fix whole[] = { { 7, 15, "أحمد", 1 }, { 7, 15, "إحمد", 0 } };
  expect(suggestion(whole, 1, MDQ_LANG_EN), FSI "help: write " FSI "«أحمد»" PDI PDI "\n");
  expect(suggestion(whole, 2, MDQ_LANG_EN), FSI "help: write " FSI "«أحمد»" PDI " or " FSI "«إحمد»" PDI PDI "\n");
  expect(suggestion(whole, 2, MDQ_LANG_AR), RLI "المقترح: اكتب " FSI "«أحمد»" PDI " أو " FSI "«إحمد»" PDI PDI "\n");
  struct mdq_fix letter = { 7, 9, "أ", 1 }; /* inside the span: shown with the rest of the word */
  expect(suggestion(&letter, 1, MDQ_LANG_EN), FSI "help: write " FSI "«أحمد»" PDI PDI "\n");
  struct mdq_fix delete = { 7, 15, "", 1 };
  expect(suggestion(&delete, 1, MDQ_LANG_EN), FSI "help: delete " FSI "«احمد»" PDI PDI "\n");
  struct mdq_fix space = { 7, 15, " ", 1 };
  expect(suggestion(&space, 1, MDQ_LANG_AR), RLI "المقترح: اكتب مسافة واحدة" PDI "\n");
  struct mdq_fix elsewhere = { 16, 20, "و", 1 };
  expect(suggestion(&elsewhere, 1, MDQ_LANG_EN), FSI "help: write " FSI "«و»" PDI " instead of " FSI "«ثم»" PDI PDI "\n");
  expect(suggestion(&elsewhere, 1, MDQ_LANG_AR), RLI "المقترح: اكتب " FSI "«و»" PDI " بدلًا من " FSI "«ثم»" PDI PDI "\n");
  struct mdq_fix insert = { 20, 20, ".", 1 };
  expect(suggestion(&insert, 1, MDQ_LANG_EN), FSI "help: insert " FSI "«.»" PDI PDI "\n");
  struct mdq_fix remove = { 16, 20, "", 1 };
  expect(suggestion(&remove, 1, MDQ_LANG_EN), FSI "help: delete " FSI "«ثم»" PDI PDI "\n");
}

static void expect_excerpt(const char *text, size_t offset, size_t end, size_t width, const char *wanted) {
  struct mdq_buf out;
  mdq_buf_init(&out);
  mdq_add_excerpt(&out, &(struct mdq_excerpt){ .bytes = mdq_span_str(text), .offset = offset, .end_offset = end,
                                               .width = width, .mark = "", .unmark = "" });
  assert_string_equal(out.ptr, wanted);
  assert_true(mdq_text_width(mdq_buf_span(&out)) <= width);
  mdq_buf_free(&out);
}

static void test_excerpts(void **state) {
  (void)state;
  expect_excerpt("قال نعم\nثم", 7, 13, 40, RLI "قال ⟦نعم⟧" PDI);
  expect_excerpt("قال نعم\r\nثم مضى", 15, 19, 40, RLI "⟦ثم⟧ مضى" PDI);
  expect_excerpt("\xEF\xBB\xBFقال نعم", 3, 9, 40, RLI "⟦قال⟧ نعم" PDI);
  expect_excerpt("say yes", 4, 7, 40, FSI "say ⟦yes⟧" PDI);
  expect_excerpt("قال", 6, 6, 40, RLI "قال⟦⟧" PDI);                 /* a place, not a span; at the end */
  expect_excerpt("", 0, 0, 40, FSI "⟦⟧" PDI);
  expect_excerpt("قال\nقال", 0, 13, 40, RLI "⟦قال…⟧" PDI);          /* the span goes on on the next line */
  expect_excerpt("كتَب", 4, 6, 40, RLI "كت⟦\u25CCَ⟧ب" PDI);           /* a vowel sign alone */
  expect_excerpt("كتَب", 2, 4, 40, RLI "ك⟦ت⟧\u25CCَب" PDI);
  expect_excerpt("قال\u00A0نعم", 6, 8, 40, RLI "قال⟦<U+00A0>⟧نعم" PDI);
  expect_excerpt("قال\u00A0نعم", 8, 14, 40, RLI "قال\u00A0⟦نعم⟧" PDI); /* outside the span it does no harm */
  expect_excerpt("أ\u202Eب\tج", 8, 10, 40, RLI "أ<U+202E>ب ⟦ج⟧" PDI); /* an override would; a tab is a space */
}

static void test_excerpts_are_cut_around_the_span(void **state) {
  (void)state;
  /* 20 cells: 16 are left for text; the word of 4 leaves 6 on either side, cut between words */
  const char *text = "واحد اثنان ثلاثة أربع خمسة ستة سبعة";
  size_t at = (size_t)(strstr(text, "أربع") - text);
  expect_excerpt(text, at, at + 8, 20, RLI "…ثلاثة ⟦أربع⟧ خمسة…" PDI);
  /* " اثنان ثلاثة" takes just the 12 that are left */
  expect_excerpt(text, 0, 8, 20, RLI "⟦واحد⟧ اثنان ثلاثة…" PDI);
  expect_excerpt("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", 0, 56, 20, RLI "⟦ابتثجحخدذرزسشصضط…⟧" PDI);
}

static void test_widths(void **state) {
  (void)state;
  assert_int_equal(mdq_char_width('a'), 1);
  assert_int_equal(mdq_char_width(0x0628), 1);
  assert_int_equal(mdq_char_width(0x064E), 0);  /* fatha */
  assert_int_equal(mdq_char_width(0x200F), 0);  /* RLM */
  assert_int_equal(mdq_char_width(0x0640), 1);  /* tatweel */
  assert_int_equal(mdq_char_width(0x0600), 1);  /* Arabic number sign */
  assert_int_equal(mdq_char_width(0x4E2D), 2);
  assert_int_equal(mdq_char_width(0x1F600), 2);
  assert_int_equal(mdq_char_width(0x07), 0);
}

static void test_visible_mends_invalid_utf8(void **state) {
  (void)state;
  struct mdq_buf out;
  mdq_buf_init(&out);
  mdq_add_visible(&out, MDQ_SPAN_LIT("a\xFF\xC3\nب"));
  assert_string_equal(out.ptr, "a\uFFFD\uFFFD<U+000A>ب");
  mdq_buf_free(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_jsonl_has_the_unit_and_all_fixes), cmocka_unit_test(test_jsonl_escapes_every_line_end),
    cmocka_unit_test(test_text_is_one_line_whatever_the_message), cmocka_unit_test(test_suggestions),
    cmocka_unit_test(test_excerpts), cmocka_unit_test(test_excerpts_are_cut_around_the_span),
    cmocka_unit_test(test_widths), cmocka_unit_test(test_visible_mends_invalid_utf8),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
