/* Prints src/text/char_classes.h: the classes of the characters that the program looks up, by the ICU of the build. */
#include <stdio.h>

#include "text/chars.h"
#include "text/icu.h"

static void print_classes(const char *declaration, uint32_t from, uint32_t to) {
  printf("%s = {", declaration);
  for (uint32_t c = from; c < to; c++) printf("%s%d,", (c - from) % 32 ? " " : "\n  ", (int)mdq_char_class_by_icu(c));
  printf("\n};\n");
}

int main(void) {
  printf("/* Made by compile_chars from ICU %s. */\n", U_ICU_VERSION);
  print_classes("const unsigned char mdq_char_classes[MDQ_CHARS_KNOWN]", 0, MDQ_CHARS_KNOWN);
  print_classes("static const unsigned char punctuation[]", MDQ_PUNCTUATION_FROM, MDQ_PUNCTUATION_TO);
  if (!mdq_icu_trouble()) return fflush(stdout) ? 1 : 0;
  fprintf(stderr, "compile_chars: %s\n", mdq_icu_trouble());
  return 1;
}
