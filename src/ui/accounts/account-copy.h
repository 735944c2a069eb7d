/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "core/book.h"

G_BEGIN_DECLS

/* Puts accounts on the clipboard, as lines of text (name, city, phone, e-mail, website, between tabs) and as CSV with a
 * heading. The callback is called when they are there. */
void     tend_account_copy_async  (TendBook             *book,
                                   const TendId         *ids,
                                   gsize                 n_ids,
                                   GdkClipboard         *clipboard,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
/* @n: how many were copied. */
gboolean tend_account_copy_finish (GAsyncResult         *result,
                                   guint                *n,
                                   GError              **error);
/* The two texts themselves. @accounts: (element-type TendAccount). (transfer full) */
char    *tend_account_copy_text   (GPtrArray            *accounts);
char    *tend_account_copy_csv    (GPtrArray            *accounts);

G_END_DECLS
