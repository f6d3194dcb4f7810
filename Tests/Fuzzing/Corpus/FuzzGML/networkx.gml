graph [
  multigraph 1
  node [
    id 0
    label "a"
    tags "_networkx_list_start"
    tags "one"
  ]
  edge [
    source 0
    target 0
    key "x"
    weight 1.0E-7
  ]
]
