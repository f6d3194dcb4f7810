graph [ directed perhaps node [ id 1 colour red ] ]
