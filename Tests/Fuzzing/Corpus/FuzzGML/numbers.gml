graph [ node [ id 1 a 1. b .5 c +7 d -INF e NAN f 1E5 g 007 h 9223372036854775807 i 9223372036854775808 ] ]
