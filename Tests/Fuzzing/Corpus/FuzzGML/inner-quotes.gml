graph [ node [ id 1 label "a "quoted" name" weight 2 ] node [ id 2 label "ends with "q"" ]
  node [ id 3 label "say "hello 5" times" graphics [ x 1 y 2 ] ]
  node [ id 4 label """ note ""q" begins" ]
  node [ id 5 label "the "#1" park" # not the second
    note "a "list ]" and a "key 7." of it" ]
  node [ id 6 label "" note "x" y "z" ] ]
