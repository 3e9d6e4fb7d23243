/* The forms of a word by the rules of a .aff file, applied one after the other as the manual of Hunspell words them: slow,
   simple, and written without a look at the lexicon's compiler, to be compared with it. Files are in UTF-8; what it does
   not know it passes over. */
#ifndef MDQ_TESTS_UNMUNCH_H
#define MDQ_TESTS_UNMUNCH_H

#include <stdbool.h>
#include <stddef.h>

struct unmunch;

struct unmunch *unmunch_open(const char *aff);
void unmunch_close(struct unmunch *rules);

/* Calls `take` with each form of a line of the .dic file, some of them several times. Returns how many. */
size_t unmunch_line(const struct unmunch *rules, const char *line, void (*take)(void *user, const char *form), void *user);

#endif
