#pragma once

// What Swift cannot import from libgvc: macros, variadic functions, global variables, and
// functions that take `char *` for text they only read. What is not a line or two long is in
// CGraphvizShims.c, CGraphvizMemory.c and, for helper processes, in CGraphvizHelper.c.

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/types.h>

#if __has_include(<graphviz/gvc.h>)
#include <graphviz/gvc.h>
#else
#include <gvc.h>
#endif

// MARK: Memory of graphs

/// From here to the matching end, graphs that this thread makes, and those that libgvc makes on the
/// way, get memory whose addresses grow and are never used again. At the end of the last one it is
/// all gone: graphs are closed before.
void shim_begin_graph_memory(void);
void shim_end_graph_memory(void);

/// In between, for graphs that stay.
void shim_pause_graph_memory(bool pauses);

// MARK: Building a graph

/// Opens a graph whose names are numbered by `ids`, which has to outlive it; by libcgraph's own
/// way without.
static inline Agraph_t *shim_open(
    const char *name, bool directed, bool strict, Agiddisc_t *ids) {
  Agdesc_t kind = directed ? (strict ? Agstrictdirected : Agdirected)
                           : (strict ? Agstrictundirected : Agundirected);
  Agdisc_t disciplines = {.mem = &AgMemDisc, .id = ids != NULL ? ids : &AgIdDisc, .io = &AgIoDisc};
  return agopen((char *)name, kind, &disciplines);
}

static inline Agnode_t *shim_add_node(Agraph_t *graph, const char *name) {
  return agnode(graph, (char *)name, 1);
}

static inline Agedge_t *shim_add_edge(Agraph_t *graph, Agnode_t *tail, Agnode_t *head) {
  return agedge(graph, tail, head, NULL, 1);
}

static inline Agraph_t *shim_add_subgraph(Agraph_t *graph, const char *name) {
  return agsubg(graph, (char *)name, 1);
}

typedef enum {
  shim_kind_graph = AGRAPH,
  shim_kind_node = AGNODE,
  shim_kind_edge = AGEDGE,
} shim_kind;

static inline Agsym_t *shim_declare(
    Agraph_t *graph, shim_kind kind, const char *name, const char *value) {
  return agattr(graph, kind, (char *)name, (char *)value);
}

/// Sets an attribute; `html` marks the value as an HTML-like label, which plain text never is.
static inline bool shim_set(
    Agraph_t *graph, void *object, Agsym_t *attribute, const char *value, bool html) {
  if (!html) return agxset(object, attribute, (char *)value) == 0;
  char *text = agstrdup_html(graph, (char *)value);
  bool done = text != NULL && agxset(object, attribute, text) == 0;
  if (text != NULL) agstrfree(graph, text);
  return done;
}

// MARK: Reading DOT

static inline Agnode_t *shim_edge_tail(Agedge_t *edge) { return AGTAIL(edge); }
static inline Agnode_t *shim_edge_head(Agedge_t *edge) { return AGHEAD(edge); }
/// The place in the order in which edges were made.
static inline uint64_t shim_edge_sequence(Agedge_t *edge) { return AGSEQ(edge); }

static inline Agsym_t *shim_next_attribute(Agraph_t *graph, shim_kind kind, Agsym_t *attribute) {
  return agnxtattr(graph, kind, attribute);
}

static inline bool shim_is_html(char *value) { return aghtmlstr(value) != 0; }

// MARK: Reading a layout

static inline boxf shim_graph_box(Agraph_t *graph) { return GD_bb(graph); }
static inline textlabel_t *shim_graph_label(Agraph_t *graph) { return GD_label(graph); }

/// True when the subgraph was laid out as a cluster, so that its record and its box exist.
static inline bool shim_has_layout(Agraph_t *graph) {
  return aggetrec(graph, "Agraphinfo_t", 0) != NULL;
}

static inline pointf shim_node_position(Agnode_t *node) { return ND_coord(node); }
static inline double shim_node_width(Agnode_t *node) { return ND_width(node); }
static inline double shim_node_height(Agnode_t *node) { return ND_height(node); }
static inline textlabel_t *shim_node_label(Agnode_t *node) { return ND_label(node); }
/// dot's rank, and the place in it: after its first phase, and after its second.
static inline int shim_node_rank(Agnode_t *node) { return ND_rank(node); }
static inline int shim_node_order(Agnode_t *node) { return ND_order(node); }
static inline textlabel_t *shim_node_xlabel(Agnode_t *node) { return ND_xlabel(node); }

static inline bool shim_node_outline_is_finite(Agnode_t *node) {
  shape_desc *shape = ND_shape(node);
  polygon_t *polygon = ND_shape_info(node);
  if (shape == NULL || shape->polygon == NULL || polygon == NULL) return true;
  if (polygon->vertices == NULL) return true;
  int count = (polygon->sides < 3 ? 2 : polygon->sides)
      * (polygon->peripheries < 1 ? 1 : polygon->peripheries);
  for (int index = 0; index < count; index++) {
    if (!isfinite(polygon->vertices[index].x) || !isfinite(polygon->vertices[index].y)) {
      return false;
    }
  }
  return true;
}

static inline splines *shim_edge_splines(Agedge_t *edge) { return ED_spl(edge); }
static inline textlabel_t *shim_edge_label(Agedge_t *edge) { return ED_label(edge); }
static inline textlabel_t *shim_edge_xlabel(Agedge_t *edge) { return ED_xlabel(edge); }
static inline textlabel_t *shim_edge_tail_label(Agedge_t *edge) { return ED_tail_label(edge); }
static inline textlabel_t *shim_edge_head_label(Agedge_t *edge) { return ED_head_label(edge); }

/// Starts the C library's two generators anew; parts of the engines use them unseeded.
static inline void shim_seed(uint32_t seed) {
  srand(seed);
  srand48((long)seed);
}

/// Lets dot number its searches from the beginning again.
///
/// dot 2.42 marks what a search has found with the search's number, a byte, in a place where other
/// searches leave a 1; some 250 searches into a program's life it finds nothing and crashes.
/// `graph` has a node and has been laid out by dot. False if this version of Graphviz has no way.
bool shim_renumber_searches(Agraph_t *graph, GVC_t *context);

// MARK: Messages

/// Receives a piece of a message; called on the thread that wrote it.
typedef void (*shim_message_sink)(const char *bytes, size_t count);

/// Sends libcgraph's messages to `sink`, and makes the buffer in which it formats them so large
/// that its growing, which is undefined behaviour for a message with arguments, never happens.
void shim_capture_messages(int (*sink)(char *));

/// Until the matching end, sends to `sink` what the calling thread writes to the C stream `stderr`
/// (Pango, cairo and parts of libgvc do); what other threads write goes where it always goes.
/// One thread at a time. Does nothing where the C library has no way to do this.
void shim_begin_stderr_capture(shim_message_sink sink);
void shim_end_stderr_capture(void);

/// Numbers are written with a decimal point on this thread whatever the host's locale is.
void shim_use_c_locale_on_this_thread(void);

// MARK: Fonts

/// How many fonts fontconfig knows that hold every one of the characters; −1 without fontconfig.
int shim_count_fonts(const uint32_t *characters, size_t count);

/// How many fonts of a family fontconfig knows; −1 without fontconfig.
int shim_count_families(const char *name);

// MARK: Helper processes

typedef struct {
  int process;
  /// A socket: writing to it never raises SIGPIPE.
  int input;
  int output;
  int errors;
} shim_helper;

/// Starts a program in a process group of its own, with no descriptor but its three streams.
/// Zero, or what the system said; the three descriptors do not block and belong to the caller.
int shim_helper_start(const char *path, char *const arguments[], shim_helper *helper);

/// Sends what fits; like `write`, but a closed end is an error instead of a signal.
ssize_t shim_helper_send(int descriptor, const void *bytes, size_t count);

/// Waits for readiness of up to three descriptors (−1: none); a negative time waits for ever.
/// Bits of the result: 1 can take input, which is asked for with `has_input`, 2 has output, 4 has
/// errors.
int shim_helper_poll(const shim_helper *helper, int milliseconds, bool has_input);

typedef struct {
  bool has_ended;
  /// −1 if a signal ended the process, or if the system kept no status.
  int exit_code;
  int signal;
} shim_helper_status;

shim_helper_status shim_helper_status_of(const shim_helper *helper, bool wait);

/// Ends the helper's process group at once.
void shim_helper_kill(const shim_helper *helper);

/// How much memory the helper holds; 0 if the system does not tell.
uint64_t shim_helper_resident_bytes(const shim_helper *helper);

/// In the helper: bounds the CPU time of its life and, above zero, its memory; no core is dumped.
void shim_helper_limit(uint64_t cpu_seconds, uint64_t memory_bytes);

/// In the helper: bounds the CPU time from now on, within that of its life.
void shim_helper_allow_cpu(uint64_t seconds);

/// In the helper: ends it when the other end of this descriptor is closed, as it is when the host
/// ends, whatever the helper is doing.
void shim_helper_follow(int descriptor);
