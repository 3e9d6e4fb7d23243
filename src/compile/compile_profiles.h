/* Working out the word profiles (lint/profiles.h). */
#ifndef MDQ_COMPILE_PROFILES_H
#define MDQ_COMPILE_PROFILES_H

#include "base/error.h"

/* Works out the profiles of the words in sources/lexicon/word-counts.tsv with the compiled data in `output`, and writes them
   to output/compiled. Where something is not compiled (there is no lexicon), none are written. */
enum mdq_status mdq_compile_profiles(const char *sources, const char *output, struct mdq_error *error);

#endif
