/* Read item by item, a pack is what it is read as a whole; nothing is read so that libyaml would refuse. */
#include "support.h"

#include <glob.h>

#include "base/file.h"
#include "pack/yaml_items.h"
#include "text/utf8.h"

/* Writes out all that a reader of packs asks of a node. */
static void show(struct mdq_buf *out, const struct mdq_yaml *yaml, const yaml_node_t *node) {
  if (node->type == YAML_SCALAR_NODE) {
    mdq_buf_printf(out, "%zu:%zu<", node->start_mark.line, node->start_mark.column);
    mdq_buf_add(out, mdq_yaml_value(node));
    mdq_buf_addc(out, '>');
  } else if (node->type == YAML_SEQUENCE_NODE) {
    mdq_buf_addc(out, '[');
    for (const yaml_node_item_t *item = node->data.sequence.items.start; item < node->data.sequence.items.top; item++) show(out, yaml, mdq_yaml_node(yaml, *item));
    mdq_buf_addc(out, ']');
  } else {
    mdq_buf_addc(out, '{');
    for (const yaml_node_pair_t *pair = node->data.mapping.pairs.start; pair < node->data.mapping.pairs.top; pair++) {
      show(out, yaml, mdq_yaml_node(yaml, pair->key));
      show(out, yaml, mdq_yaml_node(yaml, pair->value));
    }
    mdq_buf_addc(out, '}');
  }
}

static bool show_items(struct mdq_buf *out, struct mdq_yaml *yaml) {
  struct mdq_yaml_items items;
  enum mdq_items_step step;
  const yaml_node_t *item;
  mdq_yaml_items_init(&items, yaml);
  mdq_buf_addc(out, '[');
  while ((step = mdq_yaml_items_next(&items, &item)) == MDQ_ITEMS_NEXT) show(out, yaml, item);
  mdq_buf_addc(out, ']');
  mdq_yaml_items_free(&items);
  return step == MDQ_ITEMS_END;
}

/* True if the text is read item by item; then the whole must be the same. */
static bool has_items(struct mdq_span text) {
  struct mdq_error error = { 0 };
  struct mdq_yaml yaml = { .text = text, .path = "pack", .error = &error };
  struct mdq_buf one_by_one, parsed;
  mdq_buf_init(&one_by_one);
  mdq_buf_init(&parsed);
  bool is = show_items(&one_by_one, &yaml);
  if (is && mdq_yaml_parse(&yaml)) fail_msg("read, but %s: %.*s", error.message, (int)text.len, text.ptr);
  if (is) {
    show(&parsed, &yaml, yaml_document_get_root_node(&yaml.document));
    if (!mdq_span_eq(mdq_buf_span(&one_by_one), mdq_buf_span(&parsed))) fail_msg("%s\ninstead of\n%s\nin\n%.*s", one_by_one.ptr, parsed.ptr, (int)text.len, text.ptr);
  }
  mdq_yaml_close(&yaml);
  mdq_buf_free(&one_by_one);
  mdq_buf_free(&parsed);
  return is;
}

static const char sample[] =
    "# packs\n- id: idiom/a-b\n  english: a, b (c)\n  pattern: '<=باب* (دار)> ; it''s'\n"
    "  near: [كلمة, 'ا*', \"ب\"]\n  unless-near:\n    [كلمة,\n     كلمة]\n  suggest: []\n"
    "  why: {en: so it is, ar: كذا}\n  bad:\n  - مثال:لا (2)\n  - text: مثال\n    source: an example\n  good:\n    - 'مثال\n      آخر'\n    - {text: م, source: e}\n\n"
    "- id: x\n  why:\n    en: a\n    ar: 'ب'\n";

static void test_what_is_no_list_of_items_is_left(void **state) {
  (void)state;
  static const char *const lists[] = { "- a: b\n", "- a:\n  - b\n  - 'c'\n", "- a: |\n   b\n", "- a: b\r\n", "- a\n", "---\n- a: \"\\n\"\n...\n", "[]\n" };
  static const char *const others[] = { "", "# only\n", "a: b\n", "- a: &x b\n", "- &x\n  a: b\n", "- a: &x b\n- *x\n", "- !t a\n", "- a: b\n---\n- c\n", "- a: \xFF\n", "- a: [b\n",
                                        "[[[[[[[[[[a]]]]]]]]]]\n" };
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
    if (!has_items(mdq_span_str(lists[i]))) fail_msg("not read: %s", lists[i]);
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (has_items(mdq_span_str(others[i]))) fail_msg("read: %s", others[i]);
}

/* Whatever is put in anywhere, or left out. */
static void test_every_change(void **state) {
  (void)state;
  static const char *const insertions[] = {
    "\n", " ", "  ", "'", "\"", ":", ": ", "#", " #", "[", "]", "{", "}", ",", "- ", "-", "\\", "|", ">", "&a ", "*a", "!", "?", "\n---\n", "\n...\n", "\t", "\r", "%",
    "@", "\xC2\x85", "\xE2\x80\xA8", "\xEF\xBB\xBF", "\x01", "\xFF", "\n  ", "\n    ", "\n  - ", "''", "x", "a: b", "\n# c\n",
  };
  size_t len = strlen(sample), read = 0;
  char text[sizeof sample + 16];
  assert_true(has_items(mdq_span_str(sample)));
  for (size_t at = 0; at <= len; at++) {
    for (size_t i = 0; i < sizeof insertions / sizeof *insertions; i++) {
      size_t added = strlen(insertions[i]);
      memcpy(text, sample, at);
      memcpy(text + at, insertions[i], added);
      memcpy(text + at + added, sample + at, len - at);
      read += has_items(mdq_span_of(text, len + added));
    }
    for (size_t left_out = 1; left_out <= 3 && at + left_out <= len; left_out++) {
      memcpy(text, sample, at);
      memcpy(text + at, sample + at + left_out, len - at - left_out);
      read += has_items(mdq_span_of(text, len - left_out));
    }
  }
  assert_true(read > len);
}

static void test_our_packs_are_read_so(void **state) {
  (void)state;
  char pattern[1024];
  glob_t found;
  snprintf(pattern, sizeof pattern, "%s/idioms/*.yaml", getenv("MUDAQQIQ_DICTS"));
  assert_int_equal(glob(pattern, 0, NULL, &found), 0);
  for (size_t i = 0; i < found.gl_pathc; i++) {
    struct mdq_buf bytes;
    struct mdq_error error;
    mdq_buf_init(&bytes);
    assert_int_equal(mdq_file_read(found.gl_pathv[i], &bytes, MDQ_NO_DATA, &error), MDQ_OK);
    if (!has_items(mdq_buf_span(&bytes))) fail_msg("%s is not read", found.gl_pathv[i]);
    mdq_buf_free(&bytes);
  }
  globfree(&found);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_what_is_no_list_of_items_is_left),
    cmocka_unit_test(test_every_change),
    cmocka_unit_test(test_our_packs_are_read_so),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
