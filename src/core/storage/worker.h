/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "database.h"

G_BEGIN_DECLS

/**
 * TendWorker:
 *
 * A thread with a connection of its own, doing one piece of work after the other.
 */
typedef struct _TendWorker TendWorker;

/* A piece of work, run on the worker's thread. NULL with @error on failure; a success without a result answers any
 * pointer that is not NULL. @context is what the worker was made with. */
typedef gpointer (*TendWork) (gpointer       context,
                              TendDatabase  *database,
                              gpointer       data,
                              GCancellable  *cancellable,
                              GError       **error);

/* @nice: it steps back behind the other threads of the process. Takes @database; @context is borrowed. @close runs on the thread before the connection is closed. May be NULL. */
TendWorker *tend_worker_new   (const char          *name,
                               gboolean             nice,
                               TendDatabase        *database,
                               gpointer             context,
                               void               (*close) (gpointer context, TendDatabase *database));
/* Ends after what is queued; waits for it. */
void        tend_worker_free  (TendWorker          *self);
/* Runs @work and waits. */
gpointer    tend_worker_call  (TendWorker          *self,
                               TendWork             work,
                               gpointer             data,
                               GCancellable        *cancellable,
                               GError             **error);
/* Runs @work and answers by @callback in the caller's main context, through a #GTask of @source.
 * Takes @data; @free_result frees a result that nobody takes. */
void        tend_worker_push  (TendWorker          *self,
                               gpointer             source,
                               TendWork             work,
                               gpointer             data,
                               GDestroyNotify       free_data,
                               GDestroyNotify       free_result,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);

G_END_DECLS
