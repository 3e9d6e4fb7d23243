#include "output/reporter.h"

#define DECLARE(name) extern const struct mdq_reporter mdq_reporter_##name;
#define ADDRESS(name) &mdq_reporter_##name,

MDQ_REPORTERS(DECLARE)

const struct mdq_reporter *const mdq_reporters[] = { MDQ_REPORTERS(ADDRESS) NULL };
