// Inside the program only: GEOS' own functions of these names call each other, not these.
#pragma GCC visibility push(hidden)
#include "LateGEOS.h"
#pragma GCC visibility pop

#ifdef __linux__

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

/// The functions of GEOS that geotrack calls. The compiler holds them against `geos_c.h`.
#define GEOS_FUNCTIONS(VALUE, NOTHING) \
  VALUE(GEOSMessageHandler_r, GEOSContext_setErrorMessageHandler_r, \
    (GEOSContextHandle_t a, GEOSMessageHandler_r b, void *c), (a, b, c)) \
  VALUE(GEOSCoordSequence *, GEOSCoordSeq_copyFromBuffer_r, \
    (GEOSContextHandle_t a, const double *b, unsigned int c, int d, int e), (a, b, c, d, e)) \
  VALUE(int, GEOSCoordSeq_copyToBuffer_r, \
    (GEOSContextHandle_t a, const GEOSCoordSequence *b, double *c, int d, int e), \
    (a, b, c, d, e)) \
  NOTHING(GEOSCoordSeq_destroy_r, (GEOSContextHandle_t a, GEOSCoordSequence *b), (a, b)) \
  VALUE(int, GEOSCoordSeq_getXY_r, \
    (GEOSContextHandle_t a, const GEOSCoordSequence *b, unsigned int c, double *d, double *e), \
    (a, b, c, d, e)) \
  VALUE(int, GEOSCoordSeq_getSize_r, \
    (GEOSContextHandle_t a, const GEOSCoordSequence *b, unsigned int *c), (a, b, c)) \
  VALUE(GEOSGeometry *, GEOSCoverageUnion_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  VALUE(GEOSGeometry *, GEOSDifference_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b, const GEOSGeometry *c), (a, b, c)) \
  NOTHING(GEOSFree_r, (GEOSContextHandle_t a, void *b), (a, b)) \
  VALUE(int, GEOSGeomTypeId_r, (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  VALUE(GEOSGeometry *, GEOSGeom_createCollection_r, \
    (GEOSContextHandle_t a, int b, GEOSGeometry **c, unsigned int d), (a, b, c, d)) \
  VALUE(GEOSGeometry *, GEOSGeom_createLineString_r, \
    (GEOSContextHandle_t a, GEOSCoordSequence *b), (a, b)) \
  VALUE(GEOSGeometry *, GEOSGeom_createLinearRing_r, \
    (GEOSContextHandle_t a, GEOSCoordSequence *b), (a, b)) \
  VALUE(GEOSGeometry *, GEOSGeom_createPointFromXY_r, \
    (GEOSContextHandle_t a, double b, double c), (a, b, c)) \
  VALUE(GEOSGeometry *, GEOSGeom_createPolygon_r, \
    (GEOSContextHandle_t a, GEOSGeometry *b, GEOSGeometry **c, unsigned int d), (a, b, c, d)) \
  NOTHING(GEOSGeom_destroy_r, (GEOSContextHandle_t a, GEOSGeometry *b), (a, b)) \
  VALUE(const GEOSCoordSequence *, GEOSGeom_getCoordSeq_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  VALUE(const GEOSGeometry *, GEOSGetExteriorRing_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  VALUE(const GEOSGeometry *, GEOSGetGeometryN_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b, int c), (a, b, c)) \
  VALUE(const GEOSGeometry *, GEOSGetInteriorRingN_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b, int c), (a, b, c)) \
  VALUE(int, GEOSGetNumGeometries_r, (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  VALUE(int, GEOSGetNumInteriorRings_r, (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  VALUE(GEOSGeometry *, GEOSIntersection_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b, const GEOSGeometry *c), (a, b, c)) \
  VALUE(GEOSGeometry *, GEOSLineMerge_r, (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  VALUE(GEOSGeometry *, GEOSPointOnSurface_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  VALUE(GEOSGeometry *, GEOSPolygonize_full_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b, GEOSGeometry **c, GEOSGeometry **d, \
    GEOSGeometry **e), \
    (a, b, c, d, e)) \
  VALUE(const GEOSPreparedGeometry *, GEOSPrepare_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  VALUE(char, GEOSPreparedDistanceWithin_r, \
    (GEOSContextHandle_t a, const GEOSPreparedGeometry *b, const GEOSGeometry *c, double d), \
    (a, b, c, d)) \
  VALUE(GEOSCoordSequence *, GEOSPreparedNearestPoints_r, \
    (GEOSContextHandle_t a, const GEOSPreparedGeometry *b, const GEOSGeometry *c), (a, b, c)) \
  VALUE(char, GEOSPreparedCovers_r, \
    (GEOSContextHandle_t a, const GEOSPreparedGeometry *b, const GEOSGeometry *c), (a, b, c)) \
  NOTHING(GEOSPreparedGeom_destroy_r, \
    (GEOSContextHandle_t a, const GEOSPreparedGeometry *b), (a, b)) \
  VALUE(GEOSSTRtree *, GEOSSTRtree_create_r, (GEOSContextHandle_t a, size_t b), (a, b)) \
  NOTHING(GEOSSTRtree_destroy_r, (GEOSContextHandle_t a, GEOSSTRtree *b), (a, b)) \
  NOTHING(GEOSSTRtree_insert_r, \
    (GEOSContextHandle_t a, GEOSSTRtree *b, const GEOSGeometry *c, void *d), (a, b, c, d)) \
  VALUE(const void *, GEOSSTRtree_nearest_generic_r, \
    (GEOSContextHandle_t a, GEOSSTRtree *b, const void *c, const GEOSGeometry *d, \
    GEOSDistanceCallback e, void *f), \
    (a, b, c, d, e, f)) \
  VALUE(GEOSGeometry *, GEOSUnaryUnionPrec_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b, double c), (a, b, c)) \
  VALUE(GEOSGeometry *, GEOSUnaryUnion_r, (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  VALUE(GEOSGeometry *, GEOSVoronoiDiagram_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b, const GEOSGeometry *c, double d, int e), \
    (a, b, c, d, e)) \
  NOTHING(GEOS_finish_r, (GEOSContextHandle_t a), (a)) \
  VALUE(GEOSContextHandle_t, GEOS_init_r, (void), ()) \
  VALUE(char, GEOSisEmpty_r, (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  VALUE(char, GEOSisValidDetail_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b, int c, char **d, GEOSGeometry **e), \
    (a, b, c, d, e))

#define VALUE(RESULT, NAME, PARAMETERS, ARGUMENTS) RESULT(*NAME) PARAMETERS;
#define NOTHING(NAME, PARAMETERS, ARGUMENTS) void(*NAME) PARAMETERS;
/// GEOS' own functions. Written once, by `open_once`, before any of them is called.
static struct {
  GEOS_FUNCTIONS(VALUE, NOTHING)
} functions;
#undef VALUE
#undef NOTHING

static const char *fault;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_once(void) {
  void *library = dlopen("libgeos_c.so.1", RTLD_LAZY | RTLD_LOCAL);
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
#define NOTHING(NAME, PARAMETERS, ARGUMENTS) FIND(NAME)
  GEOS_FUNCTIONS(VALUE, NOTHING)
#undef VALUE
#undef NOTHING
}

const char *geos_open(void) {
  pthread_once(&once, open_once);
  return fault;
}

#define VALUE(RESULT, NAME, PARAMETERS, ARGUMENTS) \
  RESULT NAME PARAMETERS { return functions.NAME ARGUMENTS; }
#define NOTHING(NAME, PARAMETERS, ARGUMENTS) \
  void NAME PARAMETERS { functions.NAME ARGUMENTS; }
GEOS_FUNCTIONS(VALUE, NOTHING)

#else

const char *geos_open(void) { return 0; }

#endif
