// Loads a folder of tables that parkgraph wrote into GraphX, and writes for each node its component
// and its PageRank: spark-shell -i graph.scala, with the folders in TABLES and RESULT.
//
// Edges count both ways, as parkgraph counts them unless told otherwise.

import org.apache.spark.graphx.{Edge, Graph, VertexId}

val tables = sys.env("TABLES")
// Texts may have several lines, and quotes in them are doubled.
val reader = spark.read.option("header", true).option("multiLine", true).option("escape", "\"")
val nodes = reader.csv(s"$tables/nodes.csv")
val edges = reader.csv(s"$tables/edges.csv")

// GraphX numbers nodes; the first column has their names.
val numbered = nodes.select(nodes.columns.head).rdd.map(_.getString(0)).zipWithIndex.cache()
val numbers = sc.broadcast(numbered.collectAsMap())
val arcs = edges.select("`:START_ID`", "`:END_ID`").rdd.flatMap { row =>
  val (source, target) = (numbers.value(row.getString(0)), numbers.value(row.getString(1)))
  Seq(Edge(source, target, 1), Edge(target, source, 1))
}
val graph = Graph(numbered.map(_.swap), arcs)

val components = graph.connectedComponents().vertices
// GraphX's ranks sum up to the number of nodes, ours to 1.
val ranks = graph.pageRank(1e-11).vertices
val count = graph.numVertices.toDouble
val result = graph.vertices.join(components).join(ranks).map {
  case (_, ((name, component), rank)) => (name, component, rank / count)
}
spark.createDataFrame(result).toDF("id", "component", "rank").coalesce(1).write.json(sys.env("RESULT"))
System.exit(0)
