/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sample-book.h"
#include "ui/widgets/edit-dialog.h"

G_BEGIN_DECLS

/* A dialog on a row of the sample book as the person sees it who fills it in; the fixture of the tests of these dialogs. Fields
 * are named by the ids of their widgets. */
typedef struct
{
  TendSample      sample;
  GtkWidget      *window;
  TendEditDialog *dialog;
  TendOperation  *operation;  /* that was applied; NULL: none yet */
  guint           failed;
  gboolean        closed;
} TendForm;

/* A window without a dialog; 360 px wide where @data is "narrow". */
void        tend_form_set_up     (TendForm      *self,
                                  gconstpointer  data);
/* Closes the dialog and sees that nothing keeps it. */
void        tend_form_tear_down  (TendForm      *self,
                                  gconstpointer  data);
/* Takes @dialog, a new #TendEditDialog, and returns once it is drawn. */
void        tend_form_open       (TendForm      *self,
                                  AdwDialog     *dialog);
/* The widget, which must be there. (transfer none) */
GtkWidget  *tend_form_find       (TendForm      *self,
                                  GType          type,
                                  const char    *id);
/* Into an entry row. */
void        tend_form_type       (TendForm      *self,
                                  const char    *id,
                                  const char    *text);
/* One of a combo row's words. */
void        tend_form_select     (TendForm      *self,
                                  const char    *id,
                                  guint          position);
/* A row of the book, in a reference row. */
void        tend_form_choose     (TendForm      *self,
                                  const char    *id,
                                  TendId         row);
/* What an entry row says over what is typed there: its name, and how that was understood or what is wrong with it. */
const char *tend_form_get_title  (TendForm      *self,
                                  const char    *id);
gboolean    tend_form_can_save   (TendForm      *self);
void        tend_form_press_save (TendForm      *self);
/* Presses Save and waits until it is written and the dialog closed. */
void        tend_form_save       (TendForm      *self);
/* The row that the dialog wrote, of an operation that writes one; 0: none yet. */
TendId      tend_form_get_saved  (TendForm      *self);

G_END_DECLS
