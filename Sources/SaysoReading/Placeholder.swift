// SaysoReading
