/* Plain text: each line is one segment and one paragraph. A source text is paired with it line by line; where the lines do
   not answer to each other, paragraph by paragraph, by what they say. A text without a source may hold it: every other
   paragraph in English. */
#include "base/ascii.h"
#include "input/alternating.h"
#include "input/notice.h"
#include "input/reader.h"
#include "input/utf8_check.h"
#include "text/lines.h"
#include "text/segment.h"
#include "text/utf8.h"

extern const struct mdq_reader mdq_reader_plain_text;

enum { LOOKED_AT = 1 << 16 }; /* bytes of a source that tell its language */

struct reading {
  const struct mdq_input *input;
  struct mdq_span text, source;
  mdq_segment_receiver *receiver;
  void *user;
};

static size_t start_of(struct mdq_span text) {
  return mdq_span_starts(text, MDQ_BOM) ? MDQ_BOM.len : 0;
}

static const char *source_name(const struct mdq_input *input) {
  return input->source_name ? input->source_name : input->name;
}

/* -- line by line -- */

static enum mdq_status read_lines(const struct reading *r) {
  size_t at = start_of(r->text), source_at = start_of(r->source);
  struct mdq_raw_segment segment = { .line = 1 };
  enum mdq_status status = MDQ_OK;
  for (; !status && mdq_line_next(r->text, &at, &segment.text); segment.line++) {
    segment.offset = (size_t)(segment.text.ptr - r->text.ptr);
    segment.has_source = mdq_line_next(r->source, &source_at, &segment.source) && !mdq_is_blank(segment.source);
    status = r->receiver(r->user, &segment);
  }
  return status;
}

/* -- paragraph by paragraph -- */

static enum mdq_status send_gaps(const struct reading *r, const struct mdq_pairs *pairs, size_t *gap, size_t before, struct mdq_raw_segment segment) {
  enum mdq_status status = MDQ_OK;
  segment.gap = segment.has_source = true;
  for (; !status && *gap < pairs->missing_count && pairs->missing[*gap].before == before; ++*gap) {
    segment.source = pairs->missing[*gap].source;
    status = r->receiver(r->user, &segment);
  }
  return status;
}

static enum mdq_status send_line(const struct reading *r, const struct mdq_pair *pair, struct mdq_raw_segment segment) {
  segment.has_source = pair->source.ptr != NULL;
  segment.source = pair->source;
  segment.source_shared = pair->shared;
  return r->receiver(r->user, &segment);
}

/* What is missing stands behind the paragraph before it. */
static enum mdq_status read_pairs(const struct reading *r, const struct mdq_pairs *pairs, enum mdq_pairing pairing) {
  size_t at = start_of(r->text), paragraph = 0, gap = 0, line_number = 1, end = at;
  enum mdq_status status = MDQ_OK;
  for (struct mdq_span line; !status && mdq_line_next(r->text, &at, &line); line_number++) {
    struct mdq_raw_segment segment = { .text = line, .offset = (size_t)(line.ptr - r->text.ptr), .line = line_number, .pairing = (uint8_t)pairing };
    if (mdq_is_blank(line)) {
      status = r->receiver(r->user, &segment);
    } else if (pairing != MDQ_PAIRED_ALTERNATING || !mdq_line_is_english(line)) {
      struct mdq_raw_segment here = { .offset = end, .line = line_number, .pairing = (uint8_t)pairing };
      status = send_gaps(r, pairs, &gap, paragraph, here);
      if (!status) status = send_line(r, &pairs->items[paragraph++], segment);
      end = segment.offset + line.len;
    }
  }
  struct mdq_raw_segment behind = { .offset = end, .line = line_number, .pairing = (uint8_t)pairing };
  return status ? status : send_gaps(r, pairs, &gap, paragraph, behind);
}

/* -- which of them -- */

struct line_counts {
  size_t source, target;           /* up to the last that is not blank */
  size_t only_source, only_target; /* lines of which the other text has a blank one */
};

static struct line_counts compare_lines(const struct reading *r) {
  struct line_counts counts = { 0 };
  size_t at = start_of(r->text), source_at = start_of(r->source), number = 0;
  for (bool more = true; more; number++) {
    struct mdq_span line, source_line;
    bool has_target = mdq_line_next(r->text, &at, &line), has_source = mdq_line_next(r->source, &source_at, &source_line);
    bool target = has_target && !mdq_is_blank(line), source = has_source && !mdq_is_blank(source_line);
    if (target) counts.target = number + 1;
    if (source) counts.source = number + 1;
    counts.only_source += source && !target;
    counts.only_target += target && !source;
    more = has_target || has_source;
  }
  return counts;
}

static size_t distance(size_t a, size_t b) {
  return a > b ? a - b : b - a;
}

/* Lines that another follows mostly end in the middle of a sentence. */
static bool is_wrapped(struct mdq_span text) {
  size_t at = start_of(text), followed = 0, stopped = 0;
  struct mdq_span line, last = { NULL, 0 };
  for (; mdq_line_next(text, &at, &line); last = line) {
    if (!last.len || mdq_is_blank(last) || mdq_is_blank(line)) continue;
    followed++;
    stopped += strchr(".?!:\"", last.ptr[last.len - 1]) != NULL;
  }
  return stopped * 3 < followed;
}

/* A source whose lines were broken to a width has its paragraphs between blank lines. */
static bool find_sources(struct mdq_arena *arena, const struct reading *r, size_t targets, struct mdq_paragraphs *sources) {
  struct mdq_paragraphs blocks = { 0 };
  if (!mdq_paragraphs_of(arena, r->source, false, sources) || !mdq_paragraphs_of(arena, r->source, true, &blocks)) return false;
  if (blocks.count > 1 && distance(blocks.count, targets) < distance(sources->count, targets) && is_wrapped(r->source)) *sources = blocks;
  return true;
}

static void tell_pairing(const struct reading *r, size_t sources, size_t targets, const struct mdq_pairs *pairs) {
  if (sources == targets && !pairs->missing_count && !pairs->added_count && !pairs->joined_count) return;
  mdq_tell(r->input, source_name(r->input),
           "note: %zu paragraph%s, and the draft has %zu: paired by length, numbers and names (joined or divided: %zu, only in the source: %zu, only in the draft: %zu)",
           sources, sources == 1 ? "" : "s", targets, pairs->joined_count, pairs->missing_count, pairs->added_count);
}

static enum mdq_status read_by_content(const struct reading *r) {
  struct mdq_arena arena = MDQ_ARENA_INIT;
  struct mdq_paragraphs sources = { 0 }, targets = { 0 };
  struct mdq_pairs pairs;
  enum mdq_status status = MDQ_NO_MEMORY;
  if (mdq_paragraphs_of(&arena, r->text, false, &targets) && find_sources(&arena, r, targets.count, &sources) &&
      mdq_pair_paragraphs(&arena, &sources, &targets, &pairs)) {
    tell_pairing(r, sources.count, targets.count, &pairs);
    status = read_pairs(r, &pairs, MDQ_PAIRED_BY_CONTENT);
  }
  mdq_arena_free(&arena);
  return status;
}

static enum mdq_status read_alone(const struct reading *r) {
  struct mdq_arena arena = MDQ_ARENA_INIT;
  struct mdq_pairs pairs;
  enum mdq_status status;
  if (mdq_alternating(&arena, r->text, &pairs)) {
    mdq_tell(r->input, r->input->name, "note: English and Arabic paragraphs alternate: the English ones are taken for the source of the Arabic ones");
    status = read_pairs(r, &pairs, MDQ_PAIRED_ALTERNATING);
  } else {
    status = arena.failed ? MDQ_NO_MEMORY : read_lines(r);
  }
  mdq_arena_free(&arena);
  return status;
}

static bool is_english(struct mdq_span text) {
  size_t latin = 0, bytes = text.len < LOOKED_AT ? text.len : LOOKED_AT;
  for (size_t i = 0; i < bytes; i++) latin += mdq_ascii_letter(text.ptr[i]);
  return latin * 3 > bytes;
}

static enum mdq_status read_with_source(struct reading *r) {
  struct line_counts counts = compare_lines(r);
  bool answering = counts.source == counts.target && !(counts.only_source && counts.only_target);
  const char *trouble = !counts.source ? "the source is empty; the draft" : !is_english(r->source) ? "hardly any Latin letters; is this the English text? The draft" : NULL;
  if (!trouble) return answering ? read_lines(r) : read_by_content(r);
  mdq_tell(r->input, source_name(r->input), "note: %s is compared with nothing", trouble);
  r->source.len = 0;
  return read_lines(r);
}

static enum mdq_status read(const struct mdq_input *input, mdq_segment_receiver *receiver, void *user, struct mdq_error *error) {
  struct reading r = { .input = input, .receiver = receiver, .user = user };
  enum mdq_status status = mdq_check_input(input, &r.text, &r.source, error);
  if (status) return status;
  return input->source_bytes ? read_with_source(&r) : read_alone(&r);
}

const struct mdq_reader mdq_reader_plain_text = { .name = "text", .read = read };
