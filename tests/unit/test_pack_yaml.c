/* What yaml_plain.c reads is what libyaml would, and nothing that it would refuse; the packs of the program are plain. */
#include "support.h"

#include <glob.h>

#include "base/file.h"
#include "pack/yaml_plain.h"
#include "text/utf8.h"

/* Writes out all that a reader of packs asks of a node. */
static void show(struct mdq_buf *out, const struct mdq_yaml *yaml, const yaml_node_t *node) {
  if (node->type == YAML_SCALAR_NODE) {
    mdq_buf_printf(out, "%zu:%zu<", node->start_mark.line, mdq_yaml_column(yaml, node));
    mdq_buf_add(out, mdq_yaml_value(node));
    mdq_buf_addc(out, '>');
  } else if (node->type == YAML_SEQUENCE_NODE) {
    mdq_buf_addc(out, '[');
    for (const yaml_node_item_t *item = node->data.sequence.items.start; item < node->data.sequence.items.top; item++) show(out, yaml, mdq_yaml_node(yaml, *item));
    mdq_buf_addc(out, ']');
  } else {
    mdq_buf_addc(out, '{');
    for (const yaml_node_pair_t *pair = node->data.mapping.pairs.start; pair < node->data.mapping.pairs.top; pair++) {
      mdq_buf_add(out, mdq_yaml_value(mdq_yaml_node(yaml, pair->key)));
      show(out, yaml, mdq_yaml_node(yaml, pair->value));
    }
    mdq_buf_addc(out, '}');
  }
}

static bool show_plain(struct mdq_buf *out, struct mdq_yaml *yaml) {
  struct mdq_plain plain;
  enum mdq_plain_step step;
  const yaml_node_t *item;
  mdq_plain_init(&plain, yaml);
  mdq_buf_addc(out, '[');
  while ((step = mdq_plain_next(&plain, &item)) == MDQ_PLAIN_ITEM) show(out, yaml, item);
  mdq_buf_addc(out, ']');
  mdq_plain_free(&plain);
  return step == MDQ_PLAIN_END;
}

/* True if the text is plain; then libyaml must agree. */
static bool is_plain(struct mdq_span text) {
  struct mdq_error error = { 0 };
  struct mdq_yaml yaml = { .text = text, .path = "pack", .error = &error };
  struct mdq_buf plain, parsed;
  mdq_buf_init(&plain);
  mdq_buf_init(&parsed);
  bool is = show_plain(&plain, &yaml);
  if (is && mdq_yaml_parse(&yaml)) fail_msg("plain, but %s: %.*s", error.message, (int)text.len, text.ptr);
  if (is) {
    const yaml_node_t *root = yaml_document_get_root_node(&yaml.document);
    if (root) show(&parsed, &yaml, root);
    else mdq_buf_adds(&parsed, "[]");
    if (!mdq_span_eq(mdq_buf_span(&plain), mdq_buf_span(&parsed))) fail_msg("%s\ninstead of\n%s\nin\n%.*s", plain.ptr, parsed.ptr, (int)text.len, text.ptr);
  }
  mdq_yaml_close(&yaml);
  mdq_buf_free(&plain);
  mdq_buf_free(&parsed);
  return is;
}

static const char sample[] =
    "# packs\n- id: idiom/a-b\n  english: a, b (c)\n  pattern: '<=باب* (دار)> ; it''s'\n"
    "  near: [كلمة, 'ا*', \"ب\"]\n  unless-near:\n    [كلمة,\n     كلمة]\n  suggest: []\n"
    "  why: {en: so it is, ar: كذا}\n  bad:\n  - مثال:لا (2)\n  - text: مثال\n    source: an example\n  good:\n    - 'مثال\n      آخر'\n    - {text: م, source: e}\n\n"
    "- id: x\n  why:\n    en: a\n    ar: 'ب'\n";

static void test_plain_texts(void **state) {
  (void)state;
  static const char *const plain[] = { "- a: b\n", "- a:\n  - b\n  - 'c'\n", "- a:\n    b\n", "- a: x:y#z\n", "- a: [b, # c\n   d]\n", "# only\n\n", "- a: b\n# end" };
  static const char *const not_plain[] = {
    "", "a: b\n", "- a\n", "- a: |\n   b\n", "- a: &x b\n", "- a: b # c\n", "- a: b\n  c\n", "- a: b\n---\n", "- a: \"\\n\"\n", "- a:\tb\n", "- a: b\r\n",
    "- a: [b: c]\n", "- a: [b,]\n", "- a: 'b\n\n   c'\n", "- a:\n", "-  a: b\n", "- a: b\n - c\n", "- a: \xE2\x80\xA8\n", "- a: \xFF\n", "- a: [b\n", "- a: 'b\n",
  };
  for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
    if (!is_plain(mdq_span_str(plain[i]))) fail_msg("not plain: %s", plain[i]);
  for (size_t i = 0; i < sizeof not_plain / sizeof *not_plain; i++)
    if (is_plain(mdq_span_str(not_plain[i]))) fail_msg("plain: %s", not_plain[i]);
}

/* Whatever is put in anywhere, or left out. */
static void test_every_change(void **state) {
  (void)state;
  static const char *const insertions[] = {
    "\n", " ", "  ", "'", "\"", ":", ": ", "#", " #", "[", "]", "{", "}", ",", "- ", "-", "\\", "|", ">", "&a ", "*a", "!", "?", "\n---\n", "\n...\n", "\t", "\r", "%",
    "@", "\xC2\x85", "\xE2\x80\xA8", "\xEF\xBB\xBF", "\x01", "\xFF", "\n  ", "\n    ", "\n  - ", "''", "x", "a: b", "\n# c\n",
  };
  size_t len = strlen(sample), plain = 0;
  char text[sizeof sample + 16];
  assert_true(is_plain(mdq_span_str(sample)));
  for (size_t at = 0; at <= len; at++) {
    for (size_t i = 0; i < sizeof insertions / sizeof *insertions; i++) {
      size_t added = strlen(insertions[i]);
      memcpy(text, sample, at);
      memcpy(text + at, insertions[i], added);
      memcpy(text + at + added, sample + at, len - at);
      plain += is_plain(mdq_span_of(text, len + added));
    }
    for (size_t left_out = 1; left_out <= 3 && at + left_out <= len; left_out++) {
      memcpy(text, sample, at);
      memcpy(text + at, sample + at + left_out, len - at - left_out);
      plain += is_plain(mdq_span_of(text, len - left_out));
    }
  }
  assert_true(plain > len);
}

static void test_our_packs_are_plain(void **state) {
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
    if (!is_plain(mdq_buf_span(&bytes))) fail_msg("%s is not plain", found.gl_pathv[i]);
    mdq_buf_free(&bytes);
  }
  globfree(&found);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_plain_texts),
    cmocka_unit_test(test_every_change),
    cmocka_unit_test(test_our_packs_are_plain),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
