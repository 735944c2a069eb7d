/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../entities/noun.h"
#include "../rules/health.h"

G_BEGIN_DECLS

/**
 * TendSampleOptions:
 * @n_accounts: how many accounts
 * @seed: another number, another book
 * @language: "de" or "en": of names, places and promises
 * @now: the instant around which everything lies
 * @lean: only accounts, contacts, follow-ups and handovers: those that the whole book has too, but for the follow-ups of
 *   its needs and opportunities
 * @n_interactions: how many interactions the first account has; 0 = as many as it would have had
 *
 * What a sample book shall be. The same options make the same book, row for row.
 */
typedef struct
{
  guint n_accounts;
  guint64 seed;
  const char *language;
  TendInstant now;
  gboolean lean;
  guint n_interactions;
} TendSampleOptions;

/**
 * TendSampleSink:
 * @record: the next row, complete with id and derived fields; the sink may only look
 * @data: the caller's
 * @error: where to say why not
 *
 * Takes the rows in an order in which every reference leads back to a row that was there before.
 *
 * Returns: whether to go on
 */
typedef gboolean (*TendSampleSink) (const TendRecord  *record,
                                    gpointer           data,
                                    GError           **error);

/**
 * TendSampleHealthSink:
 * @account: the id of an account that was there before
 * @points: (array length=n_points): the days on which its health moved until yesterday, oldest first
 * @n_points: how many
 * @data: the caller's
 * @error: where to say why not
 *
 * Takes what is derived from days gone by, which nothing can compute again once the rows are there.
 *
 * Returns: whether to go on
 */
typedef gboolean (*TendSampleHealthSink) (TendId                  account,
                                          const TendHealthPoint  *points,
                                          gsize                   n_points,
                                          gpointer                data,
                                          GError                **error);

gboolean tend_sample_book_is_language (const char               *language);
gboolean tend_sample_book_write       (const TendSampleOptions  *options,
                                       TendSampleSink            sink,
                                       TendSampleHealthSink      health_sink,
                                       gpointer                  data,
                                       GError                  **error);

G_END_DECLS
