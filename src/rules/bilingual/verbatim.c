/* What a translation carries over byte for byte: placeholders and markup, addresses. */
#include "base/ascii.h"
#include "lint/facts.h"
#include "rules/bilingual/placeholders.h"

enum { PLACEHOLDER, URL };
enum { ADDRESSES_MOST = 64 }; /* of a paragraph: more are a list of links, no prose */

static const struct mdq_rule rules[] = {
  [PLACEHOLDER] = {
    .id = "bilingual/placeholder", .severity = MDQ_WARNING, .certainty = MDQ_CERTAIN, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "Placeholders or markup differ from the source", "رموز القوالب أو الوسوم تخالف الأصل" },
    .rationale = { "Programs fill or read them: each one of the source stands in the translation as it is, in whatever order.",
                   "تملؤها البرامج أو تقرؤها، فيرد كل منها في الترجمة كما هو في الأصل بأي ترتيب." },
    .message = { "“{x}” {y}", "«{x}» {z}" },
    .bad = (const struct mdq_example[]){
      { .text = "مرحبا {اسم}، لديك رسائل جديدة", .source = "Hello {name}, you have new messages" },
      { .text = "حُذفت الملفات", .source = "%d files were deleted" },
      { .text = "اضغط <b>هنا</i> للمتابعة", .source = "Click <b>here</b> to go on" },
      { .text = "نسخ %2$s إلى %2$s", .source = "Copying %1$s to %2$s" },
      { .text = "أهلا بك في {{city}}", .source = "Welcome to our city" },
      { 0 } },
    .good = (const char *const[]){ "مرحبا {name}", "حُذفت %d ملفات", "ارتفع السهم 5%", NULL },
    .good_pairs = (const struct mdq_example[]){
      { .text = "إلى %2$s من %1$s", .source = "From %1$s to %2$s" },
      { .text = "سرعة %sب في الثانية", .source = "%sB a second" },
      { .text = "وجدت الدراسة أن 40% من السكان يعانون", .source = "The study found that 40% do suffer" },
      { .text = "ارتفعت أسهم الشركة بنسبة 5%، إلى 12 دولارا", .source = "Shares in the company rose 5%, to $12" },
      { .text = "قسم البحث والتطوير", .source = "The R&D; department" },
      { .text = "اضغط <a href=\"/ar\">هنا</a>", .source = "Click <a href=\"/en\">here</a>" },
      { 0 } },
  },
  [URL] = {
    .id = "bilingual/url", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "An address of the source is missing or changed", "عنوان في الأصل سقط أو تغير" },
    .rationale = { "Links and e-mail addresses stand in the translation as they stand in the source.", "ترد الروابط وعناوين البريد في الترجمة كما وردت في الأصل." },
    .message = { "The address “{x}” is in the source only", "العنوان «{x}» في الأصل وحده" },
    .bad = (const struct mdq_example[]){
      { .text = "التفاصيل على https://example.org/reprot", .source = "Details at https://example.org/report" },
      { .text = "راسلونا على البريد", .source = "Write to desk@example.org" },
      { .text = "لمزيد من المعلومات زوروا الموقع", .source = "For more information visit www.example.org/help." },
      { 0 } },
    .good = (const char *const[]){ "التفاصيل على https://example.org/report", "راسلونا على desk@example.org", "موقع أمازون", NULL },
    .good_pairs = (const struct mdq_example[]){
      { .text = "التفاصيل على https://example.org/ar/report", .source = "Details at https://example.org/en/report" },
      { .text = "أعلنت شركة أمازون نتائجها", .source = "Amazon.com announced its results" },
      { .text = "زوروا example.org/help", .source = "Visit https://www.example.org/help/." },
      { 0 } },
  },
};

/* -- placeholders -- */

static bool take(struct mdq_placeholders *from, struct mdq_span key) {
  for (size_t i = 0; i < from->count; i++) {
    if (!mdq_span_eq(from->items[i].key, key)) continue;
    from->items[i] = from->items[--from->count];
    return true;
  }
  return false;
}

static bool has_sign(struct mdq_span text) {
  return memchr(text.ptr, '{', text.len) || memchr(text.ptr, '%', text.len) || memchr(text.ptr, '<', text.len) || memchr(text.ptr, '&', text.len);
}

static void compare_placeholders(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  if (!has_sign(segment->source) && !has_sign(segment->text)) return;
  struct mdq_placeholders source, target, rest;
  mdq_placeholders_find(segment->source, &source);
  mdq_placeholders_find(segment->text, &target);
  if (source.count == MDQ_PLACEHOLDERS_MOST || target.count == MDQ_PLACEHOLDERS_MOST) return; /* a program, not prose */
  rest = source;
  for (size_t i = 0; i < target.count; i++) {
    size_t at = (size_t)(target.items[i].text.ptr - segment->text.ptr);
    if (!take(&rest, target.items[i].key))
      mdq_report(ctx, PLACEHOLDER, .at = mdq_at(segment, at, at + target.items[i].text.len), .x = target.items[i].text,
                 .y = MDQ_SPAN_LIT("is in the draft only"), .z = MDQ_SPAN_LIT("في المسودة وحدها"));
  }
  for (size_t i = 0; i < rest.count && !segment->source_shared; i++)
    mdq_report(ctx, PLACEHOLDER, .at = mdq_at_tokens(segment, 0, segment->token_count - 1), .x = rest.items[i].text,
               .y = MDQ_SPAN_LIT("is in the source only"), .z = MDQ_SPAN_LIT("في الأصل وحده"), .severity = rest.items[i].entity ? MDQ_NOTE : MDQ_WARNING);
}

/* -- addresses -- */

static bool starts(struct mdq_span text, const char *prefix) {
  size_t length = strlen(prefix);
  return text.len >= length && mdq_ascii_same(text.ptr, prefix, length);
}

static struct mdq_span without(struct mdq_span text, const char *prefix) {
  return starts(text, prefix) ? mdq_span_sub(text, strlen(prefix), text.len) : text;
}

/* Host and path: neither the scheme nor a final slash matters. */
static struct mdq_span core_of(struct mdq_span url) {
  url = without(without(without(url, "https://"), "http://"), "www.");
  if (mdq_span_ends(url, MDQ_SPAN_LIT("/"))) url.len--;
  return url;
}

/* Amazon.com is a name as often as an address. */
static bool is_address(struct mdq_span text, unsigned kind) {
  return kind == MDQ_TOKEN_EMAIL || starts(text, "http") || starts(text, "www.") || memchr(text.ptr, '/', text.len);
}

static size_t part_length(struct mdq_span text, size_t at) {
  size_t end = at;
  while (end < text.len && !strchr("/.?=&", text.ptr[end])) end++;
  return end - at;
}

static bool is_part(struct mdq_span text, size_t at, size_t length, const char *part) {
  return length == strlen(part) && mdq_ascii_same(text.ptr + at, part, length);
}

/* The same but for a part that names the language: /en/ and /ar/. */
static bool same_address(struct mdq_span a, struct mdq_span b) {
  size_t i = 0, j = 0;
  while (i < a.len && j < b.len) {
    size_t m = part_length(a, i), n = part_length(b, j);
    bool language = (is_part(a, i, m, "en") || is_part(a, i, m, "english")) && (is_part(b, j, n, "ar") || is_part(b, j, n, "arabic"));
    if (!language && (m != n || !mdq_ascii_same(a.ptr + i, b.ptr + j, m))) return false;
    i += m, j += n;
    if (i < a.len && j < b.len && a.ptr[i++] != b.ptr[j++]) return false;
  }
  return i == a.len && j == b.len;
}

/* The token of the segment that is the address, or else the first other one of its kind; token_count: there is none. */
static size_t find_address(const struct mdq_segment *segment, struct mdq_span core, unsigned kind, bool *same) {
  size_t other = segment->token_count;
  for (size_t i = 0; i < segment->token_count; i++) {
    if (!mdq_token_is(segment, i, kind)) continue;
    *same = same_address(core, core_of(mdq_token_text(segment, i)));
    if (*same) return i;
    if (other == segment->token_count) other = i;
  }
  *same = false;
  return other;
}

/* Each address is looked for in the whole paragraph, so that their number must have an end. */
static void compare_addresses(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct mdq_span text = segment->source;
  if (segment->source_shared || !(memchr(text.ptr, '@', text.len) || memchr(text.ptr, '/', text.len) || memmem(text.ptr, text.len, "www.", 4))) return;
  const struct mdq_segment *source = mdq_source_segment(ctx, segment);
  size_t compared = 0;
  for (size_t i = 0; source && i < source->token_count && compared < ADDRESSES_MOST; i++) {
    unsigned kind = source->tokens[i].kind & (MDQ_TOKEN_URL | MDQ_TOKEN_EMAIL);
    struct mdq_span address = mdq_token_text(source, i);
    bool same;
    if (!kind || !is_address(address, kind)) continue;
    compared++;
    size_t at = find_address(segment, core_of(address), kind, &same);
    if (same) continue;
    struct mdq_place place = at < segment->token_count ? mdq_at_token(segment, at) : mdq_at_tokens(segment, 0, segment->token_count - 1);
    mdq_report(ctx, URL, .at = place, .x = address);
  }
}

static void segment_hook(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  if (!segment->has_source || !segment->token_count) return;
  compare_placeholders(ctx, segment);
  compare_addresses(ctx, segment);
}

const struct mdq_rule_group mdq_rules_bilingual_verbatim = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .paired_only = true, .segment = segment_hook,
};
