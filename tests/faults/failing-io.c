/* Loaded before libc (LD_PRELOAD): the n-th call of one kind on the journal's files fails, once or from then on.
 * FAULT_CALL pwrite|pread|sync|ftruncate, FAULT_AT n, FAULT_EVER 1, FAULT_ERROR number of errno. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int calls;

static int fails(int fd, const char *call) {
  const char *wanted = getenv("FAULT_CALL");
  char link[64], path[4096];
  if (!wanted || strcmp(wanted, call)) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  if (!strstr(path, "/journal.db")) return 0;
  int now = __sync_add_and_fetch(&calls, 1), at = atoi(getenv("FAULT_AT"));
  if (now != at && !(now > at && getenv("FAULT_EVER"))) return 0;
  errno = atoi(getenv("FAULT_ERROR"));
  return 1;
}

#define LAYER(result, name, kind, parameters, arguments)                                  \
  result name parameters {                                                                \
    static result(*next) parameters;                                                      \
    if (!next) next = (result(*) parameters)dlsym(RTLD_NEXT, #name);                       \
    return fails(fd, kind) ? -1 : next arguments;                                         \
  }

LAYER(ssize_t, pwrite, "pwrite", (int fd, const void *data, size_t size, off_t at), (fd, data, size, at))
LAYER(ssize_t, pwrite64, "pwrite", (int fd, const void *data, size_t size, off64_t at), (fd, data, size, at))
LAYER(ssize_t, write, "pwrite", (int fd, const void *data, size_t size), (fd, data, size))
LAYER(ssize_t, pread, "pread", (int fd, void *data, size_t size, off_t at), (fd, data, size, at))
LAYER(ssize_t, pread64, "pread", (int fd, void *data, size_t size, off64_t at), (fd, data, size, at))
LAYER(int, fsync, "sync", (int fd), (fd))
LAYER(int, fdatasync, "sync", (int fd), (fd))
LAYER(int, ftruncate, "ftruncate", (int fd, off_t size), (fd, size))
LAYER(int, ftruncate64, "ftruncate", (int fd, off64_t size), (fd, size))
