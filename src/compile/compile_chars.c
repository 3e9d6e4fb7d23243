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

/* One behind the other, and where those of each begin and those of the last end. */
static void print_letters_of_forms(void) {
  uint16_t letters[MDQ_MOST_LETTERS_OF_FORM];
  size_t at = 0;
  printf("static const unsigned short form_letters_at[] = {\n  ");
  for (uint32_t c = MDQ_FORMS_FROM; c < MDQ_FORMS_TO; c++) {
    printf("%zu, ", at);
    at += mdq_letters_of_form_by_icu(c, letters);
  }
  printf("%zu\n};\nstatic const unsigned short form_letters[] = {", at);
  for (uint32_t c = MDQ_FORMS_FROM; c < MDQ_FORMS_TO; c++)
    for (size_t i = 0, count = mdq_letters_of_form_by_icu(c, letters); i < count; i++) printf("%s0x%04X,", i ? " " : "\n  ", letters[i]);
  printf("\n};\n");
}

int main(void) {
  printf("/* Made by compile_chars from ICU %s. */\n", U_ICU_VERSION);
  print_table("const unsigned char mdq_char_classes[MDQ_CHARS_KNOWN]", 0, MDQ_CHARS_KNOWN, class_of);
  print_table("static const unsigned char signs[]", MDQ_SIGNS_FROM, MDQ_SIGNS_TO, class_of);
  print_table("static const unsigned char forms[]", MDQ_FORMS_FROM, MDQ_FORMS_TO, class_of);
  print_letters_of_forms();
  print_table("static const unsigned char sign_letters[]", MDQ_SIGNS_FROM, MDQ_SIGNS_TO, base_letter_of);
  print_table("static const unsigned char base_letters[]", MDQ_MARKED_LETTERS_FROM, MDQ_MARKED_LETTERS_TO, base_letter_of);
  if (!mdq_icu_trouble()) return fflush(stdout) ? 1 : 0;
  fprintf(stderr, "compile_chars: %s\n", mdq_icu_trouble());
  return 1;
}
