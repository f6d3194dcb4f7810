graph [ node [ id n0 label Torch ] node [ id "n 1" ] edge [ source n0 target "n 1" ] ]
