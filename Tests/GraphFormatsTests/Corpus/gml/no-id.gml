graph [
  node [ label "a" ]
  node [ id 2 ]
]
