/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "history.h"

G_BEGIN_DECLS

#define TEND_HISTORY_MAX_NAME 80
#define TEND_HISTORY_MAX_VALUE 200

/* A telling under way: what changed as JSON, and who did it. */
typedef struct
{
  const TendHistoryTelling *telling;
  const TendChange         *change;
  JsonObject               *before;   /* owned; NULL where there is none */
  JsonObject               *after;
  char                     *who;
} TendHistoryWork;

gboolean         tend_history_is             (const TendHistoryWork *self,
                                              const char            *operation);
/* The name of a row, for a sentence: never NULL. */
char            *tend_history_dup_name       (const TendHistoryWork *self,
                                              const TendNoun        *noun,
                                              TendId                 id);
/* A text or a word in a state of the row; NULL where it does not say it. */
const char      *tend_history_get_text       (JsonObject            *object,
                                              const char            *member);
TendId           tend_history_get_id         (JsonObject            *object,
                                              const char            *member);
/* A field as people read it, as it was before the change, else as it became, else as it is now; NULL where it has no value. */
char            *tend_history_dup_field      (const TendHistoryWork *self,
                                              const char            *field);
/* The id that a REFERENCE holds, looked for in the same order. */
TendId           tend_history_find_reference (const TendHistoryWork *self,
                                              const char            *field);
/* "Field: old → new", a line each; NULL where nothing has changed. */
char            *tend_history_dup_changes    (const TendHistoryWork *self);
/* The only field that has changed, NULL where there are several. */
const TendField *tend_history_get_only       (const TendHistoryWork *self);
/* A text of the new state, for the details; NULL where there is none. */
char            *tend_history_dup_note       (const TendHistoryWork *self,
                                              const char            *field);

/* history-record.c: rows of what belongs to an account beside people and follow-ups, and of products. FALSE: of another noun. */
gboolean         tend_history_tell_record    (const TendHistoryWork *self,
                                              TendHistoryText       *text);
/* history-alert.c: what was put off of Today, and what was brought back. FALSE: neither journal nor row says of what. */
gboolean         tend_history_tell_alert     (const TendHistoryWork *self,
                                              TendHistoryText       *text);

G_END_DECLS
