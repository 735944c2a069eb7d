/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_RULE_VALUES (tend_rule_values_get_type ())
G_DECLARE_FINAL_TYPE (TendRuleValues, tend_rule_values, TEND, RULE_VALUES, GObject)

/**
 * TendRuleValues:
 *
 * The numbers of a book's rules while a person changes them. What is set holds here at once, and in the book a moment
 * later: every writing has all accounts computed anew, so that steps made one after the other are written together. What
 * is not written yet when the last reference goes is written then.
 *
 * Signals: `changed ()`, when numbers are others than before, and once when they have been read;
 * `failed (GError *)`, when they could not be read or written; then they are read again.
 */
TendRuleValues  *tend_rule_values_new        (TendBook            *book);
/* FALSE until the book has answered: the numbers are the usual ones so long, and cannot be set. */
gboolean         tend_rule_values_get_loaded (TendRuleValues      *self);
gboolean         tend_rule_values_get_read_only (TendRuleValues   *self);
/* (transfer none) */
const TendRules *tend_rule_values_get        (TendRuleValues      *self);
/* An impossible number is left alone. */
void             tend_rule_values_set        (TendRuleValues      *self,
                                              const TendRuleField *field,
                                              int                  value);
/* All of @rules. */
void             tend_rule_values_take       (TendRuleValues      *self,
                                              const TendRules     *rules);
/* Writes what is not written yet. */
void             tend_rule_values_flush      (TendRuleValues      *self);

G_END_DECLS
