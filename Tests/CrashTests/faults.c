// Makes calls of the system fail, or ends the process at them, for Scripts/crash-test. It is loaded before the
// program's libraries (LD_PRELOAD), counts the calls that write, standard output among them, and those that close, and acts at one of them.
//
//   GEOTRACK_FAULT=count            counts only
//   GEOTRACK_FAULT=before:N         SIGKILL before call N, counted from 1
//   GEOTRACK_FAULT=after:N          SIGKILL after it
//   GEOTRACK_FAULT=half:N           SIGKILL after half of the bytes of a write; else as after
//   GEOTRACK_FAULT=ERRNO:N          call N fails with this number of an error, once
//   GEOTRACK_FAULT=ERRNO+:N         call N and all later ones of its kind fail
//   GEOTRACK_FAULT_LOG=FILE         where the number of calls and the kind of the one acted on are written
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
#include <sys/stat.h>
#include <unistd.h>

static atomic_int calls;
static int target;
static int code;
static int goes_on;
static const char *failing_kind;
static enum { NONE, BEFORE, AFTER, HALF, FAIL } action;

static void append_log(const char *text) {
  const char *path = getenv("GEOTRACK_FAULT_LOG");
  if (!path) return;
  int (*real_open)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
  ssize_t (*real_write)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
  int descriptor = real_open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (descriptor < 0) return;
  real_write(descriptor, text, strlen(text));
  close(descriptor);
}

__attribute__((constructor)) static void read_order(void) {
  const char *order = getenv("GEOTRACK_FAULT");
  if (!order) return;
  const char *colon = strchr(order, ':');
  target = colon ? atoi(colon + 1) : 0;
  if (!strncmp(order, "before", 6)) action = BEFORE;
  else if (!strncmp(order, "after", 5)) action = AFTER;
  else if (!strncmp(order, "half", 4)) action = HALF;
  else if (*order >= '0' && *order <= '9') {
    action = FAIL;
    code = atoi(order);
    goes_on = colon && colon[-1] == '+';
  }
}

__attribute__((destructor)) static void report(void) {
  char line[64];
  snprintf(line, sizeof line, "calls %d\n", atomic_load(&calls));
  append_log(line);
}

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

// Counts a call. Returns whether it is to fail.
static int begin(const char *kind, int *is_target) {
  int number = atomic_fetch_add(&calls, 1) + 1;
  *is_target = number == target;
  if (*is_target && action != NONE) {
    append_log(kind);
    append_log("\n");
  }
  if (*is_target && action == BEFORE) die();
  if (action != FAIL) return 0;
  if (*is_target) {
    failing_kind = kind;
    errno = code;
    return 1;
  }
  if (goes_on && failing_kind && !strcmp(failing_kind, kind)) {
    errno = code;
    return 1;
  }
  return 0;
}

static void end(int is_target) {
  if (is_target && (action == AFTER || action == HALF)) die();
}

#define REAL(type, name, ...) type (*real)(__VA_ARGS__) = dlsym(RTLD_NEXT, #name)

ssize_t write(int descriptor, const void *bytes, size_t count) {
  REAL(ssize_t, write, int, const void *, size_t);
  // A disk that stays full does not keep the program from saying so.
  if (goes_on && descriptor <= STDERR_FILENO) return real(descriptor, bytes, count);
  int is_target;
  if (begin("write", &is_target)) return -1;
  if (is_target && action == HALF) {
    real(descriptor, bytes, count / 2);
    die();
  }
  ssize_t result = real(descriptor, bytes, count);
  end(is_target);
  return result;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
  REAL(ssize_t, pwrite, int, const void *, size_t, off_t);
  int is_target;
  if (begin("pwrite", &is_target)) return -1;
  if (is_target && action == HALF) {
    real(descriptor, bytes, count / 2, offset);
    die();
  }
  ssize_t result = real(descriptor, bytes, count, offset);
  end(is_target);
  return result;
}

#define WRAP(name, parameters, arguments)      \
  int name parameters {                        \
    int (*real) parameters = dlsym(RTLD_NEXT, #name); \
    int is_target;                             \
    if (begin(#name, &is_target)) return -1;   \
    int result = real arguments;               \
    end(is_target);                            \
    return result;                             \
  }

WRAP(rename, (const char *from, const char *to), (from, to))
WRAP(unlink, (const char *path), (path))
WRAP(mkdir, (const char *path, mode_t mode), (path, mode))
WRAP(fsync, (int descriptor), (descriptor))
WRAP(fdatasync, (int descriptor), (descriptor))
WRAP(syncfs, (int descriptor), (descriptor))
WRAP(flock, (int descriptor, int operation), (descriptor, operation))
WRAP(close, (int descriptor), (descriptor))
WRAP(fchown, (int descriptor, uid_t owner, gid_t group), (descriptor, owner, group))
WRAP(fchmod, (int descriptor, mode_t mode), (descriptor, mode))
WRAP(ftruncate, (int descriptor, off_t size), (descriptor, size))
WRAP(ftruncate64, (int descriptor, off64_t size), (descriptor, size))

static int open_with(const char *name, const char *path, int flags, mode_t mode) {
  int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, name);
  // Only what makes a file changes the disk.
  if (!(flags & O_CREAT)) return real(path, flags, mode);
  int is_target;
  if (begin("open", &is_target)) return -1;
  int result = real(path, flags, mode);
  end(is_target);
  return result;
}

int open(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = va_arg(arguments, mode_t);
  va_end(arguments);
  return open_with("open", path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = va_arg(arguments, mode_t);
  va_end(arguments);
  return open_with("open64", path, flags, mode);
}
