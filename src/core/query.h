/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entities/noun.h"

G_BEGIN_DECLS

/**
 * TendQuery:
 *
 * Which rows of a noun, in which order: filters, words searched for, sort, range. Made on the main thread, read on the
 * reader thread; immutable once handed to the book (the book takes a copy).
 *
 * Filters are joined by AND; several values of one field by OR ("tier A or B").
 */
typedef enum
{
  TEND_QUERY_IS,       /* field is (TEXTS: has) one of the values given with IS for this field; empty text = is unset */
  TEND_QUERY_NOT,      /* field is not this value */
  TEND_QUERY_BEFORE,   /* field < value (INTEGER, INSTANT, DATE) */
  TEND_QUERY_FROM,     /* field >= value */
  TEND_QUERY_UNDER,    /* REFERENCE to a manager: this manager or anyone below (reports_to, recursively) */
  TEND_QUERY_SAME,     /* field has the value of another one of the row, see tend_query_add_fields() */
  TEND_QUERY_DIFFERS,  /* field has another value than another one of the row */
} TendQueryMatch;

TendQuery       *tend_query_new          (const TendNoun  *noun);
TendQuery       *tend_query_copy         (const TendQuery *self);
void             tend_query_free         (TendQuery       *self);
gboolean         tend_query_equal        (const TendQuery *a,
                                          const TendQuery *b);
const TendNoun  *tend_query_get_noun     (const TendQuery *self);

/* Words searched for, in any order, each the beginning of a word; "" or NULL: all. For accounts: name, number, city,
 * website, contacts' names and e-mails, phone digits. For a product: name and number; for a purchase and white space also
 * that of the product. For other nouns: the label field. */
void             tend_query_set_search   (TendQuery       *self,
                                          const char      *words);
const char      *tend_query_get_search   (const TendQuery *self);
/* A field of the noun, or "newest" (by creation), or for follow-ups "settled" (when they were done, or dropped). Rows without a value come last, whichever the direction.
 * Names are sorted by the key of DIN 5007-1. FALSE where the noun has no such field. */
gboolean         tend_query_set_sort     (TendQuery       *self,
                                          const char      *field,
                                          gboolean         descending);
const char      *tend_query_get_sort     (const TendQuery *self);
gboolean         tend_query_get_descending (const TendQuery *self);
/* Adds a filter; @text as tend_record_parse() takes it ("active", an id, "" for unset).
 * %TEND_ERROR_INPUT for an unknown field or a value that the field cannot have. */
gboolean         tend_query_add          (TendQuery       *self,
                                          const char      *field,
                                          TendQueryMatch   match,
                                          const char      *text,
                                          GError         **error);
/* The same for numbers, ids (0 = unset), instants and word indices; the field must exist. */
void             tend_query_add_int      (TendQuery       *self,
                                          const char      *field,
                                          TendQueryMatch   match,
                                          gint64           value);
/* Accounts alone: those that have @product on the day @today (YYYY-MM-DD), or with @without those that have not;
 * @product 0: all of them. */
void             tend_query_set_product  (TendQuery       *self,
                                          TendId           product,
                                          gboolean         without,
                                          const char      *today);
/* Compares two fields of a row, both of which must exist: SAME or DIFFERS. */
void             tend_query_add_fields   (TendQuery       *self,
                                          const char      *field,
                                          TendQueryMatch   match,
                                          const char      *other);
/* Drops all filters of @field. */
void             tend_query_remove       (TendQuery       *self,
                                          const char      *field);
gboolean         tend_query_has          (const TendQuery *self,
                                          const char      *field);
/* Range of the ordered rows; limit 0 = all. */
void             tend_query_set_range    (TendQuery       *self,
                                          gsize            offset,
                                          gsize            limit);
/* Whether no range is set. */
gboolean         tend_query_is_whole     (const TendQuery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendQuery, tend_query_free)

G_END_DECLS
