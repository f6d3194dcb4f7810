graph [
  node [
    id 0
    name "say \"hi\" <x>"
    path "C:\"
  ]
  node [ id 1 path "D:\" ]
]
