Creator "igraph version 1.3.4.9022"
Version 1
graph
[
  directed 0
  node
  [
    id 0
    name "a "quoted" name"
    label "say "hello 5" times"
    val 100000
    b 1
    myattr ""
  ]
  node
  [
    id 1
    name "x" y "z"
    label "two
lines "q" end"
    val NaN
    b 0
    myattr """
  ]
  node
  [
    id 2
    name "the "#1" park & co"
    label "tab	here \ back é 火"
    val Inf
    b 1
    myattr """"
  ]
  edge
  [
    source 1
    target 0
    weight 0.5
    note "ends with "q""
  ]
  edge
  [
    source 2
    target 1
    weight -Inf
    note ""q" begins"
  ]
]
