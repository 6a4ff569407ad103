// These calls of Linux are not visible to Swift, since their headers ask for GNU's extensions.
#define _GNU_SOURCE

#include "CFileSync.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int file_sync_all(int descriptor) {
#ifdef __linux__
  return syncfs(descriptor);
#else
  (void)descriptor;
  errno = ENOSYS;
  return -1;
#endif
}

void file_sync_begin(int descriptor) {
#ifdef __linux__
  (void)sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
#else
  (void)descriptor;
#endif
}
