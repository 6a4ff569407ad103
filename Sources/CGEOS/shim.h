// The re-entrant half of the GEOS C API, and nothing else: every call takes its context.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
