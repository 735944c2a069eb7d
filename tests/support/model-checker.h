/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ModelChecker:
 *
 * Holds a list model to its contract: keeps a copy of the list, replays every items-changed onto it, and compares the two
 * right then, in the middle of whatever the model is doing. Sees that no object stands in it twice: GTK knows its rows by
 * them. Counts what it was told.
 */
typedef struct
{
  GListModel *model;
  GPtrArray  *shadow;
  guint       n_signals;
  guint       n_removed;
  guint       n_added;
  gboolean    may_repeat;  /* the parts of the list learn of a change one by one: what goes from one to another may be in both */
} ModelChecker;

ModelChecker *model_checker_new   (GListModel   *model);
void          model_checker_free  (ModelChecker *self);
/* Compares copy and list again, and what lies past the end. */
void          model_checker_check (ModelChecker *self);
/* Counts from here on. */
void          model_checker_reset (ModelChecker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ModelChecker, model_checker_free)

G_END_DECLS
