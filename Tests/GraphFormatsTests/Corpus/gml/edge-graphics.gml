Creator "yFiles"
graph [
  node [ id 0 graphics [ x 10 y 20 w 30 h 40 type "ellipse" fill "#FFCC00" outline "#000000" ] ]
  edge [ source 0 target 0 graphics [ fill "#0000FF" width 2 style "dashed" targetArrow "standard" Line [ point [ x 1 y 2 ] point [ x 3 y 4 ] ] ] ]
]
