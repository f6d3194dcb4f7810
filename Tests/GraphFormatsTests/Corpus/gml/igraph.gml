Creator "igraph version 1.0"
Version 1
graph
[
  directed 0
  node
  [
    id 0
    name "火炬"
    x nan
    y 1e+300
  ]
]
