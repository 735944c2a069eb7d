/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "../search/search-index.h"
#include "database.h"

G_BEGIN_DECLS

/**
 * TendTextReader:
 *
 * Reads the searchable texts of all accounts ahead of the first search, on a thread and with a connection of its own: a
 * second for a million accounts, for which nobody who types shall wait.
 */
typedef struct _TendTextReader TendTextReader;

/* Begins to read the book at @path. */
TendTextReader  *tend_text_reader_new  (const char      *path);
/* Stops reading, and waits for the thread. */
void             tend_text_reader_free (TendTextReader  *self);
/* The texts, and the change of the journal up to which they are right; waits for them. Only once. May be called again
 * after @cancellable was what ended the wait. (transfer full) */
TendSearchIndex *tend_text_reader_take (TendTextReader  *self,
                                        gint64          *sequence,
                                        GCancellable    *cancellable,
                                        GError         **error);

/* The same on this thread, from the snapshot that @database is in; @stop: (nullable): set by another thread to give up. */
TendSearchIndex *tend_text_reader_read (TendDatabase    *database,
                                        int             *stop,
                                        GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendTextReader, tend_text_reader_free)

G_END_DECLS
