/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_TIMELINE_NAMES (tend_timeline_names_get_type ())
G_DECLARE_FINAL_TYPE (TendTimelineNames, tend_timeline_names, TEND, TIMELINE_NAMES, GObject)

/**
 * TendTimelineNames:
 *
 * The names that the rows of a timeline tell of: contacts, managers, products. There are few of them and many rows, so
 * that each is read once, and held. Signal: `changed ()`: names have become known, or are others, since the last one;
 * never while a name is asked for.
 */
TendTimelineNames *tend_timeline_names_new         (TendBook          *book);
/* Whose currency the amounts are in; the names of another account are let go of. */
void               tend_timeline_names_set_account (TendTimelineNames *self,
                                                    TendId             account);
/* An ISO 4217 code. Static. */
const char        *tend_timeline_names_get_currency (TendTimelineNames *self);
/* A #TendTimelineNameFunc with a TendTimelineNames as its data. */
char              *tend_timeline_names_dup         (const TendNoun    *noun,
                                                    TendId             id,
                                                    gpointer           data);

G_END_DECLS
