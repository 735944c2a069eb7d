/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window.h"

G_BEGIN_DECLS

/* Hands accounts over, however it was asked for (drop, menu, keyboard): looks what that would do; refuses in a sentence;
 * asks where there is something to decide or to warn of, else does it at once; and leaves an Undo. @manager 0: the user
 * chooses one first. */
void tend_reassign_begin (TendWindow   *window,
                          const TendId *accounts,
                          gsize         n_accounts,
                          TendId        manager);

G_END_DECLS
