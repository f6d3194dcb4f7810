graph [ node [ id 1 point [ x 1 ] point [ x 2 ] label "a" label "b" ] ]
