graph [
  directed 1
  identifier "label"
  node [
    id 0
    label "a"
    label_ "&#28779;"
  ]
  edge [ source 0 target 0 key "e" directed 0 ]
  attributes [
    attribute [ for "node" name "label" type "string" key "label_" default "x" ]
    attribute [ for "edge" name "weight" type "float" default 1.5 ]
  ]
]
