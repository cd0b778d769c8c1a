// Sayso
