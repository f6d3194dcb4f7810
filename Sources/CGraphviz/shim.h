#pragma once

// Debian keeps the headers in a folder, Homebrew's pkg-config names the folder itself.
#if __has_include(<graphviz/gvc.h>)
#include <graphviz/gvc.h>
#else
#include <gvc.h>
#endif
