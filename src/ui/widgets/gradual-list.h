/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TEND_TYPE_GRADUAL_LIST (tend_gradual_list_get_type ())

/**
 * TendGradualList:
 *
 * A selection model as it is, but for the moment when it is filled: then the items in sight are told of at once, and some
 * after them in small steps, each of a few ms, between which the window draws and answers. A GtkListView makes widgets for its first two hundred items
 * within the signal that brings them, however few of them it shows; brought at once, they hold up everything else.
 *
 * Selections of all, and whatever is selected past what was told of, are the model's own.
 */
G_DECLARE_FINAL_TYPE (TendGradualList, tend_gradual_list, TEND, GRADUAL_LIST, GObject)

/* @model is taken. @n_first: how many items are in sight, more or less; at least 1. */
TendGradualList *tend_gradual_list_new       (GtkSelectionModel *model,
                                              guint              n_first);
/* Whether all items were told of; "whole" is notified. */
gboolean         tend_gradual_list_get_whole (TendGradualList   *self);
/* Tells of all items at once, for who cannot wait. */
void             tend_gradual_list_finish    (TendGradualList   *self);

G_END_DECLS
