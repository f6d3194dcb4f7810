import ParkCommands

Parkgraph.main()
