#ifndef GEOTRACK_LATEGEOS_H
#define GEOTRACK_LATEGEOS_H

// The re-entrant half of the GEOS C API, and nothing else: every call takes its context.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>

/// Opens GEOS, if that has not been done; to be called before any of its functions.
///
/// On Linux GEOS is opened when it is first needed, not when the program starts, and the functions
/// of `geos_c.h` are found in LateGEOS.c, which hands each call on. Elsewhere GEOS is linked. Any
/// thread may call this, any number of times.
///
/// Returns null, or the loader's sentence about what is missing, which stays.
const char *geos_open(void);

#endif
