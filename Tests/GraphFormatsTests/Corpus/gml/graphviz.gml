graph [
  version 2
  directed 1
  bb "0,0,54,36"
  node [
    id 0
    name "a"
    graphics [
      x 27
      y 18
      w 54
      H 36
      hasFill 1
      fill "red"
    ]
  ]
]
