// Nothing to import: GeographicLib is C++, and the target CGeodesic calls it.
