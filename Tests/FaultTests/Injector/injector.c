// Makes one call of a program fail, or kills it there: LD_PRELOAD, see Injector.swift.
//
// FAULT_UNDER  only calls on files under this folder count, and only those that change something
// FAULT_AT     the number of the call, from 1; 0: none, only count
// FAULT_HOW    an errno, or -9: SIGKILL before the call, -10: SIGKILL after it, -11: SIGTERM
// FAULT_COUNT  a file to which the number of calls is written at the end
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_long calls;
static long at, how;
static const char *under, *count_file;
static int ready;

__attribute__((constructor)) static void begin(void) {
  under = getenv("FAULT_UNDER");
  count_file = getenv("FAULT_COUNT");
  const char *text = getenv("FAULT_AT");
  at = text ? atol(text) : 0;
  text = getenv("FAULT_HOW");
  how = text ? atol(text) : EIO;
  ready = under != NULL;
  // A program that this one starts is not to suffer.
  unsetenv("LD_PRELOAD");
}

__attribute__((destructor)) static void end(void) {
  if (!count_file) return;
  ready = 0;
  FILE *out = fopen(count_file, "w");
  if (!out) return;
  fprintf(out, "%ld\n", atomic_load(&calls));
  fclose(out);
}

static int is_under(const char *path) {
  return path && strncmp(path, under, strlen(under)) == 0;
}

static int is_ours(int fd) {
  if (!ready) return 0;
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return is_under(path);
}

// Whether this call is the one that fails; kills where it is to.
static int fails(void) {
  long number = atomic_fetch_add(&calls, 1) + 1;
  if (number != at) return 0;
  if (how == -9) kill(getpid(), SIGKILL);
  if (how == -11) kill(getpid(), SIGTERM);
  if (how < 0) return 0;
  errno = (int)how;
  return 1;
}

static void after(long number_before) {
  if (how == -10 && number_before < at && atomic_load(&calls) >= at) kill(getpid(), SIGKILL);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define WRAP(ours, result, call)             \
  do {                                       \
    if (!(ours)) return call;                \
    long before = atomic_load(&calls);       \
    if (fails()) return -1;                  \
    result value = call;                     \
    after(before);                           \
    return value;                            \
  } while (0)

ssize_t write(int fd, const void *bytes, size_t size) {
  WRAP(is_ours(fd), ssize_t, REAL(write)(fd, bytes, size));
}
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t place) {
  WRAP(is_ours(fd), ssize_t, REAL(pwrite)(fd, bytes, size, place));
}
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t place) {
  WRAP(is_ours(fd), ssize_t, REAL(pwrite64)(fd, bytes, size, place));
}
int fsync(int fd) { WRAP(is_ours(fd), int, REAL(fsync)(fd)); }
int fdatasync(int fd) { WRAP(is_ours(fd), int, REAL(fdatasync)(fd)); }
int ftruncate(int fd, off_t size) { WRAP(is_ours(fd), int, REAL(ftruncate)(fd, size)); }
int ftruncate64(int fd, off64_t size) { WRAP(is_ours(fd), int, REAL(ftruncate64)(fd, size)); }
int rename(const char *a, const char *b) {
  WRAP(ready && is_under(b), int, REAL(rename)(a, b));
}
int link(const char *a, const char *b) { WRAP(ready && is_under(b), int, REAL(link)(a, b)); }
int linkat(int a, const char *from, int b, const char *to, int flags) {
  WRAP(ready && is_under(to), int, REAL(linkat)(a, from, b, to, flags));
}
int unlink(const char *path) { WRAP(ready && is_under(path), int, REAL(unlink)(path)); }
int rmdir(const char *path) { WRAP(ready && is_under(path), int, REAL(rmdir)(path)); }
int mkdir(const char *path, mode_t mode) {
  WRAP(ready && is_under(path), int, REAL(mkdir)(path, mode));
}

#define OPEN(name)                                                              \
  int name(const char *path, int flags, ...) {                                  \
    va_list rest;                                                               \
    va_start(rest, flags);                                                      \
    mode_t mode = (flags & (O_CREAT | __O_TMPFILE)) ? va_arg(rest, mode_t) : 0; \
    va_end(rest);                                                               \
    WRAP(ready && is_under(path) && (flags & O_ACCMODE) != O_RDONLY, int,       \
         REAL(name)(path, flags, mode));                                        \
  }
OPEN(open)
OPEN(open64)

// The exchange of two folders goes through here.
long syscall(long number, ...) {
  long a[6];
  va_list rest;
  va_start(rest, number);
  for (int i = 0; i < 6; i++) a[i] = va_arg(rest, long);
  va_end(rest);
  __typeof__(&syscall) real = (__typeof__(&syscall))dlsym(RTLD_NEXT, "syscall");
  int ours = ready && number == SYS_renameat2 && is_under((const char *)a[1]);
  WRAP(ours, long, real(number, a[0], a[1], a[2], a[3], a[4], a[5]));
}
