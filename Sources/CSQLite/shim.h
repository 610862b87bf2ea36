// SQLite, and a door to the cast macro that Swift cannot import.
#ifndef HALLWAY_CSQLITE_SHIM_H
#define HALLWAY_CSQLITE_SHIM_H
#include <sqlite3.h>
static inline int hw_bind_text(sqlite3_stmt *s, int i, const char *text, sqlite3_uint64 bytes) {
  return sqlite3_bind_text64(s, i, text, bytes, SQLITE_TRANSIENT, SQLITE_UTF8);
}
#endif
