# `with_igraph.R read FILE` says in JSON what igraph finds in a file or, of a folder, what base R and
# igraph find in its tables; `write FILE` has igraph write a graph of its own and says the same of that.
suppressMessages(library(igraph))

json <- function(value) {
  if (is.character(value)) {
    for (pair in list(c("\\", "\\\\"), c('"', '\\"'), c("\n", "\\n"), c("\r", "\\r"), c("\t", "\\t"))) {
      value <- gsub(pair[1], pair[2], value, fixed = TRUE)
    }
    return(paste0('"', value, '"'))
  }
  if (is.logical(value)) return(ifelse(value, "true", "false"))
  ifelse(is.nan(value), "NaN", ifelse(is.infinite(value), ifelse(value > 0, "Infinity", "-Infinity"),
    sprintf("%.17g", as.numeric(value))))
}

# Rows of values by name, those that are missing left out.
rows <- function(columns, count) {
  if (length(columns) == 0) return(rep("{}", count))
  members <- sapply(names(columns), function(name) {
    column <- columns[[name]]
    ifelse(is.na(column) & !is.nan(column), "", paste0(json(name), ": ", json(column), ", "))
  })
  members <- matrix(members, nrow = count)
  paste0("{", sub(", $", "", apply(members, 1, paste0, collapse = "")), "}")
}
is.nan <- function(value) if (is.numeric(value)) base::is.nan(value) else rep(FALSE, length(value))

describe <- function(graph) {
  ends <- as_edgelist(graph, names = FALSE) - 1
  edges <- if (ecount(graph) == 0) character() else
    paste0("[", ends[, 1], ", ", ends[, 2], ", ", rows(edge_attr(graph), ecount(graph)), "]")
  cat('{"directed": ', json(is_directed(graph)), ', "graph": ', rows(graph_attr(graph), 1),
    ', "nodes": [', paste(rows(vertex_attr(graph), vcount(graph)), collapse = ",\n"),
    '], "edges": [', paste(edges, collapse = ",\n"), "]}\n", sep = "")
}

# To DOT and GML, igraph 1.3 writes infinities and exponents in ways that nothing reads.
sample_graph <- function(ending) {
  graph <- make_graph(c(1, 2, 1, 2, 3, 3), n = 4, directed = TRUE)
  V(graph)$name <- c("火炬", "&<x>", "back\\slash", "]]>")
  V(graph)$size <- if (ending == "graphml") c(1, 2.5, 1e-300, -Inf) else c(1, 2.5, -3, 0.125)
  V(graph)$open <- c(TRUE, FALSE, TRUE, TRUE)
  E(graph)$weight <- c(0.125, 2, 0.25)
  E(graph)$kind <- c("a", "b", "c")
  graph$title <- "牽手"
  graph
}

arguments <- commandArgs(TRUE)
path <- arguments[2]
if (arguments[1] == "write") {
  ending <- sub(".*\\.", "", path)
  graph <- sample_graph(ending)
  suppressWarnings(write_graph(graph, path, ending))
} else if (dir.exists(path)) {
  table <- function(name) {
    read.csv(file.path(path, name), check.names = FALSE, encoding = "UTF-8", na.strings = "")
  }
  edges <- table("edges.csv")
  graph <- graph_from_data_frame(edges, directed = arguments[3] == "directed", table("nodes.csv"))
} else {
  ending <- sub(".*\\.", "", path)
  graph <- if (ending == "edges") read_graph(path, "ncol", directed = arguments[3] == "directed") else
    suppressWarnings(read_graph(path, ending))
}
describe(graph)
