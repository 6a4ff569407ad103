#include <sqlite3.h>

/// Binds a copy of a text in UTF-8. (SQLite's word for "make a copy" is a cast that only C can write.)
static inline int sqlite_bind_text_copy(
  sqlite3_stmt *statement, int index, const char *text, int length) {
  return sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}

/// Binds a copy of bytes.
static inline int sqlite_bind_blob_copy(
  sqlite3_stmt *statement, int index, const void *bytes, int length) {
  return sqlite3_bind_blob(statement, index, bytes, length, SQLITE_TRANSIENT);
}
