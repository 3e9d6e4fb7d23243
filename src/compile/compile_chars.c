/* Prints src/text/char_classes.h: what the program looks up of characters, by the ICU of the build. */
#include <stdio.h>

#include "text/chars.h"
#include "text/icu.h"

static int class_of(uint32_t c) {
  return (int)mdq_char_class_by_icu(c);
}

static int base_letter_of(uint32_t c) {
  return mdq_base_letter_by_icu(c);
}

static void print_table(const char *declaration, uint32_t from, uint32_t to, int (*fact)(uint32_t)) {
  printf("%s = {", declaration);
  for (uint32_t c = from; c < to; c++) printf("%s%d,", (c - from) % 32 ? " " : "\n  ", fact(c));
  printf("\n};\n");
}

int main(void) {
  printf("/* Made by compile_chars from ICU %s. */\n", U_ICU_VERSION);
  print_table("const unsigned char mdq_char_classes[MDQ_CHARS_KNOWN]", 0, MDQ_CHARS_KNOWN, class_of);
  print_table("static const unsigned char signs[]", MDQ_SIGNS_FROM, MDQ_SIGNS_TO, class_of);
  print_table("static const unsigned char base_letters[]", MDQ_MARKED_LETTERS_FROM, MDQ_MARKED_LETTERS_TO, base_letter_of);
  if (!mdq_icu_trouble()) return fflush(stdout) ? 1 : 0;
  fprintf(stderr, "compile_chars: %s\n", mdq_icu_trouble());
  return 1;
}
