// SaysoModels
