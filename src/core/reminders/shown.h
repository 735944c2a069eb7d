/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../types.h"

G_BEGIN_DECLS

/**
 * TendShown:
 *
 * Which follow-ups the desktop shows a reminder of, each by itself or within the digest. Desktops keep notifications of a
 * program that has ended, so this is written down (see #TendClaim) and outlives the process.
 */
typedef struct _TendShown TendShown;

TendShown *tend_shown_new        (void);
void       tend_shown_free       (TendShown  *self);
void       tend_shown_add        (TendShown  *self,
                                  TendId      follow_up,
                                  gboolean    digest);
/* FALSE where it was not shown. @digest: whether it was in the digest. */
gboolean   tend_shown_remove     (TendShown  *self,
                                  TendId      follow_up,
                                  gboolean   *digest);
gboolean   tend_shown_contains   (TendShown  *self,
                                  TendId      follow_up);
/* Ids shown; with @digest those within the digest alone. (transfer full) (element-type TendId) */
GArray    *tend_shown_list       (TendShown  *self,
                                  gboolean    digest);
/* A line each; what cannot be read is left out. */
char      *tend_shown_to_text    (TendShown  *self);
void       tend_shown_read       (TendShown  *self,
                                  const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendShown, tend_shown_free)

G_END_DECLS
