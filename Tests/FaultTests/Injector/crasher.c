// Crashes a program when it begins to read a document: LD_PRELOAD, see CrashTests.swift.
//
// The program sets a limit of processor time before each document, which is where this comes in.
//
// CRASH_AT   at which documents of the whole run, separated by commas, from 1; or 'every'
// CRASH_HOW  segv, trap, abort, overflow (of the stack), or hang
// CRASH_LOG  a file that gets a byte for each document that is begun, also by the next process
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

static long count;
static volatile int is_endless = 1;

// Uses up the stack.
static int deeper(volatile char *above) {
  volatile char here[4096];
  memset((char *)here, above[0] + 1, sizeof here);
  return (is_endless ? deeper(here) : 0) + here[1];
}

static int is_meant(void) {
  const char *list = getenv("CRASH_AT");
  if (!strcmp(list, "every")) return 1;
  for (const char *next = list; next && *next; next = strchr(next, ',') ? strchr(next, ',') + 1 : "") {
    if (atoi(next) == count) return 1;
  }
  return 0;
}

int setitimer(__itimer_which_t which, const struct itimerval *value, struct itimerval *old) {
  int (*real)(int, const struct itimerval *, struct itimerval *) = dlsym(RTLD_NEXT, "setitimer");
  if (which != ITIMER_PROF || value->it_value.tv_sec == 0) return real(which, value, old);
  int log = open(getenv("CRASH_LOG"), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
  if (log < 0 || write(log, ".", 1) != 1) abort();
  count = lseek(log, 0, SEEK_CUR);
  close(log);
  if (!is_meant()) return real(which, value, old);
  const char *how = getenv("CRASH_HOW");
  volatile char zero = 0;
  if (!strcmp(how, "segv")) *(volatile int *)(long)zero = 1;
  if (!strcmp(how, "trap")) __builtin_trap();
  if (!strcmp(how, "abort")) abort();
  if (!strcmp(how, "overflow")) return deeper(&zero);
  const struct itimerval soon = {{0, 0}, {0, 50000}};
  real(which, &soon, old);
  // Busy, but calling: thread sanitizer hands signals over only then.
  for (;;) usleep(0);
}
