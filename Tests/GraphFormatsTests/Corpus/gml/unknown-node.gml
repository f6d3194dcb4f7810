graph [
  node [ id 2 ]
  edge [ source 2 target 3 ]
]
