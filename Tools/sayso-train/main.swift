print("sayso")
