/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_RECORD_ROW (tend_record_row_get_type ())
G_DECLARE_FINAL_TYPE (TendRecordRow, tend_record_row, TEND, RECORD_ROW, AdwActionRow)

/**
 * TendRecordRow:
 *
 * A row of what belongs to an account: a need, a purchase, an invoice. It follows the live object; Return and a click edit
 * it, Delete deletes it, through the window's actions of its noun. What it shows is a function of its page.
 */
typedef void (*TendRecordShow) (TendRecordRow *row,
                                TendEntity    *entity,
                                gpointer       data);

/* @data: of the page, which outlives the row. */
GtkWidget  *tend_record_row_new        (TendEntity     *entity,
                                        TendRecordShow  show,
                                        gpointer        data);
TendEntity *tend_record_row_get_entity (TendRecordRow  *self);
/* Shows it anew: the clock has moved on. */
void        tend_record_row_refresh    (TendRecordRow  *self);

/* For a show function; what was there before is replaced. */
/* The row's icon at its beginning, and what it means. */
void        tend_record_row_set_icon   (TendRecordRow  *self,
                                        const char     *icon,
                                        const char     *meaning);
/* @alarming: in the colour of what is late. */
void        tend_record_row_set_text   (TendRecordRow  *self,
                                        const char     *title,
                                        const char     *subtitle,
                                        gboolean        alarming);
/* A short text at the end: an amount, a score. */
void        tend_record_row_set_value  (TendRecordRow  *self,
                                        const char     *value);
/* The button for what is done most; NULL takes it away. @target is consumed where it floats. */
void        tend_record_row_set_button (TendRecordRow  *self,
                                        const char     *label,
                                        const char     *action,
                                        GVariant       *target);
/* The rest. */
void        tend_record_row_set_menu   (TendRecordRow  *self,
                                        GMenuModel     *menu);
void        tend_record_menu_append    (GMenu          *menu,
                                        const char     *label,
                                        const char     *action,
                                        GVariant       *target);
/* Another row that this one names (its product, its colleague): the live object, followed from then on; NULL for an id of
 * 0. Borrowed. */
TendEntity *tend_record_row_follow     (TendRecordRow  *self,
                                        TendBook       *book,
                                        const TendNoun *noun,
                                        TendId          id);
/* Its name on one line; "…" while it is not read. (transfer full) (nullable) */
char       *tend_record_row_dup_name   (TendRecordRow  *self,
                                        TendBook       *book,
                                        const TendNoun *noun,
                                        TendId          id);

/* "a · b · c", where empty parts are left out. */
void        tend_record_append         (GString        *line,
                                        const char     *part);
/* The same, freeing @part. */
void        tend_record_append_take    (GString        *line,
                                        char           *part);

G_END_DECLS
