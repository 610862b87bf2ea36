// Snowball's stemmers (libstemmer has no pkg-config file).
#ifndef HALLWAY_CSTEMMER_SHIM_H
#define HALLWAY_CSTEMMER_SHIM_H
#include <libstemmer.h>
#endif
