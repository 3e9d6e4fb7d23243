/* The program's cost must grow no faster than its input, whatever that holds. Each input of inputs.c is linted by
   the real program with every rule on, at two sizes; the processor time of the larger, which has four times the
   bytes, may be eight times that of the smaller. With arguments, only inputs whose name contains one of them, and
   a table of times and memory. MUDAQQIQ_PATHOLOGICAL_MB sets the larger size; without it, ordinary text is given
   in 8 MB and all else in less, so that the test stays short. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "inputs.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { TIMED = 0, DEFAULT_KB = 16 };
#else
enum { TIMED = 1, DEFAULT_KB = 256 };
#endif

enum { ORDINARY = 32, LARGER = 4, ALLOWED = 8, SECONDS_PER_MB = 20, SECONDS_AT_LEAST = 60 };
static const double NOISE = 0.15; /* seconds that prove nothing */

struct cost {
  double seconds;
  long peak_kb;
  int status; /* as waitpid() has it */
};

static bool write_all(int fd, const struct mdq_buf *text) {
  for (size_t at = 0; at < text->len;) {
    ssize_t put = write(fd, text->ptr + at, text->len - at);
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return false;
    at += (size_t)put;
  }
  return true;
}

/* `make` NULL: an empty file */
static bool make_file(const struct pathological *input, void (*make)(const struct pathological *, struct mdq_buf *, size_t), size_t size, const char *path) {
  struct mdq_buf text;
  mdq_buf_init(&text);
  if (make) make(input, &text, size);
  int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  bool fine = fd >= 0 && !text.failed && write_all(fd, &text);
  if (fd >= 0) close(fd);
  mdq_buf_free(&text);
  return fine;
}

/* A draft and, unless NULL, its source. */
struct files {
  const char *draft, *source;
};

static void run_program(struct files files, size_t size, bool text_format) {
  int null = open("/dev/null", O_WRONLY);
  if (null < 0 || dup2(null, STDOUT_FILENO) < 0 || dup2(null, STDERR_FILENO) < 0) _exit(126);
  unsigned limit = (unsigned)(size >> 20) * SECONDS_PER_MB;
  alarm(limit > SECONDS_AT_LEAST ? limit : SECONDS_AT_LEAST); /* survives exec and kills what hangs */
  const char *program = getenv("MUDAQQIQ"), *dicts = getenv("MUDAQQIQ_DICTS");
  execl(program ? program : "./mudaqqiq", "mudaqqiq", "--isolated", "--data-dir", dicts ? dicts : "dicts", "--select", "*", "--min-severity=note",
        "-j1", text_format ? "--format=text" : "--format=jsonl", files.draft, files.source ? "--source" : (char *)NULL, files.source, (char *)NULL);
  _exit(127);
}

static struct cost lint_files(struct files files, size_t size, bool text_format) {
  struct rusage usage = { 0 };
  struct cost cost = { .status = -1 };
  pid_t child = fork();
  if (child == 0) run_program(files, size, text_format);
  if (child < 0 || wait4(child, &cost.status, 0, &usage) < 0) return cost;
  cost.seconds = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  cost.peak_kb = usage.ru_maxrss;
  return cost;
}

static bool ended_well(const struct pathological *input, struct cost cost) {
  if (!WIFEXITED(cost.status)) return false;
  int code = WEXITSTATUS(cost.status);
  return input->invalid ? code == 2 : code == 0 || code == 1;
}

static bool grows_too_fast(struct cost start, struct cost small, struct cost large) {
  double from = small.seconds - start.seconds, to = large.seconds - start.seconds;
  return to > NOISE && to > ALLOWED * (from > 0.01 ? from : 0.01) + NOISE;
}

static void complain(const struct pathological *input, size_t size, struct cost cost) {
  if (WIFSIGNALED(cost.status)) printf("FAILED %s, %zu bytes: signal %d%s\n", input->name, size, WTERMSIG(cost.status), WTERMSIG(cost.status) == SIGALRM ? " (too slow)" : "");
  else printf("FAILED %s, %zu bytes: exit status %d\n", input->name, size, WEXITSTATUS(cost.status));
}

static bool make_files(const struct pathological *input, size_t size, struct files files) {
  bool fine = make_file(input, pathological_make, size, files.draft) && (!files.source || make_file(input, pathological_make_source, size, files.source));
  if (!fine) printf("FAILED %s: cannot write %s\n", input->name, files.draft);
  return fine;
}

static bool check(const struct pathological *input, size_t size, struct files files, struct cost start, bool table) {
  struct cost small, large;
  if (!input->source.len) files.source = NULL;
  for (int attempt = 0;; attempt++) { /* another process may have taken the machine: a second look decides */
    if (!make_files(input, size / LARGER, files)) return false;
    small = lint_files(files, size / LARGER, true);
    if (ended_well(input, small)) small = lint_files(files, size / LARGER, false);
    if (!ended_well(input, small)) return complain(input, size / LARGER, small), false;
    if (!make_files(input, size, files)) return false;
    large = lint_files(files, size, false);
    if (!ended_well(input, large)) return complain(input, size, large), false;
    if (!TIMED || !grows_too_fast(start, small, large) || attempt == 1) break;
  }
  if (table) printf("%-36s %8.3f s %8.3f s %8ld kB\n", input->name, small.seconds, large.seconds, large.peak_kb);
  if (!TIMED || !grows_too_fast(start, small, large)) return true;
  printf("FAILED %s: %.3f s for %zu bytes but %.3f s for %zu\n", input->name, small.seconds, size / LARGER, large.seconds, size);
  return false;
}

static bool wanted(const char *name, char *const *arguments) {
  if (!*arguments) return true;
  for (; *arguments; arguments++)
    if (strstr(name, *arguments)) return true;
  return false;
}

int main(int argc, char **argv) {
  const char *megabytes = getenv("MUDAQQIQ_PATHOLOGICAL_MB");
  size_t size = megabytes ? (size_t)strtoul(megabytes, NULL, 10) << 20 : (size_t)DEFAULT_KB << 10;
  char draft[] = "/tmp/mudaqqiq-growth-XXXXXX", source[] = "/tmp/mudaqqiq-growth-XXXXXX";
  int fd = mkstemp(draft), source_fd = mkstemp(source), failures = 0;
  if (fd < 0 || source_fd < 0 || !size) return perror("mkstemp"), 99;
  close(fd);
  close(source_fd);
  setvbuf(stdout, NULL, _IOLBF, 0);
  make_file(NULL, NULL, 0, draft);
  struct cost start = lint_files((struct files){ draft, NULL }, 0, false);
  if (!WIFEXITED(start.status) || WEXITSTATUS(start.status)) {
    printf("FAILED: the empty file is not clean, or the program does not start\n");
    failures++;
  }
  for (size_t i = 0; i < pathological_count && !(failures && !i); i++)
    if (wanted(pathological[i].name, argv + 1))
      failures += !check(&pathological[i], pathological[i].ordinary && !megabytes ? size * ORDINARY : size, (struct files){ draft, source }, start, argc > 1 || megabytes);
  unlink(draft);
  unlink(source);
  return failures ? 1 : 0;
}
