// Turns TOML into JSON in which every value carries its line and column, so that an error can name the place.
#include "ctoml.h"
#include <cstdlib>
#include <cstring>
#include <sstream>
#include <string>
#include <string_view>
#include <toml++/toml.h>

static std::string quoted(std::string_view s) {
  static const char hex[] = "0123456789abcdef";
  std::string out = "\"";
  for (unsigned char c : s) {
    if (c == '"' || c == '\\') { out += '\\'; out += (char)c; }
    else if (c < 0x20) { out += "\\u00"; out += hex[c >> 4]; out += hex[c & 15]; }
    else out += (char)c;
  }
  return out + "\"";
}

static void write(const toml::node &n, std::string &out) {
  auto at = n.source().begin;
  out += "{\"line\":" + std::to_string(at.line) + ",\"column\":" + std::to_string(at.column) + ",";
  if (auto t = n.as_table()) {
    out += "\"table\":{";
    bool first = true;
    for (auto &&[k, v] : *t) {
      if (!first) out += ",";
      first = false;
      out += quoted(k.str()) + ":{\"line\":" + std::to_string(k.source().begin.line) +
             ",\"column\":" + std::to_string(k.source().begin.column) + ",\"value\":";
      write(v, out);
      out += "}";
    }
    out += "}";
  } else if (auto a = n.as_array()) {
    out += "\"array\":[";
    for (size_t i = 0; i < a->size(); i++) {
      if (i) out += ",";
      write(*a->get(i), out);
    }
    out += "]";
  } else if (auto s = n.as_string()) out += "\"string\":" + quoted(s->get());
  else if (auto i = n.as_integer()) out += "\"integer\":" + std::to_string(i->get());
  else if (auto b = n.as_boolean()) out += std::string("\"boolean\":") + (b->get() ? "true" : "false");
  else {  // floats, dates and times: their own spelling
    std::ostringstream o;
    n.visit([&](auto &v) { if constexpr (toml::is_value<decltype(v)>) o << v.get(); });
    out += (n.is_floating_point() ? "\"float\":" : "\"date\":") + quoted(o.str());
  }
  out += "}";
}

extern "C" ctoml_result ctoml_to_json(const char *text, size_t length) {
  try {
    toml::table t = toml::parse(std::string_view(text, length));
    std::string out;
    write(t, out);
    return {strdup(out.c_str()), nullptr, 0, 0};
  } catch (const toml::parse_error &e) {
    return {nullptr, strdup(std::string(e.description()).c_str()), e.source().begin.line, e.source().begin.column};
  } catch (const std::exception &e) {
    return {nullptr, strdup(e.what()), 0, 0};
  }
}

extern "C" void ctoml_free(char *text) { free(text); }
