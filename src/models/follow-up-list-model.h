/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/book.h"
#include "core/reminders/clock.h"
#include "id-list.h"

G_BEGIN_DECLS

#define TEND_TYPE_FOLLOW_UP_LIST_MODEL (tend_follow_up_list_model_get_type ())
G_DECLARE_FINAL_TYPE (TendFollowUpListModel, tend_follow_up_list_model, TEND, FOLLOW_UP_LIST_MODEL, GObject)

/* In this order, each by due instant, Done newest first. Weeks end on Sunday (ISO 8601). */
typedef enum
{
  TEND_AGENDA_OVERDUE,    /* open and due before now; for a whole day: before today */
  TEND_AGENDA_TODAY,
  TEND_AGENDA_TOMORROW,
  TEND_AGENDA_THIS_WEEK,
  TEND_AGENDA_LATER,
  TEND_AGENDA_DONE,       /* the last 200 settled */
} TendAgenda;
#define TEND_N_AGENDA (TEND_AGENDA_DONE + 1)

/**
 * TendFollowUpListModel:
 *
 * Follow-ups as an agenda, a #GListModel of live #TendFollowUp and a #TendIdList with sections. Keeps right over
 * midnight, over a due instant passing, over suspend and a clock that is set.
 * Properties: manager, show-done, loading, n-items. Signal: `loaded ()`.
 */
TendFollowUpListModel *tend_follow_up_list_model_new           (TendBook              *book,
                                                                TendClock             *clock);
/* Only those that remind this manager; 0 (as at first) = everyone's. */
void                   tend_follow_up_list_model_set_manager   (TendFollowUpListModel *self,
                                                                TendId                 manager);
TendId                 tend_follow_up_list_model_get_manager   (TendFollowUpListModel *self);
/* Whether Done is listed; TRUE at first. */
void                   tend_follow_up_list_model_set_show_done (TendFollowUpListModel *self,
                                                                gboolean               show_done);
gboolean               tend_follow_up_list_model_get_show_done (TendFollowUpListModel *self);
gboolean               tend_follow_up_list_model_get_loading   (TendFollowUpListModel *self);
/* Which section a row stands in. */
TendAgenda             tend_follow_up_list_model_get_agenda    (TendFollowUpListModel *self,
                                                                guint                  position);
/* How many rows a section has. */
guint                  tend_follow_up_list_model_count         (TendFollowUpListModel *self,
                                                                TendAgenda             agenda);
/* Looks at the clock anew. */
void                   tend_follow_up_list_model_refresh       (TendFollowUpListModel *self);

G_END_DECLS
