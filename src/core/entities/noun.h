/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../error.h"
#include "../types.h"

G_BEGIN_DECLS

/**
 * TendFieldType:
 *
 * What a field holds: its member of the record struct, its column in the book, and its JSON.
 */
typedef enum
{
  TEND_FIELD_INTEGER,    /* gint64    INTEGER  number */
  TEND_FIELD_BOOLEAN,    /* gboolean  INTEGER  true, false */
  TEND_FIELD_TEXT,       /* char *    TEXT     string; NULL is "no value", "" never stands in a book */
  TEND_FIELD_WORD,       /* int       TEXT     string; an index in @words */
  TEND_FIELD_REFERENCE,  /* TendId    INTEGER  string (an id); 0 is none, NULL in the book */
  TEND_FIELD_INSTANT,    /* gint64    INTEGER  RFC 3339 string, UTC; 0 is none, NULL in the book */
  TEND_FIELD_DATE,       /* char *    TEXT     string YYYY-MM-DD */
  TEND_FIELD_TEXTS,      /* GStrv     TEXT     array of strings; NULL is none */
  TEND_FIELD_MONEY,      /* gint64    INTEGER  number; minor units of a currency that another field or row names */
} TendFieldType;

typedef enum
{
  TEND_FIELD_PLAIN    = 0,
  TEND_FIELD_REQUIRED = 1 << 0,  /* must have a value */
  TEND_FIELD_DERIVED  = 1 << 1,  /* computed from other rows or fields: no version, no journal, not editable */
  TEND_FIELD_LINES    = 1 << 2,  /* may hold line breaks */
  TEND_FIELD_MAYBE    = 1 << 3,  /* an INTEGER that may be unknown: -1 in the record, NULL in the book */
} TendFieldFlags;

struct _TendField
{
  const char         *name;    /* the column, the JSON key and (with - for _) the GObject property */
  TendFieldType       type;
  TendFieldFlags      flags;
  gsize               offset;
  const char *const  *words;   /* of a WORD: NULL-terminated, index = value */
  const char         *refers;  /* of a REFERENCE: the name of the noun it refers to */
};

/**
 * TendRecord:
 *
 * A row as a plain struct: what crosses threads. Every noun's record begins with one of these.
 */
struct _TendRecord
{
  const TendNoun *noun;
  TendId          id;
  gint64          version;
  TendInstant     created_at;
  TendInstant     updated_at;
};

/**
 * TendNoun:
 *
 * Describes one noun to everything that treats all of them alike: the table, the journal, undo, JSON, live objects.
 */
struct _TendNoun
{
  const char      *name;         /* "account"; the words of product.md */
  const char      *plural;       /* "accounts" */
  const char      *table;
  gsize            record_size;
  const TendField *fields;
  guint            n_fields;
  const char      *label_field;  /* the field that names a row to people */
  GType          (*get_type)     (void);
  /* Sets the defaults of a new record. May be NULL. */
  void           (*init)         (TendRecord       *record);
  /* Fills derived fields that depend on the record alone (keys, reminder). May be NULL. */
  void           (*prepare)      (TendRecord       *record);
  /* Checks the record by itself; %TEND_ERROR_INPUT. May be NULL; the general checks come first. */
  gboolean       (*validate)     (const TendRecord *record,
                                  GError          **error);
};

/* All nouns of the book, NULL-terminated. */
const TendNoun *const *tend_nouns            (void);
const TendNoun        *tend_noun_from_name   (const char       *name);    /* "account", "accounts", "follow-up", "follow_up" */
const TendField       *tend_noun_get_field   (const TendNoun   *noun,
                                              const char       *name);    /* "due_at" or "due-at" */

TendRecord            *tend_record_new       (const TendNoun   *noun);    /* (transfer full): defaults, no id yet */
TendRecord            *tend_record_copy      (const TendRecord *record);  /* (transfer full) */
void                   tend_record_free      (TendRecord       *record);

/* Typed access by descriptor; the type of the field must fit. Texts are copied; "" becomes NULL; blanks are not trimmed. */
gint64                 tend_record_get_int   (const TendRecord *record,
                                              const TendField  *field);   /* INTEGER MONEY BOOLEAN WORD REFERENCE INSTANT */
void                   tend_record_set_int   (TendRecord       *record,
                                              const TendField  *field,
                                              gint64            value);
const char            *tend_record_get_text  (const TendRecord *record,
                                              const TendField  *field);   /* TEXT DATE, and the word of a WORD */
void                   tend_record_set_text  (TendRecord       *record,
                                              const TendField  *field,
                                              const char       *value);
const char *const     *tend_record_get_texts (const TendRecord *record,
                                              const TendField  *field);
void                   tend_record_set_texts (TendRecord       *record,
                                              const TendField  *field,
                                              const char *const *value);
/* Sets @field of @to to what @from has in it; both are of the noun that @field is of. */
void                   tend_record_copy_field (TendRecord       *to,
                                              const TendRecord *from,
                                              const TendField  *field);
gboolean               tend_record_is_unset  (const TendRecord *record,
                                              const TendField  *field);
gboolean               tend_record_same      (const TendRecord *a,
                                              const TendRecord *b,
                                              const TendField  *field);

/* Sets a field from what a person or a program wrote ("A", "2026-11-24", "yes", an id, an RFC 3339 instant; texts are
 * separated by newlines). %TEND_ERROR_INPUT with field and reason. */
gboolean               tend_record_parse     (TendRecord       *record,
                                              const TendField  *field,
                                              const char       *text,
                                              GError          **error);
/* The same the other way: as `tendctl --where` and the journal's sentences write it. (transfer full) (nullable) */
char                  *tend_record_format    (const TendRecord *record,
                                              const TendField  *field);
/* Index of @word in @words (case and - _ blank ignored), -1 where it is none. */
int                    tend_word_find        (const char *const *words,
                                              const char       *word);
/* General checks (required, length, UTF-8, control characters, dates, words), then the noun's own. */
gboolean               tend_record_validate  (const TendRecord *record,
                                              GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendRecord, tend_record_free)

/* For the definition of a noun's fields: TEND_FIELD (TendAccountRecord, name, TEXT, REQUIRED). */
#define TEND_FIELD(struct_type, member, type, flags) \
  { #member, TEND_FIELD_##type, (TendFieldFlags) (flags), G_STRUCT_OFFSET (struct_type, member), NULL, NULL }
#define TEND_FIELD_WORDS(struct_type, member, words, flags) \
  { #member, TEND_FIELD_WORD, (TendFieldFlags) (flags), G_STRUCT_OFFSET (struct_type, member), words, NULL }
#define TEND_FIELD_REFERS(struct_type, member, noun_name, flags) \
  { #member, TEND_FIELD_REFERENCE, (TendFieldFlags) (flags), G_STRUCT_OFFSET (struct_type, member), NULL, noun_name }

/* Declares the record's own copy, free and new, all through the descriptor. */
#define TEND_DECLARE_RECORD(Type, prefix)                                                               \
  static inline Type *prefix##_record_new (void) { return (Type *) tend_record_new (&prefix##_noun); }  \
  static inline Type *prefix##_record_copy (const Type *r)                                              \
  { return (Type *) tend_record_copy ((const TendRecord *) r); }                                        \
  static inline void prefix##_record_free (Type *r) { tend_record_free ((TendRecord *) r); }            \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Type, prefix##_record_free)

G_END_DECLS
