#include "support.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/map.h"
#include "lint/table.h"

static void test_arena_memory_is_zeroed_and_distinct(void **state) {
  (void)state;
  struct mdq_arena arena = MDQ_ARENA_INIT;
  char *a = mdq_arena_alloc(&arena, 10), *b = mdq_arena_alloc(&arena, 200000), *c = mdq_arena_alloc(&arena, 10);
  memset(a, 'a', 10);
  memset(b, 'b', 200000);
  for (int i = 0; i < 10; i++) assert_int_equal(c[i], 0);
  memset(c, 'c', 10);
  assert_int_equal(a[9], 'a');
  assert_int_equal(b[199999], 'b');
  mdq_arena_reset(&arena);
  char *d = mdq_arena_alloc(&arena, 100);
  for (int i = 0; i < 100; i++) assert_int_equal(d[i], 0);
  mdq_arena_free(&arena);
}

static void test_arena_refuses_absurd_sizes(void **state) {
  (void)state;
  struct mdq_arena arena = MDQ_ARENA_INIT;
  assert_null(mdq_arena_array(&arena, SIZE_MAX / 2, 3));
  assert_true(arena.failed);
  assert_null(mdq_arena_alloc(&arena, SIZE_MAX - 5));
  mdq_arena_free(&arena);
}

static void test_failure_of_an_empty_arena_ends_with_its_reset(void **state) {
  (void)state;
  struct mdq_arena arena = MDQ_ARENA_INIT;
  assert_null(mdq_arena_alloc(&arena, SIZE_MAX - 5));
  mdq_arena_reset(&arena);
  assert_false(arena.failed);
  assert_non_null(mdq_arena_alloc(&arena, 1));
  mdq_arena_free(&arena);
}

static void test_arena_push_keeps_items(void **state) {
  (void)state;
  struct mdq_arena arena = MDQ_ARENA_INIT;
  int *items = NULL;
  size_t count = 0, capacity = 0;
  for (int i = 0; i < 1000; i++) *(int *)mdq_arena_push(&arena, &items, &count, &capacity, sizeof *items) = i;
  assert_int_equal(count, 1000);
  for (int i = 0; i < 1000; i++) assert_int_equal(items[i], i);
  mdq_arena_free(&arena);
}

static void test_map_finds_what_was_put(void **state) {
  (void)state;
  struct mdq_map map = { 0 };
  static char keys[5000][8];
  for (size_t i = 0; i < 5000; i++) {
    snprintf(keys[i], sizeof keys[i], "k%zu", i);
    assert_true(mdq_map_put(&map, mdq_span_str(keys[i]), keys[i]));
  }
  for (size_t i = 0; i < 5000; i++) assert_ptr_equal(mdq_map_get(&map, mdq_span_str(keys[i])), keys[i]);
  assert_null(mdq_map_get(&map, mdq_span_str("absent")));
  assert_true(mdq_map_put(&map, mdq_span_str("k7"), keys[8]));
  assert_ptr_equal(mdq_map_get(&map, mdq_span_str("k7")), keys[8]);
  assert_int_equal(map.count, 5000);
  mdq_map_free(&map);
}

static void test_buffer_grows_and_prints(void **state) {
  (void)state;
  struct mdq_buf buf;
  mdq_buf_init(&buf);
  assert_string_equal(buf.ptr, "");
  for (int i = 0; i < 100; i++) mdq_buf_printf(&buf, "%d,", i);
  mdq_buf_addcp(&buf, 0x645);
  assert_int_equal(buf.len, 10 * 2 + 90 * 3 + 2);
  assert_memory_equal(buf.ptr + buf.len - 2, "م", 3);
  mdq_buf_clear(&buf);
  assert_string_equal(buf.ptr, "");
  mdq_buf_free(&buf);
}

static void test_buffer_writes_numbers_of_all_lengths(void **state) {
  (void)state;
  size_t number = SIZE_MAX;
  for (int i = 0; i < 24; i++, number /= 10) {
    char expected[32];
    snprintf(expected, sizeof expected, "%zu", number);
    struct mdq_buf buf;
    mdq_buf_init(&buf);
    mdq_buf_addn(&buf, number);
    assert_string_equal(buf.ptr, expected);
    assert_int_equal(buf.len, strlen(expected));
    mdq_buf_free(&buf);
  }
}

static void test_error_carries_a_position(void **state) {
  (void)state;
  struct mdq_error error;
  assert_int_equal(mdq_fail_at(&error, MDQ_BAD_INPUT, "a.txt", 3, 4, "bad %s", "byte"), MDQ_BAD_INPUT);
  assert_string_equal(error.file, "a.txt");
  assert_string_equal(error.message, "bad byte");
  assert_int_equal(error.line, 3);
  assert_int_equal(error.column, 4);
  assert_int_equal(mdq_fail(NULL, MDQ_NO_DATA, "unheard"), MDQ_NO_DATA);
}

static void test_file_read_names_the_reason(void **state) {
  (void)state;
  struct mdq_buf buf;
  struct mdq_error error;
  mdq_buf_init(&buf);
  assert_int_equal(mdq_file_read("/no/such/file", &buf, MDQ_BAD_INPUT, &error), MDQ_BAD_INPUT);
  assert_string_equal(error.file, "/no/such/file");
  assert_non_null(strstr(error.message, "No such file"));
  assert_int_equal(mdq_file_read("/", &buf, MDQ_BAD_INPUT, &error), MDQ_BAD_INPUT);
  assert_non_null(strstr(error.message, "directory"));
  mdq_buf_free(&buf);
}

static void test_table_rows_by_key(void **state) {
  (void)state;
  struct mdq_table table;
  struct mdq_error error;
  assert_int_equal(mdq_table_load(&table, getenv("MUDAQQIQ_DICTS"), "dates/weekdays.tsv", &error), MDQ_OK);
  const struct mdq_row *row = mdq_table_get(&table, mdq_span_str("الخميس"));
  assert_non_null(row);
  assert_true(mdq_span_is(row->column[1], "4"));
  assert_null(mdq_table_get(&table, mdq_span_str("خميسان")));
  mdq_table_free(&table);
  assert_int_equal(mdq_table_load(&table, getenv("MUDAQQIQ_DICTS"), "no/such.tsv", &error), MDQ_NO_DATA);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_arena_memory_is_zeroed_and_distinct), cmocka_unit_test(test_arena_refuses_absurd_sizes),
    cmocka_unit_test(test_failure_of_an_empty_arena_ends_with_its_reset), cmocka_unit_test(test_arena_push_keeps_items), cmocka_unit_test(test_map_finds_what_was_put),
    cmocka_unit_test(test_buffer_grows_and_prints), cmocka_unit_test(test_buffer_writes_numbers_of_all_lengths), cmocka_unit_test(test_error_carries_a_position),
    cmocka_unit_test(test_file_read_names_the_reason), cmocka_unit_test(test_table_rows_by_key),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
