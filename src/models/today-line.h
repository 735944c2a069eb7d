/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_TODAY_LINE (tend_today_line_get_type ())
G_DECLARE_FINAL_TYPE (TendTodayLine, tend_today_line, TEND, TODAY_LINE, GObject)

/**
 * TendTodayLine:
 *
 * A line of Today with the live objects that it is about. Each may still be unread; it fills itself.
 * Signal: `changed ()`: it reads differently.
 */
const TendUrgencyItem *tend_today_line_get_item    (TendTodayLine *self);
/* Unique among the lines of Today: the id of the row it is about, or one made of the account's. */
TendId                 tend_today_line_get_id      (TendTodayLine *self);
TendAccount           *tend_today_line_get_account (TendTodayLine *self);
/* The follow-up, need, purchase or opportunity; NULL where it is about the account. */
TendEntity            *tend_today_line_get_entity  (TendTodayLine *self);
/* The product of a purchase, the colleague for whom a need waits; NULL where there is none, or not yet. */
TendEntity            *tend_today_line_get_related (TendTodayLine *self);
/* What puts it off, or once did; NULL: nothing. */
TendAlert             *tend_today_line_get_alert   (TendTodayLine *self);

G_END_DECLS
