#ifndef GEOTRACK_LATEPROJ_H
#define GEOTRACK_LATEPROJ_H

#include <proj.h>

// On Linux PROJ is opened when the first projection is made, not when the program starts: some
// forty libraries come with it, and most questions need none of them. Elsewhere it is linked.

/// The functions of PROJ that geotrack calls, without their `proj_`.
#define PROJ_FUNCTIONS(EACH)         \
  EACH(context_create)               \
  EACH(context_destroy)              \
  EACH(log_func)                     \
  EACH(create)                       \
  EACH(create_crs_to_crs)            \
  EACH(normalize_for_visualization)  \
  EACH(destroy)                      \
  EACH(get_type)                     \
  EACH(get_source_crs)               \
  EACH(as_wkt)                       \
  EACH(crs_get_coordinate_system)    \
  EACH(cs_get_type)                  \
  EACH(cs_get_axis_count)            \
  EACH(cs_get_axis_info)             \
  EACH(trans_generic)                \
  EACH(errno_reset)

#define PROJ_FIELD(NAME) __typeof__(&proj_##NAME) NAME;
struct proj_functions {
  PROJ_FUNCTIONS(PROJ_FIELD)
};
#undef PROJ_FIELD

/// Fills the table from the shared library of this name, which stays open from then on.
///
/// Any thread may call this, any number of times: the first call takes milliseconds, the others
/// microseconds. Where PROJ is linked, the name does not matter and the call cannot fail.
///
/// Returns null, or the loader's sentence about what is missing: the thread reads it before it
/// calls again.
const char *proj_functions_open(struct proj_functions *functions, const char *library);

#endif
