/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TendRole:
 *
 * The rungs on which managers stand, lowest first. In the book they are the words "assistant", "associate", "manager",
 * "lead", "director", "vice-president".
 */
typedef enum
{
  TEND_ROLE_ASSISTANT,
  TEND_ROLE_ASSOCIATE,
  TEND_ROLE_MANAGER,
  TEND_ROLE_LEAD,
  TEND_ROLE_DIRECTOR,
  TEND_ROLE_VICE_PRESIDENT
} TendRole;

#define TEND_N_ROLES (TEND_ROLE_VICE_PRESIDENT + 1)

/* The words of the roles, by role; NULL-terminated. */
extern const char * const tend_roles[];

/**
 * TendLadderGetLead:
 * @manager: the id of a manager
 * @data: the caller's
 *
 * Returns: the id of the manager to whom @manager reports, 0 if to nobody
 */
typedef gint64 (*TendLadderGetLead) (gint64   manager,
                                     gpointer data);

const char *tend_role_to_word          (TendRole           role);
gboolean    tend_role_from_word        (const char        *word,
                                        TendRole          *role);
TendRole    tend_ladder_role_of_title  (const char        *title,
                                        gboolean           at_root);
gboolean    tend_ladder_would_ring     (gint64             manager,
                                        gint64             reports_to,
                                        TendLadderGetLead  get_lead,
                                        gpointer           data);
gboolean    tend_ladder_is_unusual     (TendRole           role,
                                        TendRole           lead_role);

G_END_DECLS
