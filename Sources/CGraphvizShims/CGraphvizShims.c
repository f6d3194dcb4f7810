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

int shim_count_fonts(const uint32_t *characters, size_t count) {
#ifdef __APPLE__
  void *library = dlopen("libfontconfig.1.dylib", RTLD_LAZY | RTLD_LOCAL);
#else
  void *library = dlopen("libfontconfig.so.1", RTLD_LAZY | RTLD_LOCAL);
#endif
  if (library == NULL) return -1;

  int (*init)(void) = dlsym(library, "FcInit");
  void *(*charset_create)(void) = dlsym(library, "FcCharSetCreate");
  int (*charset_add)(void *, uint32_t) = dlsym(library, "FcCharSetAddChar");
  void (*charset_destroy)(void *) = dlsym(library, "FcCharSetDestroy");
  void *(*pattern_create)(void) = dlsym(library, "FcPatternCreate");
  int (*pattern_add)(void *, const char *, const void *) = dlsym(library, "FcPatternAddCharSet");
  void (*pattern_destroy)(void *) = dlsym(library, "FcPatternDestroy");
  void *(*objects_create)(void) = dlsym(library, "FcObjectSetCreate");
  int (*objects_add)(void *, const char *) = dlsym(library, "FcObjectSetAdd");
  void (*objects_destroy)(void *) = dlsym(library, "FcObjectSetDestroy");
  font_set *(*list)(void *, void *, void *) = dlsym(library, "FcFontList");
  void (*list_destroy)(font_set *) = dlsym(library, "FcFontSetDestroy");
  if (!init || !charset_create || !charset_add || !charset_destroy || !pattern_create ||
      !pattern_add || !pattern_destroy || !objects_create || !objects_add || !objects_destroy ||
      !list || !list_destroy || !init()) {
    return -1;
  }

  int found = -1;
  void *charset = charset_create();
  void *pattern = pattern_create();
  void *objects = objects_create();
  if (charset && pattern && objects && objects_add(objects, "family")) {
    for (size_t index = 0; index < count; index++) charset_add(charset, characters[index]);
    pattern_add(pattern, "charset", charset);
    font_set *fonts = list(NULL, pattern, objects);
    if (fonts != NULL) {
      found = fonts->count;
      list_destroy(fonts);
    }
  }
  if (objects) objects_destroy(objects);
  if (pattern) pattern_destroy(pattern);
  if (charset) charset_destroy(charset);
  return found;
}
