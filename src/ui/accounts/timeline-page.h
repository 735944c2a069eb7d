/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_TIMELINE_PAGE (tend_timeline_page_get_type ())
G_DECLARE_FINAL_TYPE (TendTimelinePage, tend_timeline_page, TEND, TIMELINE_PAGE, AdwBin)

/**
 * TendTimelinePage:
 *
 * What happened on an account, newest first and by months, with a filter by kind; one of the filters is the journal in
 * sentences (History). It has a scroller of its own. Nothing is read while it is not mapped, so that it costs the page
 * around it nothing.
 *
 * Properties: account (int64, an id; 0: none), filter (a #TendTimelineFilter).
 * Actions that it uses: win.log-contact, win.edit-NOUN, win.delete-interaction, win.reopen-follow-up.
 */
typedef enum
{
  TEND_TIMELINE_FILTER_ALL,
  TEND_TIMELINE_FILTER_CONTACT,
  TEND_TIMELINE_FILTER_FOLLOW_UPS,
  TEND_TIMELINE_FILTER_NEEDS,
  TEND_TIMELINE_FILTER_SATISFACTION,
  TEND_TIMELINE_FILTER_PURCHASES,
  TEND_TIMELINE_FILTER_HANDOVERS,
  TEND_TIMELINE_FILTER_HISTORY,
  TEND_N_TIMELINE_FILTERS
} TendTimelineFilter;

TendTimelinePage   *tend_timeline_page_new         (TendBook           *book);
void                tend_timeline_page_set_account (TendTimelinePage   *self,
                                                    TendId              account);
TendId              tend_timeline_page_get_account (TendTimelinePage   *self);
void                tend_timeline_page_set_filter  (TendTimelinePage   *self,
                                                    TendTimelineFilter  filter);
TendTimelineFilter  tend_timeline_page_get_filter  (TendTimelinePage   *self);

G_END_DECLS
