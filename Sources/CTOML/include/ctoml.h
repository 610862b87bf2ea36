// toml++ behind a C door: TOML in, JSON with positions out.
#ifndef HALLWAY_CTOML_H
#define HALLWAY_CTOML_H
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef struct {
  char *json;      // each value as {"line":n,"column":n,"TYPE":value}; NULL on error; release with ctoml_free
  char *message;   // what is wrong; NULL when json is there; release with ctoml_free
  unsigned line, column;
} ctoml_result;
ctoml_result ctoml_to_json(const char *text, size_t length);
void ctoml_free(char *text);
#ifdef __cplusplus
}
#endif
#endif
