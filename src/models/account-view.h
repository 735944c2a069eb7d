/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/book.h"
#include "core/rules/cadence.h"

G_BEGIN_DECLS

/* Whose accounts. */
typedef enum
{
  TEND_SCOPE_ALL,
  TEND_SCOPE_OWN,     /* the manager's own */
  TEND_SCOPE_TEAM,    /* the manager's and of everyone below */
  TEND_SCOPE_NOBODY,  /* without an owner */
} TendScope;

/**
 * TendAccountView:
 *
 * What a list of accounts shows and in which order: everything that a saved view keeps.
 */
typedef struct
{
  char      *search;      /* NULL = all */
  char      *sort;        /* a field of the account, or "newest" */
  gboolean   descending;
  TendScope  scope;
  TendId     manager;     /* of OWN and TEAM */
  guint      statuses;    /* bits 1 << TendAccountStatus; 0 = whatever */
  guint      tiers;       /* bits 1 << TendTier */
  guint      bands;       /* bits 1 << TendBand */
  guint      focuses;     /* bits 1 << index in tend_focus */
  TendQuiet  quiet;       /* gone quiet now, whenever that is asked: AMBER = amber or red; NO = whatever */
  TendId     product;     /* that they have; 0 = whatever they have */
  gboolean   without;     /* that they have not, instead */
} TendAccountView;

/* All accounts by name. (transfer full) */
TendAccountView *tend_account_view_new       (void);
TendAccountView *tend_account_view_copy      (const TendAccountView *self);
void             tend_account_view_free      (TendAccountView       *self);
gboolean         tend_account_view_equal     (const TendAccountView *a,
                                              const TendAccountView *b);
/* Whether anything but the scope narrows it. */
gboolean         tend_account_view_is_narrow (const TendAccountView *self);
/* As a saved view keeps it; ids as strings. (transfer full) */
char            *tend_account_view_to_json   (const TendAccountView *self);
/* What is not known there, of a newer Tend perhaps, is passed over; what is no JSON gives all accounts.
 * (transfer full) */
TendAccountView *tend_account_view_from_json (const char            *json);
/* The rows that it shows at @now, where a day begins in the local time zone. (transfer full) */
TendQuery       *tend_account_view_to_query  (const TendAccountView *self,
                                              TendInstant            now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendAccountView, tend_account_view_free)

G_END_DECLS
