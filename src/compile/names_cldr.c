#include "compile/names_cldr.h"

#include <unicode/ucal.h>
#include <unicode/ucurr.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "lexicon/names.h"
#include "lexicon/names_source.h"
#include "text/normalize.h"
#include "text/utf8.h"

enum { LONGEST = 200 };

struct cldr {
  struct mdq_names_source *source;
  struct mdq_arena *arena;
};

static struct mdq_span utf8(struct mdq_arena *arena, const UChar *text, int32_t length) {
  char bytes[4 * LONGEST];
  int32_t used = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8(bytes, sizeof bytes, &used, text, length, &status);
  return U_FAILURE(status) ? mdq_span_of("", 0) : mdq_arena_copy(arena, mdq_span_of(bytes, (size_t)used));
}

/* Arabic letters and single spaces or hyphens. */
static bool is_plain(struct mdq_span v1) {
  for (size_t at = 0; at < v1.len;) {
    uint32_t c = mdq_utf8_next(v1, &at);
    if (c != ' ' && c != '-' && !(c >= 0x0621 && c <= 0x064A) && c != 0x067E && c != 0x0686 && c != 0x06A4 && c != 0x06AF) return false;
  }
  return v1.len > 0;
}

/* Some of CLDR's spellings are slips by the rules of spell/: «ايدمونتون», «لارى». */
static bool is_slip(struct mdq_span v1) {
  bool first = true;
  for (size_t at = 0; at < v1.len;) {
    uint32_t c = mdq_utf8_next(v1, &at), next = mdq_utf8_at(v1, at);
    if (first && c == 0x0627 && next != 0x0644) return true;
    if (c == 0x0649 && (at == v1.len || next == ' ' || next == '-')) return true;
    first = c == ' ' || c == '-';
  }
  return false;
}

static struct mdq_source_name *add(struct cldr *cldr, struct mdq_span english, struct mdq_span arabic, unsigned kind) {
  struct mdq_span v1 = mdq_normalize_v1(cldr->arena, arabic);
  if (!english.len || is_slip(v1) || memchr(english.ptr, ',', english.len) || memchr(english.ptr, '(', english.len) || !is_plain(v1)) return NULL;
  struct mdq_span *form = mdq_arena_array(cldr->arena, 1, sizeof *form);
  struct mdq_source_name *name = mdq_names_source_new(cldr->source, cldr->arena);
  if (!form || !name) return NULL;
  *form = v1;
  *name = (struct mdq_source_name){ .latin = english, .kinds = kind, .cldr = true, .form_count = 1, .forms = form };
  return name;
}

/* What English writes for a name of CLDR, too: Bosnia and Herzegovina for Bosnia & Herzegovina, Saint Lucia for St. Lucia,
   Myanmar and Burma for Myanmar (Burma). */
static void add_as_written(struct cldr *cldr, struct mdq_span english, struct mdq_span arabic, unsigned kind) {
  static const struct { const char *sign, *word; } signs[] = { { " & ", " and " }, { "St. ", "Saint " } };
  const char *remark = memmem(arabic.ptr, arabic.len, " (", 2); /* هونغ كونغ الصينية (منطقة إدارية خاصة) */
  if (remark) arabic.len = (size_t)(remark - arabic.ptr);
  const char *bracket = english.len ? memchr(english.ptr, '(', english.len) : NULL;
  if (bracket && bracket > english.ptr) {
    size_t at = (size_t)(bracket - english.ptr);
    add_as_written(cldr, mdq_span_sub(english, 0, at - 1), arabic, kind);
    add_as_written(cldr, mdq_span_sub(english, at + 1, english.len - 1), arabic, kind);
    return;
  }
  add(cldr, english, arabic, kind);
  for (size_t i = 0; i < sizeof signs / sizeof signs[0] && english.len; i++) {
    const char *found = memmem(english.ptr, english.len, signs[i].sign, strlen(signs[i].sign));
    if (!found) continue;
    const char *rest = found + strlen(signs[i].sign);
    english = mdq_arena_printf(cldr->arena, "%.*s%s%.*s", (int)(found - english.ptr), english.ptr, signs[i].word,
                               (int)(english.ptr + english.len - rest), rest);
    add(cldr, english, arabic, kind);
  }
}

static struct mdq_span territory(struct cldr *cldr, const ULocaleDisplayNames *names, const char *code) {
  UChar name[LONGEST];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = uldn_regionDisplayName(names, code, name, LONGEST, &status);
  bool known = U_SUCCESS(status) && !(length == 2 && name[0] == (UChar)code[0] && name[1] == (UChar)code[1]);
  return known ? utf8(cldr->arena, name, length) : mdq_span_of("", 0);
}

/* Those of a length: Hong Kong SAR China in full, Hong Kong in short. */
static void add_territories(struct cldr *cldr, UDisplayContext length) {
  UDisplayContext contexts[] = { length };
  UErrorCode status = U_ZERO_ERROR;
  ULocaleDisplayNames *english = uldn_openForContext("en", contexts, 1, &status), *arabic = uldn_openForContext("ar", contexts, 1, &status);
  for (const char *const *code = uloc_getISOCountries(); U_SUCCESS(status) && *code; code++)
    add_as_written(cldr, territory(cldr, english, *code), territory(cldr, arabic, *code), MDQ_KIND_PLACE);
  uldn_close(english);
  uldn_close(arabic);
}

static void add_languages(struct cldr *cldr) {
  for (const char *const *code = uloc_getISOLanguages(); *code; code++) {
    UChar english[LONGEST], arabic[LONGEST];
    UErrorCode status = U_ZERO_ERROR;
    int32_t e = uloc_getDisplayLanguage(*code, "en", english, LONGEST, &status), a = uloc_getDisplayLanguage(*code, "ar", arabic, LONGEST, &status);
    if (U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING) add(cldr, utf8(cldr->arena, english, e), utf8(cldr->arena, arabic, a), MDQ_KIND_LANGUAGE);
  }
}

/* What one and several units of a currency are called: euro, euros. */
static void add_plurals(struct cldr *cldr, const UChar *code, struct mdq_span arabic) {
  static const char *const counts[] = { "one", "other" };
  for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
    int32_t length = 0;
    UBool choice = 0;
    UErrorCode status = U_ZERO_ERROR;
    const UChar *english = ucurr_getPluralName(code, "en", &choice, counts[i], &length, &status);
    if (U_SUCCESS(status)) add(cldr, utf8(cldr->arena, english, length), arabic, MDQ_KIND_CURRENCY);
  }
}

static void add_currencies(struct cldr *cldr) {
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
  for (const UChar *code; (code = uenum_unext(codes, NULL, &status)) && U_SUCCESS(status);) {
    int32_t e = 0, a = 0;
    UBool choice = 0;
    UErrorCode found = U_ZERO_ERROR;
    const UChar *english = ucurr_getName(code, "en", UCURR_LONG_NAME, &choice, &e, &found);
    const UChar *arabic = ucurr_getName(code, "ar", UCURR_LONG_NAME, &choice, &a, &found);
    if (U_FAILURE(found)) continue;
    struct mdq_span name = utf8(cldr->arena, arabic, a), letters = utf8(cldr->arena, code, 3);
    add(cldr, utf8(cldr->arena, english, e), name, MDQ_KIND_CURRENCY);
    add_plurals(cldr, code, name);
    /* ALL and TRY are words, too: a code is asked for by this name only */
    add(cldr, mdq_arena_printf(cldr->arena, MDQ_CURRENCY_CODE "%.*s", (int)letters.len, letters.ptr), name, MDQ_KIND_CURRENCY);
  }
  uenum_close(codes);
}

/* The pattern letter VVV stands for the city that represents a time zone. */
static struct mdq_span city(struct cldr *cldr, const char *locale, const UChar *zone) {
  static const UChar pattern[] = { 'V', 'V', 'V', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, zone, -1, pattern, 3, &status);
  UChar name[LONGEST];
  int32_t length = U_SUCCESS(status) ? udat_format(format, 0, name, LONGEST, NULL, &status) : 0;
  udat_close(format);
  return U_SUCCESS(status) ? utf8(cldr->arena, name, length) : mdq_span_of("", 0);
}

/* Their spelling is the least settled part of CLDR, so that they only fill gaps. */
static void add_cities(struct cldr *cldr) {
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *zones = ucal_openTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, NULL, NULL, &status);
  for (const UChar *zone; (zone = uenum_unext(zones, NULL, &status)) && U_SUCCESS(status);) {
    struct mdq_source_name *name = add(cldr, city(cldr, "en", zone), city(cldr, "ar", zone), MDQ_KIND_PLACE);
    if (name) name->spare = true;
  }
  uenum_close(zones);
}

enum mdq_status mdq_names_add_cldr(struct mdq_names_source *source, struct mdq_arena *arena, struct mdq_error *error) {
  struct cldr cldr = { source, arena };
  add_territories(&cldr, UDISPCTX_LENGTH_FULL);
  add_territories(&cldr, UDISPCTX_LENGTH_SHORT);
  add_languages(&cldr);
  add_currencies(&cldr);
  add_cities(&cldr);
  return arena->failed ? mdq_no_memory(error) : MDQ_OK;
}
