/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/entities/noun.h"

/* Another value than a new record has. */
static void
fill (TendRecord      *record,
      const TendField *field)
{
  const char *const texts[] = { "one", "two", NULL };

  switch (field->type)
    {
    case TEND_FIELD_TEXT:
      tend_record_set_text (record, field, "text");
      break;
    case TEND_FIELD_DATE:
      tend_record_set_text (record, field, "2026-11-24");
      break;
    case TEND_FIELD_TEXTS:
      tend_record_set_texts (record, field, texts);
      break;
    case TEND_FIELD_BOOLEAN:
      tend_record_set_int (record, field, tend_record_get_int (record, field) == 0);
      break;
    case TEND_FIELD_WORD:
      tend_record_set_int (record, field, tend_record_get_int (record, field) == 0 ? 1 : 0);
      break;
    case TEND_FIELD_INTEGER:
    case TEND_FIELD_MONEY:
    case TEND_FIELD_REFERENCE:
    case TEND_FIELD_INSTANT:
    default:
      tend_record_set_int (record, field, 4711);
      break;
    }
}

/* A copy of a field has its value, nothing else changes, and it outlives what it was copied from. */
static void
test_copy_field (void)
{
  const TendNoun *const *nouns = tend_nouns ();

  for (guint i = 0; nouns[i] != NULL; i++)
    for (guint j = 0; j < nouns[i]->n_fields; j++)
      {
        const TendField *field = &nouns[i]->fields[j];
        TendRecord *from = tend_record_new (nouns[i]);
        g_autoptr(TendRecord) kept = NULL;
        g_autoptr(TendRecord) to = tend_record_new (nouns[i]);
        g_autoptr(TendRecord) fresh = tend_record_new (nouns[i]);

        fill (from, field);
        g_assert_false (tend_record_same (from, to, field));
        kept = tend_record_copy (from);
        tend_record_copy_field (to, from, field);
        tend_record_free (from);
        g_assert_true (tend_record_same (to, kept, field));

        for (guint k = 0; k < nouns[i]->n_fields; k++)
          if (k != j)
            g_assert_true (tend_record_same (to, fresh, &nouns[i]->fields[k]));

        tend_record_copy_field (to, fresh, field);
        g_assert_true (tend_record_same (to, fresh, field));
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/noun/copy-field", test_copy_field);

  return g_test_run ();
}
