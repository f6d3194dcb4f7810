Creator "somebody"
Graph [ Directed 1
  Node [ Id 1 Label "a" ID "kept" ] NODE [ id 2 ]
  Edge [ Source 1 TARGET 2 Weight 1E5 ] ]
