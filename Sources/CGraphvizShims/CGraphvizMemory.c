#define _GNU_SOURCE

#include "CGraphvizShims.h"

#include <dlfcn.h>
#include <string.h>
#include <sys/mman.h>

// The engines compare the addresses of nodes of graphs that they make on the way, to put them in
// order, and also the addresses of such as are gone: with the system's allocator fdp draws another
// picture each time, and may take a new node for an old one at the same place and crash. Here
// addresses grow in the order in which memory is asked for, and none is given out twice.

/// Reserved, not used: the system hands out pages as they are touched.
static const size_t reserved_bytes = 1 << 27;
/// What stays touched between two graphs.
static const size_t kept_bytes = 1 << 22;

static char *reserve;
static size_t used;
static int users;
/// Other threads may use libcgraph, too, and get memory as ever.
static _Thread_local bool is_growing;

static bool is_reserved(const void *memory) {
  return reserve != NULL && (const char *)memory >= reserve &&
         (const char *)memory < reserve + reserved_bytes;
}

static void *take(void *heap, size_t count) {
  (void)heap;
  size_t rounded = (count + 15) & ~(size_t)15;
  if (!is_growing || rounded < count || rounded > reserved_bytes - used) return calloc(1, count);
  char *memory = reserve + used;
  used += rounded;
  return memset(memory, 0, count);
}

static void *resize(void *heap, void *memory, size_t old_count, size_t count) {
  if (is_reserved(memory)) {
    if (count <= old_count) return memory;
    void *larger = take(heap, count);
    return larger == NULL ? NULL : memcpy(larger, memory, old_count);
  }
  char *larger = realloc(memory, count);
  if (larger != NULL && count > old_count) memset(larger + old_count, 0, count - old_count);
  return larger;
}

static void give_back(void *heap, void *memory) {
  (void)heap;
  if (!is_reserved(memory)) free(memory);
}

// Two functions of libcgraph, here in place of its own: its dictionaries, when they have forgotten
// whose they are, free without asking where the memory came from.

typedef void *(*dictionary_memory)(Dict_t *, void *, size_t, Dtdisc_t *);
typedef void (*dictionary_free)(Dict_t *, void *, Dtdisc_t *);

void *agdictobjmem(Dict_t *, void *, size_t, Dtdisc_t *);
void agdictobjfree(Dict_t *, void *, Dtdisc_t *);

void *agdictobjmem(Dict_t *dictionary, void *memory, size_t count, Dtdisc_t *discipline) {
  static dictionary_memory original;
  if (is_reserved(memory)) return NULL;
  if (original == NULL) original = (dictionary_memory)dlsym(RTLD_NEXT, "agdictobjmem");
  return original(dictionary, memory, count, discipline);
}

void agdictobjfree(Dict_t *dictionary, void *memory, Dtdisc_t *discipline) {
  static dictionary_free original;
  if (is_reserved(memory)) return;
  if (original == NULL) original = (dictionary_free)dlsym(RTLD_NEXT, "agdictobjfree");
  original(dictionary, memory, discipline);
}

/// On macOS, and in what is loaded at run time, a function here does not take the place of one
/// there; then memory is as ever.
static bool takes_places(void) {
  return dlsym(RTLD_DEFAULT, "agdictobjmem") == (void *)agdictobjmem &&
         dlsym(RTLD_NEXT, "agdictobjmem") != NULL && dlsym(RTLD_NEXT, "agdictobjfree") != NULL;
}

void shim_begin_graph_memory(void) {
  if (reserve == NULL) {
    if (!takes_places()) return;
    void *memory = mmap(NULL, reserved_bytes, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) return;
    reserve = memory;
    AgMemDisc.alloc = take;
    AgMemDisc.resize = resize;
    AgMemDisc.free = give_back;
  }
  users++;
  is_growing = true;
}

void shim_end_graph_memory(void) {
  if (users == 0 || --users > 0) return;
  is_growing = false;
  if (used > kept_bytes) madvise(reserve + kept_bytes, used - kept_bytes, MADV_DONTNEED);
  used = 0;
}

void shim_pause_graph_memory(bool pauses) {
  is_growing = !pauses && users > 0;
}

/// libgvc's allocator, here in place of its own: with a little more than is asked for.
///
/// The router of curved edges (`mkTriGraph` of 2.42) divides the room between the nodes into
/// triangles, of which some may be left in the middle of round nodes. It counts one element too few
/// for each of these, and writes past the end of an array that has three elements for each corner
/// of each node, where at most every third corner can have such a triangle.
void *gmalloc(size_t count);
void *gmalloc(size_t count) {
  size_t more = count / 8 + 16;
  return count == 0 || count > SIZE_MAX - more ? NULL : malloc(count + more);
}
