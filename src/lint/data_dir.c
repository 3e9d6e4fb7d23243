#include "lint/data_dir.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef MDQ_PKGDATADIR
#error "MDQ_PKGDATADIR: the directory that dicts/ is installed to"
#endif

/* A directory is taken for dicts/ if it has the file that no run can do without. */
static bool is_data_dir(const char *path) {
  char file[MDQ_PATH_SIZE + 32];
  snprintf(file, sizeof file, "%s/lexicon/word-counts.tsv", path);
  return access(file, R_OK) == 0;
}

static bool beside_executable(char path[MDQ_PATH_SIZE]) {
  ssize_t len = readlink("/proc/self/exe", path, MDQ_PATH_SIZE - 16);
  if (len <= 0) return false;
  path[len] = '\0';
  char *slash = strrchr(path, '/');
  if (!slash) return false;
  strcpy(slash, "/dicts");
  return true;
}

enum mdq_status mdq_data_dir_find(const char *wanted, char path[MDQ_PATH_SIZE], struct mdq_error *error) {
  const char *environment = getenv("MUDAQQIQ_DATA");
  if (!wanted && environment && *environment) wanted = environment;
  if (wanted) {
    if (snprintf(path, MDQ_PATH_SIZE, "%s", wanted) < MDQ_PATH_SIZE && is_data_dir(path)) return MDQ_OK;
    return mdq_fail(error, MDQ_NO_DATA, "no rule data in %.400s: it has no readable lexicon/word-counts.tsv", wanted);
  }
  char beside[MDQ_PATH_SIZE] = "";
  if (beside_executable(beside) && is_data_dir(beside)) return strcpy(path, beside), MDQ_OK;
  if (snprintf(path, MDQ_PATH_SIZE, "%s", MDQ_PKGDATADIR) < MDQ_PATH_SIZE && is_data_dir(path)) return MDQ_OK;
  return mdq_fail(error, MDQ_NO_DATA, "no rule data in %.300s nor in %.200s: name its place with --data-dir or MUDAQQIQ_DATA",
                  beside, MDQ_PKGDATADIR);
}
