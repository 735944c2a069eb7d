/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "application.h"
#include "background.h"
#include "window.h"

G_BEGIN_DECLS

/* application-actions.c */
void        tend_application_install_actions (TendApplication *self);
/* (transfer none) */
TendBackground *tend_application_get_background (TendApplication *self);
/* The window of the user's own book, presented; made where there is none. (transfer none) */
TendWindow *tend_application_present         (TendApplication *self);

G_END_DECLS
