#include "output/reporter.h"

#define REPORTER(name) extern const struct mdq_reporter mdq_reporter_##name;
#include "reporters_table.h"
#undef REPORTER

#define REPORTER(name) &mdq_reporter_##name,
const struct mdq_reporter *const mdq_reporters[] = {
#include "reporters_table.h"
  NULL
};
