graph [ directed "1" node [ id 1 my-key 1 my.key 2 größe 3 ]
  edge [ source 1 target 1 ] edge [ source 1 target 1 directed "false" ] ]
