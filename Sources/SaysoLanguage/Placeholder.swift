// SaysoLanguage
