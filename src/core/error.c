/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"

typedef struct
{
  TendReason  reason;
  char       *field;
  char       *value;
  TendId      id;
} TendErrorPrivate;

static void
tend_error_private_init (TendErrorPrivate *priv)
{
  priv->reason = TEND_REASON_NONE;
}

static void
tend_error_private_copy (const TendErrorPrivate *from,
                         TendErrorPrivate       *to)
{
  to->reason = from->reason;
  to->field = g_strdup (from->field);
  to->value = g_strdup (from->value);
  to->id = from->id;
}

static void
tend_error_private_clear (TendErrorPrivate *priv)
{
  g_clear_pointer (&priv->field, g_free);
  g_clear_pointer (&priv->value, g_free);
}

G_DEFINE_EXTENDED_ERROR (TendError, tend_error)

static GError *
new_valist (TendErrorCode  code,
            TendReason     reason,
            const char    *field,
            const char    *value,
            const char    *format,
            va_list        args) G_GNUC_PRINTF (5, 0);

static GError *
new_valist (TendErrorCode  code,
            TendReason     reason,
            const char    *field,
            const char    *value,
            const char    *format,
            va_list        args)
{
  GError *error = g_error_new_valist (TEND_ERROR, code, format, args);
  TendErrorPrivate *priv = tend_error_get_private (error);

  priv->reason = reason;
  priv->field = g_strdup (field);
  priv->value = g_strdup (value);
  return error;
}

GError *
tend_error_new (TendErrorCode  code,
                TendReason     reason,
                const char    *field,
                const char    *value,
                const char    *format,
                ...)
{
  va_list args;
  GError *error;

  va_start (args, format);
  error = new_valist (code, reason, field, value, format, args);
  va_end (args);
  return error;
}

void
tend_set_error (GError       **error,
                TendErrorCode  code,
                TendReason     reason,
                const char    *field,
                const char    *value,
                const char    *format,
                ...)
{
  va_list args;

  if (error == NULL)
    return;
  va_start (args, format);
  g_propagate_error (error, new_valist (code, reason, field, value, format, args));
  va_end (args);
}

TendReason
tend_error_get_reason (const GError *error)
{
  return error != NULL && error->domain == TEND_ERROR ? tend_error_get_private (error)->reason : TEND_REASON_NONE;
}

const char *
tend_error_get_field (const GError *error)
{
  return error != NULL && error->domain == TEND_ERROR ? tend_error_get_private (error)->field : NULL;
}

const char *
tend_error_get_value (const GError *error)
{
  return error != NULL && error->domain == TEND_ERROR ? tend_error_get_private (error)->value : NULL;
}

TendId
tend_error_get_id (const GError *error)
{
  return error != NULL && error->domain == TEND_ERROR ? tend_error_get_private (error)->id : 0;
}

void
tend_error_set_id (GError *error,
                   TendId  id)
{
  g_return_if_fail (error != NULL && error->domain == TEND_ERROR);
  tend_error_get_private (error)->id = id;
}
