// SaysoEvaluation
