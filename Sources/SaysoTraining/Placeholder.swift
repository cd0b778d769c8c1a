// SaysoTraining
