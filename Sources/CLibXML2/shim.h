#pragma once

// Debian's libxml2 brings in ICU's headers, which clash with those of Foundation's own ICU. Only a
// structure that is never looked into depends on them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>

// A macro that Swift can't import: what marks a table of callbacks as one of SAX2.
static const unsigned int park_sax2_magic = XML_SAX2_MAGIC;
