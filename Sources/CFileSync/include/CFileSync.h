#ifndef CFILESYNC_H
#define CFILESYNC_H

/// Puts all that was written to the file system of an open file on the disk, and waits until it is there.
/// Returns 0, or -1 with `errno` set. Where the system has no such call it returns -1 with ENOSYS.
int file_sync_all(int descriptor);

/// Asks the system to begin to put an open file's bytes on the disk, and does not wait.
void file_sync_begin(int descriptor);

#endif
