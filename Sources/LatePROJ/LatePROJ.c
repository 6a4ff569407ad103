#include "LatePROJ.h"

#ifdef __linux__

#include <dlfcn.h>

const char *proj_functions_open(struct proj_functions *functions, const char *library) {
  void *handle = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
  if (!handle) return dlerror();
// POSIX' own way to take a function from dlsym, as C has no cast from an object's address.
#define FIND(NAME)                                                \
  *(void **)&functions->NAME = dlsym(handle, "proj_" #NAME);      \
  if (!functions->NAME) return dlerror();
  PROJ_FUNCTIONS(FIND)
  return 0;
}

#else

const char *proj_functions_open(struct proj_functions *functions, const char *library) {
  (void)library;
#define TAKE(NAME) functions->NAME = proj_##NAME;
  PROJ_FUNCTIONS(TAKE)
  return 0;
}

#endif
