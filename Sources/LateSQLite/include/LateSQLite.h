#ifndef GEOTRACK_LATESQLITE_H
#define GEOTRACK_LATESQLITE_H

#include <sqlite3.h>

/// Opens SQLite, if that has not been done; to be called before any of its functions.
///
/// On Linux SQLite is opened when it is first needed, not when the program starts, and the functions
/// of `sqlite3.h` that geotrack calls are found in LateSQLite.c, which hands each call on. Elsewhere
/// SQLite is linked. Any thread may call this, any number of times.
///
/// Returns null, or the loader's sentence about what is missing, which stays.
const char *sqlite_open(void);

/// Binds a copy of a text in UTF-8, or of bytes. (SQLite's word for "make a copy" is a cast that only C
/// can write.)
int sqlite_bind_text_copy(sqlite3_stmt *statement, int index, const char *text, int length);
int sqlite_bind_blob_copy(sqlite3_stmt *statement, int index, const void *bytes, int length);

#endif
