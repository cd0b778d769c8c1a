// SaysoLearning
