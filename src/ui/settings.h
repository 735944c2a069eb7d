/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/types.h"

G_BEGIN_DECLS

#define TEND_TYPE_SETTINGS (tend_settings_get_type ())
G_DECLARE_FINAL_TYPE (TendSettings, tend_settings, TEND, SETTINGS, GObject)

/**
 * TendSettings:
 *
 * What the program remembers for its user beside the book, typed: the only file that knows the keys of the schema.
 * Signal: `changed (const char *key)`, with the key as detail.
 */

/* The one of this process. (transfer none) */
TendSettings *tend_settings_get_default              (void);
/* Puts a value that the user changed into a property of @object, both ways. */
void          tend_settings_bind                     (TendSettings *self,
                                                      const char   *key,
                                                      gpointer      object,
                                                      const char   *property);

char         *tend_settings_dup_book                 (TendSettings *self);
void          tend_settings_set_book                 (TendSettings *self,
                                                      const char   *path);
/* Who the user is: a manager of the book; 0 = not said. */
TendId        tend_settings_get_manager              (TendSettings *self);
void          tend_settings_set_manager              (TendSettings *self,
                                                      TendId        manager);

/* The user of the sample book that is open (0: it is none): she is remembered for as long as it is. */
void          tend_settings_set_sample_manager       (TendSettings *self,
                                                      TendId        manager);

void          tend_settings_get_window               (TendSettings *self,
                                                      int          *width,
                                                      int          *height,
                                                      gboolean     *maximized);
/* How many rows of a list the remembered window has room for, that are @row px high and begin @above px below its top. */
guint         tend_settings_get_rows_in_sight        (TendSettings *self,
                                                      int           above,
                                                      int           row);
void          tend_settings_set_window               (TendSettings *self,
                                                      int           width,
                                                      int           height,
                                                      gboolean      maximized);
char         *tend_settings_dup_last_place           (TendSettings *self);
void          tend_settings_set_last_place           (TendSettings *self,
                                                      const char   *place);
/* "2026-11-24": the day on which the program was last begun; "" at first. */
char         *tend_settings_dup_last_day             (TendSettings *self);
void          tend_settings_set_last_day             (TendSettings *self,
                                                      const char   *day);
TendId        tend_settings_get_last_account         (TendSettings *self);
void          tend_settings_set_last_account         (TendSettings *self,
                                                      TendId        account);
char         *tend_settings_dup_sort                 (TendSettings *self);
void          tend_settings_set_sort                 (TendSettings *self,
                                                      const char   *sort);

/* The products of the white-space matrix; none where nobody has chosen. (transfer full) */
TendId       *tend_settings_dup_matrix_products      (TendSettings *self,
                                                      gsize        *n_products);
void          tend_settings_set_matrix_products      (TendSettings *self,
                                                      const TendId *products,
                                                      gsize         n_products);

/* Minutes after midnight. */
int           tend_settings_get_work_start           (TendSettings *self);
void          tend_settings_set_work_start           (TendSettings *self,
                                                      int           minutes);
int           tend_settings_get_work_end             (TendSettings *self);
void          tend_settings_set_work_end             (TendSettings *self,
                                                      int           minutes);
/* A set bit a day: 1 << 1 is Monday, 1 << 7 is Sunday. */
guint         tend_settings_get_work_days            (TendSettings *self);
void          tend_settings_set_work_days            (TendSettings *self,
                                                      guint         days);
/* Minutes: 0, 10, 60, 1440 or 10080. */
int           tend_settings_get_default_lead         (TendSettings *self);
void          tend_settings_set_default_lead         (TendSettings *self,
                                                      int           minutes);
gboolean      tend_settings_get_background_reminders (TendSettings *self);
void          tend_settings_set_background_reminders (TendSettings *self,
                                                      gboolean      remind);
gboolean      tend_settings_get_background_told      (TendSettings *self);
void          tend_settings_set_background_told      (TendSettings *self,
                                                      gboolean      told);

G_END_DECLS
