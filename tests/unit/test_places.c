/* Places come back as they were kept. */
#include "support.h"

#include "lint/places.h"
#include "lint/run.h"

enum { PLACES = 5000 /* more than a chunk holds */, BYTES = 1 << 16 };

static char bytes[BYTES];
static const char *const units[] = { NULL, "a", "b" };
static const char elsewhere[] = "elsewhere";

/* Forwards mostly, and now and then back; some texts are not the input's own. */
static struct mdq_kept_place place(size_t i) {
  size_t start = i % 100 == 99 ? i / 2 : i * 10, length = i % 7 == 6 ? 300 : i % 7;
  struct mdq_kept_place p = { .at = { start, start + length, units[i / 1000 % 3] }, .tag = i % 11 ? i % 11 : UINT64_MAX - i };
  p.text = i % 13 ? mdq_span_of(bytes + start, length) : mdq_span_of(elsewhere, i % 9);
  return p;
}

static void test_as_they_were_kept(void **unused) {
  (void)unused;
  struct mdq_arena arena = MDQ_ARENA_INIT;
  struct mdq_document document = { .bytes = { bytes, BYTES } };
  struct mdq_input input = { .name = "" };
  struct mdq_run run = { .input = &input };
  struct mdq_ctx ctx = { .document = &document, .arena = &arena, .run = &run };
  struct mdq_places places = { 0 };
  struct mdq_kept_place kept;
  struct mdq_places_reader reader = mdq_places_read(&ctx, &places);
  assert_false(mdq_places_next(&reader, &kept));
  for (size_t i = 0; i < PLACES; i++) {
    struct mdq_kept_place p = place(i);
    mdq_places_keep(&ctx, &places, p.at, p.text, p.tag);
  }
  assert_int_equal(places.count, PLACES);
  reader = mdq_places_read(&ctx, &places);
  for (size_t i = 0; i < PLACES; i++) {
    struct mdq_kept_place p = place(i);
    assert_true(mdq_places_next(&reader, &kept));
    assert_int_equal(kept.at.start, p.at.start);
    assert_int_equal(kept.at.end, p.at.end);
    assert_ptr_equal(kept.at.unit, p.at.unit);
    assert_ptr_equal(kept.text.ptr, p.text.ptr);
    assert_int_equal(kept.text.len, p.text.len);
    assert_true(kept.tag == p.tag);
  }
  assert_false(mdq_places_next(&reader, &kept));
  mdq_arena_free(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_as_they_were_kept),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
