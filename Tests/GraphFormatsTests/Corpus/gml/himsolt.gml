Creator "x"
Version 1
graph [
  directed 1
  # a comment
  node [ id 1 label "A" ]
  node [ id 2 ]
  edge [ source 1 target 2 ]
]
