/* Loaded before libc (LD_PRELOAD): writes down every call that changes what a disk holds, in order, with its data, for the files
 * under RECORD_UNDER; and what the process says on its standard output. RECORD_TO names the record.
 * One entry: kind (1 byte), length of path (2), offset (8), length of data (4), path, data; numbers in the machine's order.
 * Kinds: C created, T emptied by opening, W written, L length set, S synced, U unlinked, R renamed (data: new path), M folder made,
 * O said. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static int record = -1;
static const char *under;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define NEXT(result, name, parameters)               \
  static result(*next) parameters;                   \
  if (!next) next = (result(*) parameters)dlsym(RTLD_NEXT, #name);

__attribute__((constructor)) static void begin(void) {
  under = getenv("RECORD_UNDER");
  const char *to = getenv("RECORD_TO");
  int (*first)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open64");
  if (under && to) record = first(to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int concerns(const char *path) { return record >= 0 && path && !strncmp(path, under, strlen(under)); }

static void note(char kind, const char *path, int64_t at, const void *data, uint32_t size) {
  int before = errno;
  uint16_t length = strlen(path);
  char head[15];
  head[0] = kind;
  memcpy(head + 1, &length, 2);
  memcpy(head + 3, &at, 8);
  memcpy(head + 11, &size, 4);
  struct iovec parts[3] = {{head, 15}, {(void *)path, length}, {(void *)data, size}};
  pthread_mutex_lock(&lock);
  if (writev(record, parts, 3) != (ssize_t)(15 + length + size)) abort();
  pthread_mutex_unlock(&lock);
  errno = before;
}

/* The name a file has now; an unlinked one has none, and what becomes of it is nobody's loss. */
static const char *name_of(int fd, char *path, size_t room) {
  char link[64];
  if (record < 0 || fd == record) return 0;
  int before = errno;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, room - 1);
  errno = before;
  if (length < 0) return 0;
  path[length] = 0;
  return concerns(path) ? path : 0;
}

#define OPENING(name)                                                             \
  int name(const char *path, int flags, ...) {                                    \
    NEXT(int, name, (const char *, int, ...))                                     \
    va_list rest;                                                                 \
    va_start(rest, flags);                                                        \
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;                     \
    va_end(rest);                                                                 \
    int made = concerns(path) && flags & O_CREAT && access(path, F_OK) != 0;      \
    int fd = next(path, flags, mode);                                             \
    if (fd >= 0 && made) note('C', path, 0, 0, 0);                                \
    else if (fd >= 0 && concerns(path) && flags & O_TRUNC) note('T', path, 0, 0, 0); \
    return fd;                                                                    \
  }
OPENING(open)
OPENING(open64)

#define POSITIONED(name, offset)                                       \
  ssize_t name(int fd, const void *data, size_t size, offset at) {     \
    NEXT(ssize_t, name, (int, const void *, size_t, offset))           \
    ssize_t done = next(fd, data, size, at);                           \
    char path[4096];                                                   \
    if (done > 0 && name_of(fd, path, sizeof path)) note('W', path, at, data, done); \
    return done;                                                       \
  }
POSITIONED(pwrite, off_t)
POSITIONED(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t size) {
  NEXT(ssize_t, write, (int, const void *, size_t))
  off_t at = lseek(fd, 0, SEEK_CUR);
  ssize_t done = next(fd, data, size);
  char path[4096];
  if (done > 0 && fd == 1 && record >= 0) note('O', "", 0, data, done);
  else if (done > 0 && name_of(fd, path, sizeof path)) note('W', path, at, data, done);
  return done;
}

#define ON_FILE(name, kind, parameters, arguments, at)                 \
  int name parameters {                                                \
    NEXT(int, name, parameters)                                        \
    int done = next arguments;                                         \
    char path[4096];                                                   \
    if (done == 0 && name_of(fd, path, sizeof path)) note(kind, path, at, 0, 0); \
    return done;                                                       \
  }
ON_FILE(ftruncate, 'L', (int fd, off_t size), (fd, size), size)
ON_FILE(ftruncate64, 'L', (int fd, off64_t size), (fd, size), size)
ON_FILE(fsync, 'S', (int fd), (fd), 0)
ON_FILE(fdatasync, 'S', (int fd), (fd), 0)

#define ON_NAME(name, kind, parameters, arguments)       \
  int name parameters {                                  \
    NEXT(int, name, parameters)                          \
    int done = next arguments;                           \
    if (done == 0 && concerns(path)) note(kind, path, 0, 0, 0); \
    return done;                                         \
  }
ON_NAME(unlink, 'U', (const char *path), (path))
ON_NAME(remove, 'U', (const char *path), (path))
ON_NAME(unlinkat, 'U', (int folder, const char *path, int flags), (folder, path, flags))
ON_NAME(mkdir, 'M', (const char *path, mode_t mode), (path, mode))

int rename(const char *from, const char *to) {
  NEXT(int, rename, (const char *, const char *))
  int done = next(from, to);
  if (done == 0 && concerns(from)) note('R', from, 0, to, strlen(to));
  return done;
}
