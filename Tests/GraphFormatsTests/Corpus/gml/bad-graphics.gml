graph [
  node [ id 0 graphics [ x "left" y 2 fill "red" ] ]
  node [ id 1 graphics [ x 1 ] ]
  node [ id 2 graphics 7 ]
]
