/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TendLinkKind:
 *
 * What Tend hands to the desktop: nothing but these.
 */
typedef enum
{
  TEND_LINK_MAIL,     /* an e-mail address → mailto: */
  TEND_LINK_CALL,     /* a phone number → tel: */
  TEND_LINK_WEBSITE,  /* a web address, with or without its scheme → http: or https: */
} TendLinkKind;

/* The URI for @text, NULL where it is none that is safe to open. A mailto: made here has an address and nothing else:
 * no header, no second address, whatever the text holds. (transfer full) (nullable) */
char     *tend_link_make      (TendLinkKind  kind,
                               const char   *text);
/* The one gate: whether @uri may be handed to the desktop (mailto with a bare address, tel, http, https with a host). */
gboolean  tend_link_is_safe   (const char   *uri);
/* Opens @uri with the desktop's handler for it. An unsafe one is not opened: %G_IO_ERROR_INVALID_ARGUMENT. */
void      tend_link_open      (GtkWidget           *parent,
                               const char          *uri,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
gboolean  tend_link_open_finish (GAsyncResult      *result,
                                 GError           **error);

G_END_DECLS
