/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* The window's actions that open a dialog on the book or change a row of it, so that no feature folder needs another:
 *   win.new-account, win.edit-account (x), win.delete-account (x)
 *   win.new-contact (x: its account), win.edit-contact (x), win.delete-contact (x)
 *   win.new-follow-up (x: its account, 0 = to be chosen), win.edit-follow-up (x), win.delete-follow-up (x)
 *   win.log-contact (x: its account, 0 = the one in view; Ctrl+L), win.log-follow-up (x: done, and logged),
 *   win.edit-interaction (x), win.delete-interaction (x) (window-log.c)
 *   win.new-manager (x: to whom she reports, 0 = nobody), win.edit-manager (x)
 *   win.take-back (x: a batch)
 *   win.open-link (s), win.copy (s), win.import, win.preferences
 * Of the record of an account (window-record.c; x is the account where one is made):
 *   win.new-need (x), win.new-liaison (x), win.new-invoice (x), win.new-pulse (x)
 *   win.new-purchase (xx: account, product or 0), win.new-opportunity (xxx: account, product or 0, purchase to renew or 0)
 *   win.edit-whitespace (xx: account, product): why it does not have the product
 *   win.edit- and win.delete-need, -liaison, -purchase, -opportunity, -invoice, -pulse (x)
 * Of the catalogue (window-products.c):
 *   win.new-product, win.edit-product (x), win.delete-product (x)
 *   win.set-stance (xxs: account, product, one of tend_stances): why it does not have the product
 * Settling (window-resolve.c):
 *   win.resolve-need (x), win.reopen-need (x), win.wait-need (xx: need, account)
 *   win.win-opportunity (x), win.lose-opportunity (x), win.reopen-opportunity (x), win.pay-invoice (x)
 *   win.set-field (sxss: noun, id, field, text as tend_record_parse() takes it)
 * And in window-settle.c
 *   win.done-follow-up (x), win.finish-follow-up (x: asks for the outcome first), win.drop-follow-up (x),
 *   win.reopen-follow-up (x), win.snooze-follow-up (xxs): the follow-up, until when, why ("" = no reason)
 * Today (window-today.c):
 *   win.put-off (xixss): the account, TendAlertKind, the row or 0, until which day, why ("" = no reason)
 *   win.bring-back (x: what puts it off), win.wake-follow-up (x): what was put off, or snoozed, asks again now
 *   win.plan-follow-up (xxi: account, opportunity or 0, TendHat)
 * For class_init of the window. */
void tend_window_class_install_dialogs (GtkWidgetClass *klass);
/* For init of the window: a file dropped on it is imported. */
void tend_window_init_dialogs          (TendWindow     *self);
/* Begins to import @file (NULL: it is chosen first). FALSE where there is no book, or none that can be written. */
gboolean tend_window_import            (TendWindow     *self,
                                        GFile          *file);

G_END_DECLS
