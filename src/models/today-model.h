/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/clock.h"
#include "id-list.h"
#include "today-line.h"

G_BEGIN_DECLS

#define TEND_TYPE_TODAY_MODEL (tend_today_model_get_type ())
G_DECLARE_FINAL_TYPE (TendTodayModel, tend_today_model, TEND, TODAY_MODEL, GObject)

/**
 * TendTodayModel:
 *
 * Today as a list of #TendTodayLine, a section an account. Ranked in the book's reader; the list holds what that answered,
 * and makes lines as they are looked at. It follows the book and the clock: what a change or midnight brings, takes or
 * moves becomes the smallest items-changed, and a line that stays tells of what is different by itself.
 *
 * Properties: book, clock, loading, n-items. Signal: `loaded ()`, after every answer of the book, when the list and the
 * counts stand.
 */
TendTodayModel *tend_today_model_new          (TendBook       *book,
                                               TendClock      *clock);
/* Whose: a manager's (0 = everyone's), with @team also of those below her. */
void            tend_today_model_set_scope    (TendTodayModel *self,
                                               TendId          manager,
                                               gboolean        team);
TendId          tend_today_model_get_manager  (TendTodayModel *self);
gboolean        tend_today_model_get_team     (TendTodayModel *self);
/* TendHat, or -1: any. */
void            tend_today_model_set_hat      (TendTodayModel *self,
                                               int             hat);
int             tend_today_model_get_hat      (TendTodayModel *self);
/* What is put off, instead of what is not. */
void            tend_today_model_set_put_off  (TendTodayModel *self,
                                               gboolean        put_off);
gboolean        tend_today_model_get_put_off  (TendTodayModel *self);
/* While nobody looks at it, it asks the book nothing; afterwards it catches up. */
void            tend_today_model_set_resting  (TendTodayModel *self,
                                               gboolean        resting);
gboolean        tend_today_model_get_loading  (TendTodayModel *self);
/* Whether the book has answered at least once. */
gboolean        tend_today_model_get_known    (TendTodayModel *self);
/* Why the newest question brought nothing; NULL where it did. */
const GError   *tend_today_model_get_error    (TendTodayModel *self);
/* How many lines ask for @hat (-1: all), whatever the hat that is shown. */
guint           tend_today_model_count        (TendTodayModel *self,
                                               int             hat);
guint           tend_today_model_count_put_off (TendTodayModel *self);
/* The numbers by which the lines were ranked, and the currency of accounts that say none; borrowed. */
const TendRules *tend_today_model_get_rules   (TendTodayModel *self);
const char     *tend_today_model_get_currency (TendTodayModel *self);
/* Asks the book again. */
void            tend_today_model_refresh      (TendTodayModel *self);

G_END_DECLS
