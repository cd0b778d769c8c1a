// SaysoAttribution
