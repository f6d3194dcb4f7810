graph [
  node [ id 1 colour red ]
]
