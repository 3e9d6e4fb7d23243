#include "text/icu.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdio.h>
#include <threads.h>

/* The functions have the major version in their names, which the headers give them, and so has the library. */
#define TEXT_OF(name) #name
#define TEXT(name) TEXT_OF(name)
#define LIBRARY "libicuuc.so." TEXT(U_ICU_VERSION_MAJOR_NUM)

static struct mdq_icu icu;
static once_flag loaded = ONCE_FLAG_INIT;
static char trouble[256];

/* -- in its place -- */

static int8_t no_type(UChar32 c) {
  (void)c;
  return U_UNASSIGNED;
}

static UBool no_property(UChar32 c, UProperty which) {
  (void)c, (void)which;
  return false;
}

static int32_t no_value(UChar32 c, UProperty which) {
  (void)c, (void)which;
  return 0;
}

static UBool no_letter(UChar32 c) {
  (void)c;
  return false;
}

static UScriptCode no_script(UChar32 c, UErrorCode *status) {
  (void)c, (void)status;
  return USCRIPT_UNKNOWN;
}

static UChar *no_utf16(UChar *to, int32_t capacity, int32_t *length, const char *from, int32_t from_length, UErrorCode *status) {
  (void)capacity, (void)length, (void)from, (void)from_length;
  *status = U_UNSUPPORTED_ERROR;
  return to;
}

static const UNormalizer2 *no_normalizer(UErrorCode *status) {
  *status = U_UNSUPPORTED_ERROR;
  return NULL;
}

static int32_t no_decomposition(const UNormalizer2 *normalizer, UChar32 c, UChar *to, int32_t capacity, UErrorCode *status) {
  (void)normalizer, (void)c, (void)to, (void)capacity, (void)status;
  return -1;
}

static int32_t no_normalization(const UNormalizer2 *normalizer, const UChar *from, int32_t length, UChar *to, int32_t capacity, UErrorCode *status) {
  (void)normalizer, (void)from, (void)length, (void)to, (void)capacity;
  *status = U_UNSUPPORTED_ERROR;
  return 0;
}

static const struct mdq_icu none = {
  no_type, no_property, no_value, no_letter, no_script, no_utf16, no_normalizer, no_normalizer, no_decomposition, no_normalization,
};

/* -- loading -- */

static void load(void) {
  static const struct { const char *name; size_t place; } functions[] = {
    { TEXT(u_charType), offsetof(struct mdq_icu, char_type) },
    { TEXT(u_hasBinaryProperty), offsetof(struct mdq_icu, has_binary_property) },
    { TEXT(u_getIntPropertyValue), offsetof(struct mdq_icu, int_property_value) },
    { TEXT(u_isalpha), offsetof(struct mdq_icu, is_alpha) },
    { TEXT(uscript_getScript), offsetof(struct mdq_icu, script) },
    { TEXT(u_strFromUTF8), offsetof(struct mdq_icu, from_utf8) },
    { TEXT(unorm2_getNFCInstance), offsetof(struct mdq_icu, nfc) },
    { TEXT(unorm2_getNFKDInstance), offsetof(struct mdq_icu, nfkd) },
    { TEXT(unorm2_getDecomposition), offsetof(struct mdq_icu, decomposition) },
    { TEXT(unorm2_normalize), offsetof(struct mdq_icu, normalize) },
  };
  void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  bool whole = library != NULL;
  for (size_t i = 0; i < sizeof functions / sizeof *functions && whole; i++) {
    void **function = (void **)(void *)((char *)&icu + functions[i].place);
    whole = (*function = dlsym(library, functions[i].name)) != NULL;
  }
  if (whole) return;
  const char *reason = dlerror();
  snprintf(trouble, sizeof trouble, "%s", reason ? reason : LIBRARY);
  icu = none;
}

const struct mdq_icu *mdq_icu(void) {
  call_once(&loaded, load);
  return &icu;
}

const char *mdq_icu_trouble(void) {
  return *trouble ? trouble : NULL;
}
