#include "cli/terminal.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { USUAL_WIDTH = 80, LEAST_WIDTH = 40 };

/* Emacs in a terminal hands its own TERM on to the compilations it runs. */
static bool in_emacs_compilation(void) {
  const char *emacs = getenv("INSIDE_EMACS");
  return emacs && strstr(emacs, ",compile");
}

static bool is_screen(void) {
  const char *term = getenv("TERM");
  return isatty(STDOUT_FILENO) && term && *term && strcmp(term, "dumb") != 0 && !in_emacs_compilation();
}

static unsigned screen_width(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return USUAL_WIDTH;
  return size.ws_col < LEAST_WIDTH ? LEAST_WIDTH : size.ws_col;
}

static bool wants_color(int when, bool screen) {
  const char *no_color = getenv("NO_COLOR");
  if (when != MDQ_COLOR_AUTO) return when == MDQ_COLOR_ALWAYS;
  return screen && !(no_color && *no_color);
}

struct mdq_output mdq_terminal_output(const struct mdq_cli_options *options) {
  bool screen = is_screen();
  return (struct mdq_output){
    .lang = (enum mdq_lang)options->lang, .column_unit = (enum mdq_column_unit)options->column_unit,
    .color = wants_color(options->color, screen), .terminal = screen, .width = screen_width()
  };
}
