/* Pairing paragraphs with those of a translation: what anchors are, and which beads come of them. */
#include "support.h"

#include "align/align.h"

enum { MOST = 40000 };

/* -- anchors -- */

static bool key_is_found(const char *english, const char *arabic) {
  struct mdq_anchors source, target;
  mdq_anchors_english(mdq_span_str(english), &source);
  mdq_anchors_arabic(mdq_span_str(arabic), &target);
  assert_int_equal(source.key_count, 1);
  return mdq_anchors_hold(&target, source.keys[0]);
}

static void test_names_are_found(void **state) {
  (void)state;
  assert_true(key_is_found("said Palantir", "قالت بالانتير"));
  assert_true(key_is_found("in Strasbourg", "في ستراسبورغ"));
  assert_true(key_is_found("and Kellermann", "وكيلرمان"));
  assert_true(key_is_found("of Belgrade", "لبلغراد"));
  assert_true(key_is_found("said Palantir", "قالت Palantir"));
  assert_false(key_is_found("said Palantir", "قالت الشركة إنها ستعلن النتائج غدا"));
}

static void test_what_is_no_name(void **state) {
  (void)state;
  struct mdq_anchors source;
  mdq_anchors_english(MDQ_SPAN_LIT("Ministers met. Questions remain, “Nothing else,” they said, in May"), &source);
  assert_int_equal(source.key_count, 0); /* starts of sentences and quotations; May is too short */
}

static void test_numbers_are_their_figures(void **state) {
  (void)state;
  struct mdq_anchors a, b, c;
  mdq_anchors_english(MDQ_SPAN_LIT("1,234.5 and 7"), &a);
  mdq_anchors_arabic(MDQ_SPAN_LIT("١٬٢٣٤٫٥"), &b);
  mdq_anchors_arabic(MDQ_SPAN_LIT("1235"), &c);
  assert_true(a.numbers && a.numbers == b.numbers);
  assert_true(a.numbers != c.numbers);
}

static void test_length_is_of_what_is_read(void **state) {
  (void)state;
  struct mdq_anchors a, b;
  mdq_anchors_arabic(MDQ_SPAN_LIT("قالَ لهُ: 12%"), &a);
  mdq_anchors_arabic(MDQ_SPAN_LIT("قال  لـه\u200F: 12%"), &b);
  assert_int_equal(a.length, 9);
  assert_int_equal(b.length, 9);
}

static void test_latin_words_of_a_draft_are_sought_in_the_source(void **state) {
  (void)state;
  struct mdq_anchors source, target;
  mdq_anchors_english(MDQ_SPAN_LIT("OpenAI trained the model"), &source);
  mdq_anchors_arabic(MDQ_SPAN_LIT("دربت Openai النموذج"), &target);
  assert_int_equal(target.key_count, 1);
  assert_true(mdq_anchors_hold(&source, target.keys[0]));
}

/* -- beads -- */

struct story {
  struct mdq_anchors source[MOST], target[MOST];
  size_t sources, targets;
};

static struct story *new_story(void) {
  struct story *story = calloc(1, sizeof *story);
  assert_non_null(story);
  return story;
}

static void add_source(struct story *story, const char *text) {
  mdq_anchors_english(mdq_span_str(text), &story->source[story->sources++]);
}

static void add_target(struct story *story, const char *text) {
  mdq_anchors_arabic(mdq_span_str(text), &story->target[story->targets++]);
}

static const char *const english[] = {
  "The river Loma burst its banks on Monday night and flooded the old port of Karsten.",
  "About 3,400 people had to leave their homes, the mayor, Helena Brandt, said.",
  "“We have never seen anything like this in our town,” she told reporters.",
  "Trains between Karsten and Wilhelmsburg were cancelled until Friday.",
  "The army sent 12 helicopters and 250 soldiers from the garrison at Steinfeld.",
};
static const char *const arabic[] = {
  "فاض نهر لوما عن ضفتيه ليل الاثنين وأغرق ميناء كارستن القديم.",
  "واضطر نحو 3400 شخص إلى مغادرة منازلهم، كما قالت رئيسة البلدية هيلينا براندت.",
  "وقالت للصحفيين: «لم نر مثل هذا في مدينتنا قط».",
  "وألغيت القطارات بين كارستن وفيلهلمسبورغ حتى يوم الجمعة.",
  "وأرسل الجيش 12 مروحية و250 جنديا من حامية شتاينفيلد.",
};
enum { PARAGRAPHS = 5 };

/* Beads as "1-1 1-0 ..."; each paragraph stands in one, in order. */
static char *beads_of(const struct story *story) {
  struct mdq_arena arena = MDQ_ARENA_INIT;
  struct mdq_bead *beads;
  size_t count, sources = 0, targets = 0;
  struct mdq_buf out;
  mdq_buf_init(&out);
  assert_true(mdq_align(&arena, MDQ_JOINED_MOST, story->source, story->sources, story->target, story->targets, &beads, &count));
  for (size_t i = 0; i < count; i++) {
    assert_int_equal(beads[i].source, sources);
    assert_int_equal(beads[i].target, targets);
    sources += beads[i].sources;
    targets += beads[i].targets;
    mdq_buf_printf(&out, "%s%d-%d", i ? " " : "", beads[i].sources, beads[i].targets);
  }
  assert_int_equal(sources, story->sources);
  assert_int_equal(targets, story->targets);
  mdq_arena_free(&arena);
  char *text = strdup(out.ptr);
  mdq_buf_free(&out);
  return text;
}

static void assert_beads(struct story *story, const char *wanted) {
  char *beads = beads_of(story);
  assert_string_equal(beads, wanted);
  free(beads);
  free(story);
}

static void test_one_by_one(void **state) {
  (void)state;
  struct story *story = new_story();
  for (size_t i = 0; i < PARAGRAPHS; i++) add_source(story, english[i]), add_target(story, arabic[i]);
  assert_beads(story, "1-1 1-1 1-1 1-1 1-1");
}

static void test_each_paragraph_is_missed(void **state) {
  (void)state;
  static const char *const wanted[] = { "1-0 1-1 1-1 1-1 1-1", "1-1 1-0 1-1 1-1 1-1", "1-1 1-1 1-0 1-1 1-1", "1-1 1-1 1-1 1-0 1-1", "1-1 1-1 1-1 1-1 1-0" };
  for (size_t lost = 0; lost < PARAGRAPHS; lost++) {
    struct story *story = new_story();
    for (size_t i = 0; i < PARAGRAPHS; i++) {
      add_source(story, english[i]);
      if (i != lost) add_target(story, arabic[i]);
    }
    assert_beads(story, wanted[lost]);
  }
}

static void test_added_joined_and_divided(void **state) {
  (void)state;
  struct story *story = new_story();
  add_source(story, english[0]), add_target(story, arabic[0]);
  add_target(story, "للاشتراك في النشرة البريدية اضغط هنا، ولمتابعتنا على المنصات كلها اضغط هنا أيضا.");
  for (size_t i = 1; i < PARAGRAPHS; i++) add_source(story, english[i]), add_target(story, arabic[i]);
  assert_beads(story, "1-1 0-1 1-1 1-1 1-1 1-1");

  story = new_story();
  for (size_t i = 0; i < PARAGRAPHS; i++) add_source(story, english[i]);
  add_target(story, arabic[0]);
  add_target(story, "واضطر نحو 3400 شخص إلى مغادرة منازلهم، كما قالت رئيسة البلدية هيلينا براندت. وقالت للصحفيين: «لم نر مثل هذا في مدينتنا قط».");
  add_target(story, arabic[3]), add_target(story, arabic[4]);
  assert_beads(story, "1-1 2-1 1-1 1-1");

  story = new_story();
  for (size_t i = 0; i < PARAGRAPHS; i++) add_source(story, english[i]);
  add_target(story, arabic[0]);
  add_target(story, "واضطر نحو 3400 شخص إلى مغادرة منازلهم،");
  add_target(story, "كما قالت رئيسة البلدية هيلينا براندت.");
  for (size_t i = 2; i < PARAGRAPHS; i++) add_target(story, arabic[i]);
  assert_beads(story, "1-1 1-2 1-1 1-1 1-1");
}

/* Paragraphs [from, to) in one. */
static void add_joined(struct story *story, const char *const *texts, size_t from, size_t to, void (*add)(struct story *, const char *)) {
  struct mdq_buf text;
  mdq_buf_init(&text);
  for (size_t i = from; i < to; i++) mdq_buf_printf(&text, "%s%s", i > from ? " " : "", texts[i]);
  add(story, text.ptr);
  mdq_buf_free(&text);
}

static void test_many_joined(void **state) {
  (void)state;
  struct story *story = new_story();
  for (size_t i = 0; i < PARAGRAPHS; i++) add_source(story, english[i]);
  add_joined(story, arabic, 0, PARAGRAPHS, add_target);
  assert_beads(story, "5-1");

  story = new_story();
  for (size_t i = 0; i < PARAGRAPHS; i++) add_target(story, arabic[i]);
  add_joined(story, english, 0, PARAGRAPHS, add_source);
  assert_beads(story, "1-5");

  story = new_story();
  for (size_t i = 0; i < PARAGRAPHS; i++) add_source(story, english[i]);
  add_target(story, arabic[0]), add_joined(story, arabic, 1, 4, add_target), add_target(story, arabic[4]);
  assert_beads(story, "1-1 3-1 1-1");

  story = new_story();
  for (size_t i = 0; i < PARAGRAPHS; i++) add_target(story, arabic[i]);
  add_joined(story, english, 0, 3, add_source), add_source(story, english[3]), add_source(story, english[4]);
  assert_beads(story, "1-3 1-1 1-1");
}

/* One paragraph that cannot hold all: the others are missing. */
static void test_one_of_many(void **state) {
  (void)state;
  struct story *story = new_story();
  for (size_t i = 0; i < PARAGRAPHS; i++) add_source(story, english[i]);
  add_target(story, arabic[1]);
  assert_beads(story, "1-0 1-1 1-0 1-0 1-0");
}

static void test_nothing_on_one_side(void **state) {
  (void)state;
  struct story *story = new_story();
  assert_beads(story, "");
  story = new_story();
  add_source(story, english[0]), add_source(story, english[1]);
  assert_beads(story, "1-0 1-0");
  story = new_story();
  add_target(story, arabic[0]);
  assert_beads(story, "0-1");
  story = new_story();
  add_source(story, ""), add_target(story, "");
  assert_beads(story, "1-1");
}

static void number_story(struct story *story, size_t count, size_t leave_out) {
  char text[200];
  for (size_t i = 0; i < count; i++) {
    snprintf(text, sizeof text, "Paragraph %zu of a long text has %zu words of its own in it.", 10 + i, 10 + i * 7);
    add_source(story, text);
    snprintf(text, sizeof text, "الفقرة %zu من نص طويل فيها %zu كلمة تخصها.", 10 + i, 10 + i * 7);
    if ((i + 1) % leave_out) add_target(story, text);
  }
}

/* Far more pairs than are considered; a narrow band must still be a way through, and find nearly all that is missing. */
static void test_long_texts(void **state) {
  (void)state;
  struct story *story = new_story();
  number_story(story, 30000, 300);
  char *beads = beads_of(story);
  size_t missing = 0;
  for (const char *p = beads; (p = strstr(p, "1-0")); p++) missing++;
  assert_in_range(missing, 90, 110);
  free(beads);

  *story = (struct story){ .sources = 0 };
  number_story(story, 3, 1000);
  for (size_t i = 0; i < 30000; i++) add_target(story, "فقرة");
  free(beads_of(story)); /* covers all, in order */

  *story = (struct story){ .sources = 0 };
  for (size_t i = 0; i < 30000; i++) add_source(story, "word");
  add_target(story, arabic[0]);
  free(beads_of(story));
  free(story);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_names_are_found), cmocka_unit_test(test_what_is_no_name), cmocka_unit_test(test_numbers_are_their_figures),
    cmocka_unit_test(test_length_is_of_what_is_read), cmocka_unit_test(test_latin_words_of_a_draft_are_sought_in_the_source),
    cmocka_unit_test(test_one_by_one), cmocka_unit_test(test_each_paragraph_is_missed), cmocka_unit_test(test_added_joined_and_divided),
    cmocka_unit_test(test_many_joined), cmocka_unit_test(test_one_of_many),
    cmocka_unit_test(test_nothing_on_one_side), cmocka_unit_test(test_long_texts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
