/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"

G_BEGIN_DECLS

/* The names of rows that other rows refer to, and the currencies of accounts, read once each. */
typedef struct _TendLinks TendLinks;

TendLinks  *tend_links_new          (TendCli           *cli);
void        tend_links_free         (TendLinks         *self);
gboolean    tend_links_fetch        (TendLinks         *self,
                                     GPtrArray         *entities,
                                     GError           **error);
const char *tend_links_get          (TendLinks         *self,
                                     const TendNoun    *noun,
                                     TendId             id);
const char *tend_links_get_currency (TendLinks         *self,
                                     const TendRecord  *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendLinks, tend_links_free)

G_END_DECLS
