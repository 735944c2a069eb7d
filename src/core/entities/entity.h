/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "noun.h"

G_BEGIN_DECLS

#define TEND_TYPE_ENTITY (tend_entity_get_type ())
G_DECLARE_DERIVABLE_TYPE (TendEntity, tend_entity, TEND, ENTITY, GObject)

/**
 * TendEntity:
 *
 * The live object of a row, on the main thread alone: the book hands out the same one while anyone holds it, refreshes
 * it after every change, notifies the properties that differ, and then emits #TendEntity::changed once.
 * A subclass has one property a field of its noun (`next-follow-up` for `next_follow_up`): string for TEXT, DATE and
 * WORD (its word), int64 for INTEGER, REFERENCE and INSTANT, boolean, and GStrv for TEXTS; all read-only (changes go
 * through operations). An object handed out before its row was read is empty ("loaded" is FALSE) and fills itself.
 */
struct _TendEntityClass
{
  GObjectClass    parent_class;
  const TendNoun *noun;
  GParamSpec    **field_pspecs;
  gpointer        padding[4];
};

TendEntity       *tend_entity_new           (const TendNoun *noun,
                                             TendId          id);
TendId            tend_entity_get_id        (TendEntity     *self);
const TendNoun   *tend_entity_get_noun      (TendEntity     *self);
/* The row as it is known now: never NULL, all empty before it was read. Borrowed until the main loop runs again. */
const TendRecord *tend_entity_get_record    (TendEntity     *self);
gboolean          tend_entity_get_loaded    (TendEntity     *self);
/* TRUE once the row is gone from the book (it may come back through undo). */
gboolean          tend_entity_get_deleted   (TendEntity     *self);

/* For the book: takes the newest record (transfer full), NULL for a deleted row. */
void              tend_entity_take_record   (TendEntity     *self,
                                             TendRecord     *record);
/* For class_init of a subclass: installs a property a field. */
void              tend_entity_class_install (TendEntityClass *klass,
                                             const TendNoun  *noun);

/* Defines the live type of a noun: Type, prefix_noun, TypeRecord and prefix_get() are those of its header. */
#define TEND_DEFINE_ENTITY(Type, prefix)                                                                    \
  struct _##Type { TendEntity parent_instance; };                                                           \
  G_DEFINE_FINAL_TYPE (Type, prefix, TEND_TYPE_ENTITY)                                                      \
  static void prefix##_class_init (Type##Class *klass)                                                      \
  { tend_entity_class_install (TEND_ENTITY_CLASS (klass), &prefix##_noun); }                                \
  static void prefix##_init (Type *self) { }                                                                \
  const Type##Record *prefix##_get (Type *self)                                                             \
  { return (const Type##Record *) tend_entity_get_record (TEND_ENTITY (self)); }

G_END_DECLS
