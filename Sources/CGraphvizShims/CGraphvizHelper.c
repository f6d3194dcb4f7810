#define _GNU_SOURCE

#include "CGraphvizShims.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __APPLE__
#include <libproc.h>
#endif

extern char **environ;

// MARK: Starting

static void close_pair(int pair[2]) {
  if (pair[0] >= 0) close(pair[0]);
  if (pair[1] >= 0) close(pair[1]);
  pair[0] = pair[1] = -1;
}

/// A connected pair, closed in programs that other threads start meanwhile, and above the three
/// streams, which a host may have closed.
static int open_pair(int pair[2]) {
#ifdef __linux__
  int status = socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair);
#else
  int status = socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
#endif
  if (status != 0) {
    int error = errno;
    pair[0] = pair[1] = -1;
    return error;
  }
  for (int end = 0; end < 2; end++) {
    int moved = fcntl(pair[end], F_DUPFD_CLOEXEC, 3);
    int error = errno;
    close(pair[end]);
    pair[end] = moved;
    if (moved < 0) {
      close_pair(pair);
      return error;
    }
  }
#ifdef SO_NOSIGPIPE
  int on = 1;
  setsockopt(pair[0], SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
  // The parent's end.
  fcntl(pair[0], F_SETFL, O_NONBLOCK);
  return 0;
}

/// The environment with the runtime's crash reports turned off: they would take seconds.
static char **helper_environment(void) {
  static char quiet[] = "SWIFT_BACKTRACE=enable=no";
  size_t count = 0;
  if (environ != NULL) {
    while (environ[count] != NULL) count++;
  }
  char **result = calloc(count + 2, sizeof *result);
  if (result == NULL) return NULL;
  size_t place = 0;
  for (size_t index = 0; index < count; index++) {
    if (strncmp(environ[index], "SWIFT_BACKTRACE=", 16) != 0) result[place++] = environ[index];
  }
  result[place] = quiet;
  return result;
}

static int spawn(const char *path, char *const arguments[], int ends[3], pid_t *process) {
  char **environment = helper_environment();
  if (environment == NULL) return ENOMEM;
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int error = posix_spawn_file_actions_init(&actions);
  if (error != 0) {
    free(environment);
    return error;
  }
  error = posix_spawnattr_init(&attributes);
  if (error == 0) {
    for (int stream = 0; stream < 3 && error == 0; stream++) {
      error = posix_spawn_file_actions_adddup2(&actions, ends[stream], stream);
    }
    short flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP;
#ifdef __APPLE__
    flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#elif defined(__GLIBC__) && __GLIBC_PREREQ(2, 34)
    if (error == 0) error = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
#endif
    sigset_t all, none;
    sigfillset(&all);
    sigdelset(&all, SIGKILL);
    sigdelset(&all, SIGSTOP);
    sigemptyset(&none);
    if (error == 0) error = posix_spawnattr_setsigdefault(&attributes, &all);
    if (error == 0) error = posix_spawnattr_setsigmask(&attributes, &none);
    if (error == 0) error = posix_spawnattr_setpgroup(&attributes, 0);
    if (error == 0) error = posix_spawnattr_setflags(&attributes, flags);
    if (error == 0) {
      error = posix_spawn(process, path, &actions, &attributes, arguments, environment);
    }
    posix_spawnattr_destroy(&attributes);
  }
  posix_spawn_file_actions_destroy(&actions);
  free(environment);
  return error;
}

int shim_helper_start(const char *path, char *const arguments[], shim_helper *helper) {
  int pairs[3][2] = {{-1, -1}, {-1, -1}, {-1, -1}};
  int error = 0;
  for (int stream = 0; stream < 3 && error == 0; stream++) error = open_pair(pairs[stream]);
  pid_t process = 0;
  if (error == 0) {
    int ends[3] = {pairs[0][1], pairs[1][1], pairs[2][1]};
    error = spawn(path, arguments, ends, &process);
  }
  if (error != 0) {
    for (int stream = 0; stream < 3; stream++) close_pair(pairs[stream]);
    return error;
  }
  for (int stream = 0; stream < 3; stream++) close(pairs[stream][1]);
  *helper = (shim_helper){process, pairs[0][0], pairs[1][0], pairs[2][0]};
  return 0;
}

// MARK: Talking

ssize_t shim_helper_send(int descriptor, const void *bytes, size_t count) {
#ifdef MSG_NOSIGNAL
  return send(descriptor, bytes, count, MSG_NOSIGNAL);
#else
  return send(descriptor, bytes, count, 0);
#endif
}

int shim_helper_poll(const shim_helper *helper, int milliseconds, bool has_input) {
  struct pollfd streams[3] = {
      // Its end shows in the output.
      {.fd = has_input ? helper->input : -1, .events = POLLOUT},
      {.fd = helper->output, .events = POLLIN},
      {.fd = helper->errors, .events = POLLIN},
  };
  if (poll(streams, 3, milliseconds) <= 0) return 0;
  int result = 0;
  for (int stream = 0; stream < 3; stream++) {
    if (streams[stream].fd >= 0 && streams[stream].revents != 0) result |= 1 << stream;
  }
  return result;
}

// MARK: Ending

shim_helper_status shim_helper_status_of(const shim_helper *helper, bool wait) {
  shim_helper_status result = {.has_ended = false, .exit_code = -1, .signal = 0};
  int status = 0;
  pid_t ended;
  do {
    ended = waitpid(helper->process, &status, wait ? 0 : WNOHANG);
  } while (ended < 0 && errno == EINTR);
  if (ended == 0) return result;
  result.has_ended = true;
  // A host that ignores SIGCHLD leaves no status behind.
  if (ended < 0) return result;
  if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
  return result;
}

void shim_helper_kill(const shim_helper *helper) {
  kill(-helper->process, SIGKILL);
}

uint64_t shim_helper_resident_bytes(const shim_helper *helper) {
#if defined(__linux__)
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/statm", (int)helper->process);
  FILE *file = fopen(path, "re");
  if (file == NULL) return 0;
  unsigned long long all = 0, resident = 0;
  int count = fscanf(file, "%llu %llu", &all, &resident);
  fclose(file);
  return count == 2 ? resident * (uint64_t)sysconf(_SC_PAGESIZE) : 0;
#elif defined(__APPLE__)
  struct proc_taskinfo info;
  int count = proc_pidinfo(helper->process, PROC_PIDTASKINFO, 0, &info, sizeof info);
  return count == (int)sizeof info ? info.pti_resident_size : 0;
#else
  (void)helper;
  return 0;
#endif
}

// MARK: In the helper

static void limit(int resource, uint64_t soft, uint64_t hard) {
  struct rlimit current;
  if (getrlimit(resource, &current) != 0) return;
  // A limit that is in force already may be lower; it cannot be raised.
  if (current.rlim_max != RLIM_INFINITY && hard > current.rlim_max) hard = current.rlim_max;
  if (soft > hard) soft = hard;
  setrlimit(resource, &(struct rlimit){.rlim_cur = soft, .rlim_max = hard});
}

void shim_helper_limit(uint64_t cpu_seconds, uint64_t memory_bytes) {
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_CPU, cpu_seconds, cpu_seconds + 1);
  if (memory_bytes > 0) limit(RLIMIT_AS, memory_bytes, memory_bytes);
}

void shim_helper_allow_cpu(uint64_t seconds) {
  struct rlimit current;
  struct rusage used;
  if (getrlimit(RLIMIT_CPU, &current) != 0 || getrusage(RUSAGE_SELF, &used) != 0) return;
  // The last second may have begun.
  uint64_t until = (uint64_t)used.ru_utime.tv_sec + (uint64_t)used.ru_stime.tv_sec + 1 + seconds;
  limit(RLIMIT_CPU, until, current.rlim_max);
}

static void *wait_for_host(void *argument) {
  struct pollfd end = {.fd = (int)(intptr_t)argument};
  while (poll(&end, 1, -1) <= 0) {
    if (errno != EINTR) return NULL;
  }
  _exit(0);
}

void shim_helper_follow(int descriptor) {
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return;
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, 1 << 17);
  pthread_t thread;
  pthread_create(&thread, &attributes, wait_for_host, (void *)(intptr_t)descriptor);
  pthread_attr_destroy(&attributes);
}
