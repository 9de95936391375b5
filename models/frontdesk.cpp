#include "models/frontdesk.h"
