/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The user data of a question to the book that does not keep the asking model alive: made when asking, taken once by the
 * callback, which gets the model (transfer full), or NULL where it is gone. */
static inline gpointer
tend_weak_request_new (gpointer object)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, object);

  return weak;
}

static inline gpointer
tend_weak_request_take (gpointer user_data)
{
  GWeakRef *weak = user_data;
  gpointer object = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);

  return object;
}

/* The same for a model of which only the newest question counts: the callback compares @cancellable with that of the model,
 * and leaves the answer alone where they differ. */
typedef struct
{
  GWeakRef      model;
  GCancellable *cancellable;
} TendLatestRequest;

static inline TendLatestRequest *
tend_latest_request_new (gpointer      model,
                         GCancellable *cancellable)
{
  TendLatestRequest *request = g_new0 (TendLatestRequest, 1);

  g_weak_ref_init (&request->model, model);
  request->cancellable = g_object_ref (cancellable);

  return request;
}

static inline void
tend_latest_request_free (TendLatestRequest *request)
{
  g_weak_ref_clear (&request->model);
  g_object_unref (request->cancellable);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendLatestRequest, tend_latest_request_free)

G_END_DECLS
