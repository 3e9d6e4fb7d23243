#include "text/web_address.h"

#include "base/ascii.h"
#include "text/word.h"

/* Looking no further than this keeps «a.a.a.a…» linear. */
enum { LONGEST_HOST = 320, LONGEST_URL = 8192 };

static bool address_byte(char c) {
  return mdq_ascii_alnum(c) || (c && strchr("-._~:/?#[]@!$&'()*+,;=%", c));
}

static bool has_prefix(struct mdq_span text, size_t at, const char *prefix) {
  size_t len = strlen(prefix);
  return text.len - at >= len && mdq_ascii_same(text.ptr + at, prefix, len);
}

static size_t run_of(struct mdq_span text, size_t at, size_t most, bool (*belongs)(char)) {
  size_t limit = text.len - at < most ? text.len : at + most;
  while (at < limit && belongs(text.ptr[at])) at++;
  return at;
}

/* Browsers show a path with its Arabic letters: …/article/الخبر-الأول/12. Letters right behind one of Latin are the next word. */
static size_t url_end(struct mdq_span text, size_t start, size_t at) {
  size_t limit = text.len - start < LONGEST_URL ? text.len : start + LONGEST_URL;
  struct mdq_span within = mdq_span_sub(text, 0, limit);
  for (;;) {
    at = run_of(within, at, LONGEST_URL, address_byte);
    if (at == start || !strchr("/-_=#", text.ptr[at - 1])) return at;
    size_t end = mdq_plain_letters_end(within, at);
    if (end == at) return at;
    at = end;
  }
}

/* Marks at the end of a URL belong to the sentence. */
static size_t without_final_marks(struct mdq_span text, size_t start, size_t end) {
  while (end > start && strchr(".,;:!?'\")]*", text.ptr[end - 1])) end--;
  return end;
}

static bool host_byte(char c) {
  return mdq_ascii_alnum(c) || c == '-' || c == '.' || c == '_' || c == '+';
}

/* Domains that news copy names without www. */
static bool is_top_level_domain(struct mdq_span label) {
  static const char *const known[] = { "com", "org", "net", "gov", "edu", "io", "ai", "co", "uk", "info", "tv", "me", "eu", "int", "us", "de", "fr" };
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (mdq_span_is(label, known[i])) return true;
  return false;
}

static bool is_domain(struct mdq_span host) {
  const char *dot = memrchr(host.ptr, '.', host.len);
  if (!dot || dot == host.ptr) return false;
  size_t label = (size_t)(dot + 1 - host.ptr);
  return is_top_level_domain(mdq_span_sub(host, label, host.len));
}

size_t mdq_web_address_end(struct mdq_span text, size_t start, enum mdq_token_kind *kind) {
  *kind = MDQ_TOKEN_URL;
  if (has_prefix(text, start, "http://") || has_prefix(text, start, "https://") || has_prefix(text, start, "ftp://") ||
      has_prefix(text, start, "www."))
    return without_final_marks(text, start, url_end(text, start, start));
  size_t host = run_of(text, start, LONGEST_HOST, host_byte);
  if (host < text.len && text.ptr[host] == '@') {
    size_t end = without_final_marks(text, start, run_of(text, host + 1, LONGEST_HOST, host_byte));
    if (end > host + 1 && memchr(text.ptr + host, '.', end - host)) {
      *kind = MDQ_TOKEN_EMAIL;
      return end;
    }
  }
  size_t end = without_final_marks(text, start, host);
  if (!memchr(text.ptr + start, '.', end - start) || !is_domain(mdq_span_sub(text, start, end))) return start;
  return end < text.len && text.ptr[end] == '/' ? without_final_marks(text, start, url_end(text, start, end)) : end;
}
