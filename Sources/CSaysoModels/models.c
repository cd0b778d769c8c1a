#include "CSaysoModels.h"
