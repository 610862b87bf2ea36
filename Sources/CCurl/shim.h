// Typed doors to libcurl's variadic functions, which Swift cannot call.
#ifndef HALLWAY_CCURL_SHIM_H
#define HALLWAY_CCURL_SHIM_H
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

static inline CURLcode hw_set_long(CURL *h, CURLoption o, long v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode hw_set_string(CURL *h, CURLoption o, const char *v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode hw_set_headers(CURL *h, struct curl_slist *v) { return curl_easy_setopt(h, CURLOPT_HTTPHEADER, v); }

typedef size_t (*hw_data_callback)(char *data, size_t size, size_t count, void *context);
static inline CURLcode hw_set_on_body(CURL *h, hw_data_callback f, void *context) {
  curl_easy_setopt(h, CURLOPT_WRITEFUNCTION, f);
  return curl_easy_setopt(h, CURLOPT_WRITEDATA, context);
}
static inline CURLcode hw_set_on_header(CURL *h, hw_data_callback f, void *context) {
  curl_easy_setopt(h, CURLOPT_HEADERFUNCTION, f);
  return curl_easy_setopt(h, CURLOPT_HEADERDATA, context);
}

// For mail: who gets it, where its bytes come from, and what both sides say.
static inline CURLcode hw_set_recipients(CURL *h, struct curl_slist *v) { return curl_easy_setopt(h, CURLOPT_MAIL_RCPT, v); }
static inline CURLcode hw_set_on_upload(CURL *h, hw_data_callback f, void *context) {
  curl_easy_setopt(h, CURLOPT_READFUNCTION, f);
  return curl_easy_setopt(h, CURLOPT_READDATA, context);
}
typedef int (*hw_dialogue_callback)(CURL *h, curl_infotype type, char *data, size_t size, void *context);
static inline CURLcode hw_set_on_dialogue(CURL *h, hw_dialogue_callback f, void *context) {
  curl_easy_setopt(h, CURLOPT_DEBUGFUNCTION, f);
  curl_easy_setopt(h, CURLOPT_DEBUGDATA, context);
  return curl_easy_setopt(h, CURLOPT_VERBOSE, 1L);
}
// `text` has room for CURL_ERROR_SIZE bytes and lives as long as the handle.
static inline CURLcode hw_set_error_text(CURL *h, char *text) { return curl_easy_setopt(h, CURLOPT_ERRORBUFFER, text); }

// A guard is asked about each address: when a socket is opened, and again before a request goes out on a kept
// connection, for which no socket is opened. It gets the numeric address in network order (4 or 16 bytes).
typedef int (*hw_address_guard)(const unsigned char *address, int length, void *context);
struct hw_guard { hw_address_guard allow; void *context; };

static curl_socket_t hw_open_socket(void *p, curlsocktype purpose, struct curl_sockaddr *a) {
  struct hw_guard *g = (struct hw_guard *)p;
  (void)purpose;
  int ok = 0;
  if (a->family == AF_INET) {
    ok = g->allow((const unsigned char *)&((struct sockaddr_in *)&a->addr)->sin_addr, 4, g->context);
  } else if (a->family == AF_INET6) {
    ok = g->allow((const unsigned char *)&((struct sockaddr_in6 *)&a->addr)->sin6_addr, 16, g->context);
  }
  return ok ? socket(a->family, a->socktype | SOCK_CLOEXEC, a->protocol) : CURL_SOCKET_BAD;
}

#include <arpa/inet.h>
static int hw_before_request(void *p, char *primary_ip, char *local_ip, int port, int local_port) {
  struct hw_guard *g = (struct hw_guard *)p;
  unsigned char bytes[16];
  (void)local_ip; (void)port; (void)local_port;
  if (inet_pton(AF_INET, primary_ip, bytes) == 1 && g->allow(bytes, 4, g->context)) return CURL_PREREQFUNC_OK;
  if (inet_pton(AF_INET6, primary_ip, bytes) == 1 && g->allow(bytes, 16, g->context)) return CURL_PREREQFUNC_OK;
  return CURL_PREREQFUNC_ABORT;
}

// `guard` must live as long as the handle.
static inline void hw_set_guard(CURL *h, struct hw_guard *guard) {
  curl_easy_setopt(h, CURLOPT_OPENSOCKETFUNCTION, hw_open_socket);
  curl_easy_setopt(h, CURLOPT_OPENSOCKETDATA, guard);
  curl_easy_setopt(h, CURLOPT_PREREQFUNCTION, hw_before_request);
  curl_easy_setopt(h, CURLOPT_PREREQDATA, guard);
}

static inline long hw_get_long(CURL *h, CURLINFO what) { long v = 0; curl_easy_getinfo(h, what, &v); return v; }
static inline const char *hw_get_string(CURL *h, CURLINFO what) { char *v = 0; curl_easy_getinfo(h, what, &v); return v; }
static inline CURLMcode hw_multi_set_long(CURLM *m, CURLMoption o, long v) { return curl_multi_setopt(m, o, v); }
static inline CURLcode hw_message_result(CURLMsg *m) { return m->data.result; }
static inline int hw_message_is_done(CURLMsg *m) { return m->msg == CURLMSG_DONE; }
#endif
