/* What standard output is: a screen that a person reads, or a pipe. */
#ifndef MDQ_CLI_TERMINAL_H
#define MDQ_CLI_TERMINAL_H

#include "cli/options.h"

/* Excerpts are for terminals only, not for dumb ones nor for Emacs's compilations, which run in a terminal to be
   parsed. Colour follows --color; by default it is for terminals, unless NO_COLOR is set. */
struct mdq_output mdq_terminal_output(const struct mdq_cli_options *options);

#endif
