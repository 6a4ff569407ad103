// Inside the program only: PROJ brings SQLite too, and is to find SQLite's own functions, not these.
#pragma GCC visibility push(hidden)
#include "LateSQLite.h"
#pragma GCC visibility pop

#ifdef __linux__

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

/// The functions of SQLite that geotrack calls. The compiler holds them against `sqlite3.h`.
#define SQLITE_FUNCTIONS(VALUE) \
  VALUE(int, sqlite3_open_v2, \
    (const char *a, sqlite3 **b, int c, const char *d), (a, b, c, d)) \
  VALUE(int, sqlite3_close, (sqlite3 *a), (a)) \
  VALUE(const char *, sqlite3_errmsg, (sqlite3 *a), (a)) \
  VALUE(int, sqlite3_prepare_v2, \
    (sqlite3 *a, const char *b, int c, sqlite3_stmt **d, const char **e), (a, b, c, d, e)) \
  VALUE(int, sqlite3_step, (sqlite3_stmt *a), (a)) \
  VALUE(int, sqlite3_reset, (sqlite3_stmt *a), (a)) \
  VALUE(int, sqlite3_finalize, (sqlite3_stmt *a), (a)) \
  VALUE(int, sqlite3_bind_null, (sqlite3_stmt *a, int b), (a, b)) \
  VALUE(int, sqlite3_bind_int64, (sqlite3_stmt *a, int b, sqlite3_int64 c), (a, b, c)) \
  VALUE(int, sqlite3_bind_double, (sqlite3_stmt *a, int b, double c), (a, b, c)) \
  VALUE(int, sqlite3_bind_text, \
    (sqlite3_stmt *a, int b, const char *c, int d, void (*e)(void *)), (a, b, c, d, e)) \
  VALUE(int, sqlite3_bind_blob, \
    (sqlite3_stmt *a, int b, const void *c, int d, void (*e)(void *)), (a, b, c, d, e)) \
  VALUE(unsigned char *, sqlite3_serialize, \
    (sqlite3 *a, const char *b, sqlite3_int64 *c, unsigned int d), (a, b, c, d))

#define VALUE(RESULT, NAME, PARAMETERS, ARGUMENTS) RESULT(*NAME) PARAMETERS;
/// SQLite's own functions. Written once, by `open_once`, before any of them is called.
static struct {
  SQLITE_FUNCTIONS(VALUE)
  void (*sqlite3_free)(void *);
} functions;
#undef VALUE

static const char *fault;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_once(void) {
  void *library = dlopen("libsqlite3.so.0", RTLD_LAZY | RTLD_LOCAL);
  if (!library) {
    fault = strdup(dlerror());
    return;
  }
// POSIX' own way to take a function from dlsym, as C has no cast from an object's address.
#define FIND(NAME)                                      \
  *(void **)&functions.NAME = dlsym(library, #NAME);    \
  if (!functions.NAME) {                                \
    fault = strdup(dlerror());                          \
    return;                                             \
  }
#define VALUE(RESULT, NAME, PARAMETERS, ARGUMENTS) FIND(NAME)
  SQLITE_FUNCTIONS(VALUE)
  FIND(sqlite3_free)
#undef VALUE
}

const char *sqlite_open(void) {
  pthread_once(&once, open_once);
  return fault;
}

#define VALUE(RESULT, NAME, PARAMETERS, ARGUMENTS) \
  RESULT NAME PARAMETERS { return functions.NAME ARGUMENTS; }
SQLITE_FUNCTIONS(VALUE)
void sqlite3_free(void *a) { functions.sqlite3_free(a); }

#else

const char *sqlite_open(void) { return 0; }

#endif

int sqlite_bind_text_copy(sqlite3_stmt *statement, int index, const char *text, int length) {
  return sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}

int sqlite_bind_blob_copy(sqlite3_stmt *statement, int index, const void *bytes, int length) {
  return sqlite3_bind_blob(statement, index, bytes, length, SQLITE_TRANSIENT);
}
