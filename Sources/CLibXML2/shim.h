// libxml2 without its ICU header, which clashes with the ICU inside Foundation.
#ifndef HALLWAY_CLIBXML2_SHIM_H
#define HALLWAY_CLIBXML2_SHIM_H
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#endif
