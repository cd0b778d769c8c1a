// SaysoLedger
