graph
[
  Creator "Gephi"
  directed 1
  node
  [
    id 0
    label "A"
    graphics
    [
      x 1.5
      y -2.0
      z 0.0
      w 10.0
      h 10.0
      d 10.0
      fill "#ff6600"
    ]
  ]
]
