/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

/* About Tend, with what helps to find a fault: versions, the desktop, and the size of the book; never a name, a path or
 * anything else that stands in it. @book may be NULL. */
AdwDialog *tend_about_dialog_new (TendBook *book);

G_END_DECLS
