/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Every forward typedef of the core, so that headers need not include each other. */

typedef struct _TendAccount TendAccount;
typedef struct _TendAlert TendAlert;
typedef struct _TendBook TendBook;
typedef struct _TendChangeSet TendChangeSet;
typedef struct _TendContact TendContact;
typedef struct _TendDatabase TendDatabase;
typedef struct _TendEntity TendEntity;
typedef struct _TendField TendField;
typedef struct _TendFollowUp TendFollowUp;
typedef struct _TendHandover TendHandover;
typedef struct _TendInteraction TendInteraction;
typedef struct _TendInvoice TendInvoice;
typedef struct _TendLiaison TendLiaison;
typedef struct _TendManager TendManager;
typedef struct _TendNeed TendNeed;
typedef struct _TendNoun TendNoun;
typedef struct _TendOperation TendOperation;
typedef struct _TendOpportunity TendOpportunity;
typedef struct _TendProduct TendProduct;
typedef struct _TendPulse TendPulse;
typedef struct _TendPurchase TendPurchase;
typedef struct _TendQuery TendQuery;
typedef struct _TendRecord TendRecord;
typedef struct _TendRules TendRules;
typedef struct _TendSavedView TendSavedView;
typedef struct _TendStatement TendStatement;
typedef struct _TendTransaction TendTransaction;
typedef struct _TendWhitespace TendWhitespace;

/* A 63-bit, time-ordered identity made by the client; 0 means "none". See tend_id_new(). */
typedef gint64 TendId;

/* Microseconds since 1970-01-01 00:00 UTC; 0 means "no instant". */
typedef gint64 TendInstant;

G_END_DECLS
