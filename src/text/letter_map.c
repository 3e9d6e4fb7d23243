#include "text/letter_map.h"

#ifdef __SSE2__

/* Most words have less than a step: together they are looked at in one, too, where a loop would end none knows when. */
size_t mdq_plain_letters_of_few(const char *p, size_t len) {
  uint64_t first = 0, second = 0;
  if (len >= 8) {
    first = mdq_load8(p);
    if (len > 8) second = mdq_load8(p + len - 8) >> (16 - len) * 8;
  } else if (len >= 4) {
    first = mdq_load4(p) | (uint64_t)mdq_load4(p + len - 4) << (len - 4) * 8;
  } else if (len >= 2) {
    memcpy(&first, p, 2);
  }
  return mdq_plain_letters_of(_mm_set_epi64x((long long)second, (long long)first));
}

/* At which of the 16 bytes from p on, behind which one more can be read, a letter U+0621-063A or U+0641-064A begins. */
static uint64_t letters_begin(const char *p) {
  const __m128i zero = _mm_setzero_si128();
  __m128i lead = _mm_loadu_si128((const __m128i *)(const void *)p), trail = _mm_loadu_si128((const __m128i *)(const void *)(p + 1));
  __m128i hamza_to_ghain = _mm_cmpeq_epi8(_mm_subs_epu8(_mm_sub_epi8(trail, _mm_set1_epi8((char)0xA1)), _mm_set1_epi8(0xBA - 0xA1)), zero);
  __m128i feh_to_yeh = _mm_cmpeq_epi8(_mm_subs_epu8(_mm_sub_epi8(trail, _mm_set1_epi8((char)0x81)), _mm_set1_epi8(0x8A - 0x81)), zero);
  __m128i behind_d8 = _mm_and_si128(hamza_to_ghain, _mm_cmpeq_epi8(lead, _mm_set1_epi8((char)0xD8)));
  __m128i behind_d9 = _mm_and_si128(feh_to_yeh, _mm_cmpeq_epi8(lead, _mm_set1_epi8((char)0xD9)));
  return (uint64_t)_mm_movemask_epi8(_mm_or_si128(behind_d8, behind_d9));
}

static uint64_t letters_begin_in_64(const char *p) {
  return letters_begin(p) | letters_begin(p + 16) << 16 | letters_begin(p + 32) << 32 | letters_begin(p + 48) << 48;
}

void mdq_letter_map_fill(struct mdq_letter_map *map, struct mdq_span text, size_t at) {
  size_t len = text.len - at < MDQ_MAPPED ? text.len - at : MDQ_MAPPED, i = 0;
  uint64_t second = 0; /* the first byte is the second one of a letter */
  for (; i < len; i += 64) {
    char copy[64 + 1] = { 0 };
    const char *p = text.ptr + at + i;
    if (at + i + sizeof copy > text.len) p = memcpy(copy, p, text.len - at - i);
    uint64_t first = letters_begin_in_64(p);
    map->bits[i / 64] = first | first << 1 | second;
    second = first >> 63;
  }
  map->bits[i / 64] = 0;
  map->from = at;
  map->to = at + len;
}

#endif
