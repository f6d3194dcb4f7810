graph	[
	node	[
		id	0
		graphics	[
			x	340.
			fill	"#FFCC00"
		]
		LabelGraphics	[ text "A" ]
		gid	1
	]
	node	[ id	1 isGroup 1 ]
]
