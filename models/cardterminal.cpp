#include "models/cardterminal.h"
