/* A complete program on libmudaqqiq: lints the file named on its command line and prints what it finds, with the
   first suggestion. Build it with

     cc api_example.c $(pkg-config --cflags --libs mudaqqiq) -o api_example   */
#include <mudaqqiq.h>

#include <stdio.h>
#include <stdlib.h>

/* Called for each diagnostic, in the order of the text; what it points to is gone when this returns. */
static int print_one(void *user, const struct mdq_diagnostic *d) {
  size_t *count = (size_t *)user;
  ++*count;
  printf("%s:%zu:%zu: %s: %s [%s]\n", d->file, d->line, d->column, mdq_severity_name(d->severity), d->message, d->rule);
  if (d->fix_count)
    printf("  bytes %zu to %zu become \"%s\"%s\n", d->fixes[0].offset, d->fixes[0].end_offset, d->fixes[0].text,
           d->fixes[0].safe ? "" : " (to be checked)");
  return 0; /* anything else would stop the delivery */
}

static char *read_file(const char *name, size_t *size) {
  FILE *file = fopen(name, "rb");
  char *bytes = NULL;
  size_t capacity = 0, got;
  *size = 0;
  while (file) {
    if (*size == capacity) {
      char *grown = (char *)realloc(bytes, capacity = capacity * 2 + 4096);
      if (!grown) break;
      bytes = grown;
    }
    got = fread(bytes + *size, 1, capacity - *size, file);
    if (!got) {
      int fine = !ferror(file);
      fclose(file);
      if (fine) return bytes;
      free(bytes);
      return NULL;
    }
    *size += got;
  }
  if (file) fclose(file);
  free(bytes);
  return NULL;
}

static void print_error(const struct mdq_error *error) {
  if (error->line) fprintf(stderr, "%s:%zu:%zu: %s\n", error->file, error->line, error->column, error->message);
  else fprintf(stderr, "%s\n", error->message);
}

int main(int argc, char **argv) {
  struct mdq_options options;
  struct mdq_error error;
  mdq_linter *linter;
  size_t size, count = 0;
  char *text;

  if (argc != 2) {
    fprintf(stderr, "usage: api_example FILE\n");
    return 2;
  }
  text = read_file(argv[1], &size);
  if (!text) {
    perror(argv[1]);
    return 2;
  }

  mdq_options_init(&options);
  options.min_severity = MDQ_WARNING; /* the default, for show */
  if (mdq_linter_new(&options, &linter, &error) != MDQ_OK) {
    print_error(&error);
    free(text);
    return 2;
  }

  /* One linter serves any number of inputs, and of threads. */
  struct mdq_input input = { 0 };
  input.name = argv[1];
  input.bytes = text;
  input.size = size;
  enum mdq_status status = mdq_lint(linter, &input, print_one, &count, &error);
  if (status != MDQ_OK) print_error(&error);

  mdq_linter_free(linter);
  free(text);
  return status != MDQ_OK ? 2 : count > 0;
}
