#include "models/deskaccess.h"
