/* Times commands against each other.

     measure RUNS [-o FILE] COMMAND [ARG]... [::: [-o FILE] COMMAND [ARG]...]...

   Runs the commands in turn, RUNS rounds, so that whatever else the machine does falls on all of them alike.
   Standard input is empty; standard output goes to FILE or nowhere. Prints one line a command: the median of
   the wall-clock seconds, the median of the processor seconds, the peak memory in KiB, and the exit status
   (128 + signal for a killed one). */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { COMMANDS_MAX = 16, RUNS_MAX = 1001 };

struct command {
  char **argv;
  const char *output;
  double wall[RUNS_MAX], processor[RUNS_MAX];
  long peak;
  int status;
};

static struct command commands[COMMANDS_MAX];

static void fail(const char *what, const char *name) {
  fprintf(stderr, "measure: %s: %s\n", what, name);
  exit(2);
}

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void run(struct command *command, int round) {
  double start = now();
  pid_t child = fork();
  if (child < 0) fail("cannot fork", strerror(errno));
  if (child == 0) {
    int in = open("/dev/null", O_RDONLY), out = open(command->output, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (in < 0 || out < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0) _exit(126);
    close(in);
    close(out);
    execvp(command->argv[0], command->argv);
    _exit(127);
  }
  int status;
  struct rusage usage;
  while (wait4(child, &status, 0, &usage) < 0) {
    if (errno != EINTR) fail("cannot wait", strerror(errno));
  }
  command->wall[round] = now() - start;
  command->processor[round] = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  if (usage.ru_maxrss > command->peak) command->peak = usage.ru_maxrss;
  command->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (command->status == 126 || command->status == 127) fail("cannot run", command->argv[0]);
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *values, int count) {
  qsort(values, (size_t)count, sizeof *values, ascending);
  return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

int main(int argc, char **argv) {
  int runs = argc > 2 ? atoi(argv[1]) : 0, count = 0;
  if (runs < 1 || runs > RUNS_MAX) fail("usage", "measure RUNS [-o FILE] COMMAND [ARG]... [::: ...]...");
  for (int i = 2; i < argc; i++) {
    if (count == COMMANDS_MAX) fail("too many commands", argv[i]);
    struct command *command = &commands[count++];
    command->output = "/dev/null";
    if (i + 2 < argc && strcmp(argv[i], "-o") == 0) command->output = argv[i + 1], i += 2;
    command->argv = &argv[i];
    while (i < argc && strcmp(argv[i], ":::") != 0) i++;
    argv[i] = NULL; /* argv[argc] is NULL already */
    if (!command->argv[0]) fail("no command before", ":::");
  }
  for (int round = 0; round < runs; round++) {
    for (int i = 0; i < count; i++) run(&commands[i], round);
  }
  for (int i = 0; i < count; i++) {
    struct command *command = &commands[i];
    printf("%.6f %.6f %ld %d\n", median(command->wall, runs), median(command->processor, runs), command->peak,
           command->status);
  }
  return 0;
}
