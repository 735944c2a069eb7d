/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;             /* (static) as iconv and people know it: "UTF-8", "UTF-16LE", "WINDOWS-1252", … */
  gboolean    mark;             /* the file begins with a byte order mark */
  gboolean    certain;          /* FALSE: it is no UTF-8, and its letters look unlike a western language */
} TendTextEncoding;

gboolean tend_text_encoding_detect (GInputStream      *stream,
                                    TendTextEncoding  *encoding,
                                    GCancellable      *cancellable,
                                    GError           **error);

G_END_DECLS
