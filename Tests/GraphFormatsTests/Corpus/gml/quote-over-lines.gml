graph [
  node [ id 1 label "without an end
    note "it goes on" ]
]
