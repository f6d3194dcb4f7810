#define _GNU_SOURCE

#include "CGraphvizShims.h"

#include <dlfcn.h>
#include <locale.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

// MARK: Messages

static int discard(char *text) {
  (void)text;
  return 0;
}

void shim_capture_messages(int (*sink)(char *)) {
  static bool primed = false;
  if (!primed) {
    const size_t length = 1 << 20;
    char *spaces = malloc(length + 1);
    if (spaces != NULL) {
      memset(spaces, ' ', length);
      spaces[length] = '\0';
      agseterrf(discard);
      // Without arguments: there is no argument list that could be read twice.
      agerr(AGWARN, spaces);
      free(spaces);
      primed = true;
    }
  }
  agseterrf(sink);
  agreseterrors();
}

bool shim_renumber_searches(Agraph_t *graph, GVC_t *context) {
  static void (*search)(Agraph_t *, int);
  static bool is_known;
  if (!is_known) {
    is_known = true;
    // Later versions count further.
    void *plugin = strncmp(gvcVersion(context), "2.4", 3) == 0
        ? dlopen("libgvplugin_dot_layout.so.6", RTLD_LAZY | RTLD_LOCAL | RTLD_NOLOAD)
        : NULL;
    if (plugin != NULL) search = dlsym(plugin, "decompose");
  }
  Agnode_t *node = agfstnode(graph);
  if (search == NULL || node == NULL) return false;
  // The number shows in the node that the search finds; after 255 comes 1.
  for (int round = 0; round < 256; round++) {
    search(graph, 0);
    if ((unsigned char)ND_mark(node) == 1) return true;
  }
  return false;
}

#ifdef __GLIBC__

// One stream for the life of the process: another thread may still be writing to it after the
// capture has ended.
static FILE *capturing_stream;
static FILE *original_stderr;
static pthread_t captured_thread;
static shim_message_sink captured_sink;

static ssize_t write_message(void *cookie, const char *bytes, size_t count) {
  (void)cookie;
  if (pthread_equal(pthread_self(), captured_thread)) {
    captured_sink(bytes, count);
  } else {
    fwrite(bytes, 1, count, original_stderr);
  }
  return (ssize_t)count;
}

void shim_begin_stderr_capture(shim_message_sink sink) {
  if (capturing_stream == NULL) {
    cookie_io_functions_t functions = {.write = write_message};
    FILE *stream = fopencookie(NULL, "w", functions);
    if (stream == NULL) return;
    // Unbuffered, so that every piece arrives on the thread that wrote it.
    setvbuf(stream, NULL, _IONBF, 0);
    original_stderr = stderr;
    capturing_stream = stream;
  }
  captured_thread = pthread_self();
  captured_sink = sink;
  if (stderr != capturing_stream) original_stderr = stderr;
  stderr = capturing_stream;
}

void shim_end_stderr_capture(void) {
  if (capturing_stream != NULL && stderr == capturing_stream) stderr = original_stderr;
}

#else

void shim_begin_stderr_capture(shim_message_sink sink) { (void)sink; }
void shim_end_stderr_capture(void) {}

#endif

void shim_use_c_locale_on_this_thread(void) {
  locale_t c = newlocale(LC_ALL_MASK, "C", NULL);
  if (c != NULL) uselocale(c);
}

// MARK: Fonts

// Pango brings fontconfig along; it is looked up at run time so that the package needs no header
// of it. The only structure whose layout is relied upon begins with the number of fonts.
typedef struct {
  int count;
  int capacity;
  void **fonts;
} font_set;

typedef struct {
  void *(*pattern_create)(void);
  int (*add_string)(void *, const char *, const char *);
  int (*add_charset)(void *, const char *, const void *);
  void (*pattern_destroy)(void *);
  void *(*charset_create)(void);
  int (*charset_add)(void *, uint32_t);
  void (*charset_destroy)(void *);
  void *(*objects_create)(void);
  int (*objects_add)(void *, const char *);
  void (*objects_destroy)(void *);
  font_set *(*list)(void *, void *, void *);
  void (*list_destroy)(font_set *);
} font_library;

static bool open_fonts(font_library *fonts) {
#ifdef __APPLE__
  void *library = dlopen("libfontconfig.1.dylib", RTLD_LAZY | RTLD_LOCAL);
#else
  void *library = dlopen("libfontconfig.so.1", RTLD_LAZY | RTLD_LOCAL);
#endif
  if (library == NULL) return false;
  int (*init)(void) = dlsym(library, "FcInit");
  fonts->pattern_create = dlsym(library, "FcPatternCreate");
  fonts->add_string = dlsym(library, "FcPatternAddString");
  fonts->add_charset = dlsym(library, "FcPatternAddCharSet");
  fonts->pattern_destroy = dlsym(library, "FcPatternDestroy");
  fonts->charset_create = dlsym(library, "FcCharSetCreate");
  fonts->charset_add = dlsym(library, "FcCharSetAddChar");
  fonts->charset_destroy = dlsym(library, "FcCharSetDestroy");
  fonts->objects_create = dlsym(library, "FcObjectSetCreate");
  fonts->objects_add = dlsym(library, "FcObjectSetAdd");
  fonts->objects_destroy = dlsym(library, "FcObjectSetDestroy");
  fonts->list = dlsym(library, "FcFontList");
  fonts->list_destroy = dlsym(library, "FcFontSetDestroy");
  return init && fonts->pattern_create && fonts->add_string && fonts->add_charset &&
         fonts->pattern_destroy && fonts->charset_create && fonts->charset_add &&
         fonts->charset_destroy && fonts->objects_create && fonts->objects_add &&
         fonts->objects_destroy && fonts->list && fonts->list_destroy && init();
}

/// Counts the fonts that match a pattern.
static int count_matches(const font_library *fonts, void *pattern) {
  int found = -1;
  void *objects = fonts->objects_create();
  if (objects && fonts->objects_add(objects, "family")) {
    font_set *matches = fonts->list(NULL, pattern, objects);
    if (matches != NULL) {
      found = matches->count;
      fonts->list_destroy(matches);
    }
  }
  if (objects) fonts->objects_destroy(objects);
  return found;
}

int shim_count_fonts(const uint32_t *characters, size_t count) {
  font_library fonts;
  if (!open_fonts(&fonts)) return -1;
  int found = -1;
  void *charset = fonts.charset_create();
  void *pattern = fonts.pattern_create();
  if (charset && pattern) {
    for (size_t index = 0; index < count; index++) fonts.charset_add(charset, characters[index]);
    if (fonts.add_charset(pattern, "charset", charset)) found = count_matches(&fonts, pattern);
  }
  if (pattern) fonts.pattern_destroy(pattern);
  if (charset) fonts.charset_destroy(charset);
  return found;
}

int shim_count_families(const char *name) {
  font_library fonts;
  if (!open_fonts(&fonts)) return -1;
  int found = -1;
  void *pattern = fonts.pattern_create();
  if (pattern && fonts.add_string(pattern, "family", name)) found = count_matches(&fonts, pattern);
  if (pattern) fonts.pattern_destroy(pattern);
  return found;
}
