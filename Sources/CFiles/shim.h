// What glibc keeps from Swift's Glibc module: swapping two folders in one step.
#pragma once
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

// renameat2(2) with RENAME_EXCHANGE: 0, or -1 and errno.
static inline long hw_exchange(const char *a, const char *b) {
  return syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, 1u << 1);
}
