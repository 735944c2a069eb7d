/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Turns the bytes of a file in any encoding into UTF-8, a block at a time.
 *
 * What cannot be decoded is never dropped in silence and never stops the reading: each such byte (and each NUL, which
 * no text can hold) becomes one U+FFFD, and is told as a fault with its place in the UTF-8 that comes out.
 */
typedef struct _TendTextDecoder TendTextDecoder;

typedef struct
{
  guint64 offset;               /* of the U+FFFD in the UTF-8 handed out, in bytes from its beginning */
  guint8  byte;                 /* what stood there */
} TendTextFault;

TendTextDecoder *tend_text_decoder_new        (GInputStream     *stream,
                                               const char       *encoding,
                                               GError          **error);
void             tend_text_decoder_free       (TendTextDecoder  *self);
gssize           tend_text_decoder_read       (TendTextDecoder  *self,
                                               char             *buffer,
                                               gsize             size,
                                               GCancellable     *cancellable,
                                               GError          **error);
gboolean         tend_text_decoder_peek_fault (TendTextDecoder  *self,
                                               TendTextFault    *fault);
void             tend_text_decoder_drop_fault (TendTextDecoder  *self);
guint64          tend_text_decoder_bytes_read (TendTextDecoder  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendTextDecoder, tend_text_decoder_free)

G_END_DECLS
