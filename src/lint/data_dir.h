/* Where dicts/ is. */
#ifndef MDQ_LINT_DATA_DIR_H
#define MDQ_LINT_DATA_DIR_H

#include <stdbool.h>

#include "base/error.h"

enum { MDQ_PATH_SIZE = 4096 };

/* Looks in `wanted` (and nowhere else if it is not NULL), $MUDAQQIQ_DATA, dicts/ beside the running executable, the
   installed place. Fails with MDQ_NO_DATA, naming every place it looked in. */
enum mdq_status mdq_data_dir_find(const char *wanted, char path[MDQ_PATH_SIZE], struct mdq_error *error);

#endif
