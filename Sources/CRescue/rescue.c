// Last words of a program that crashes; one that works on a named thing is started again without it.
//
// In C, since a handler of signals may call few functions (signal-safety(7)), allocate nothing and
// take no lock, which Swift does not promise.
#define _GNU_SOURCE
#include "rescue.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <sys/time.h>
#include <ucontext.h>
#include <unistd.h>

#define PREFIX HW_RESCUE_VARIABLE "=NN\n"
enum { most_variables = 4096, longest_note = 4000, stack_size = 1 << 16 };

// SIGPROF is the clock of the processor time.
static const int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGPROF};
enum { signal_count = sizeof signals / sizeof *signals };

static char **arguments;
static char variable[sizeof PREFIX + longest_note];
static char shown_note[longest_note + 1];
enum state { idle, working, dying };
static _Atomic(enum state) state;
// A stack that has run over cannot take the handler's own frame.
static char stack[stack_size];

static void say(const char *text) {
  if (write(STDERR_FILENO, text, strlen(text)) < 0) return;
}

static void start_again(int number, void *context) {
  const struct itimerval none = {{0, 0}, {0, 0}};
  setitimer(ITIMER_PROF, &none, NULL);
  variable[sizeof PREFIX - 4] = (char)('0' + number / 10 % 10);
  variable[sizeof PREFIX - 3] = (char)('0' + number % 10);
  static char *environment[most_variables + 1];
  size_t count = 0;
  for (char **next = environ; next && *next && count < most_variables - 1; next++) {
    if (strncmp(*next, PREFIX, sizeof HW_RESCUE_VARIABLE) != 0) environment[count++] = *next;
  }
  environment[count++] = variable;
  environment[count] = NULL;
  say(number == SIGPROF ? "hallway: this program hung" : "hallway: this program crashed");
  say(" while ");
  say(shown_note);
  say("; it starts again without that\n");
  // What is open is SQLite's, libcurl's or the lock's: all of it is opened again.
  close_range(3, ~0U, 0);
  // The signal that is being handled would stay blocked in the program to come.
  pthread_sigmask(SIG_SETMASK, &((ucontext_t *)context)->uc_sigmask, NULL);
  execve("/proc/self/exe", arguments, environment);
}

static void end(int number, siginfo_t *info, void *context) {
  (void)info;
  const enum state was = atomic_exchange(&state, dying);
  // Another thread was first; what it does ends this one.
  while (was == dying) pause();
  if (was == working) start_again(number, context);
  char words[] = "hallway: this program crashed (signal NN); what was stored is kept. Please report it, with the command\n";
  char *digits = strchr(words, 'N');
  digits[0] = (char)('0' + number / 10 % 10);
  digits[1] = (char)('0' + number % 10);
  say(words);
  // Delivered when this returns.
  signal(number, SIG_DFL);
  raise(number);
}

static void use_own_stack(void) {
  const stack_t own = {.ss_sp = stack, .ss_flags = 0, .ss_size = sizeof stack};
  sigaltstack(&own, NULL);
}

void hw_rescue_listen(char **with) {
  arguments = with;
  use_own_stack();
  struct sigaction action = {.sa_flags = SA_SIGINFO | SA_ONSTACK};
  action.sa_sigaction = end;
  for (int i = 0; i < signal_count; i++) sigaction(signals[i], &action, NULL);
}

void hw_rescue_begin(const char *note, const char *shown, int seconds) {
  if (!arguments) return;
  memcpy(variable, PREFIX, sizeof PREFIX);
  strncat(variable, note, longest_note);
  shown_note[0] = 0;
  strncat(shown_note, shown, longest_note);
  use_own_stack();
  atomic_store(&state, working);
  const struct itimerval limit = {{0, 0}, {seconds, 0}};
  setitimer(ITIMER_PROF, &limit, NULL);
}

void hw_rescue_end(void) {
  if (!arguments) return;
  const struct itimerval none = {{0, 0}, {0, 0}};
  setitimer(ITIMER_PROF, &none, NULL);
  enum state was = working;
  // A thread that is dying goes on doing so.
  atomic_compare_exchange_strong(&state, &was, idle);
}
