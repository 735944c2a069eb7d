/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "account-copy.h"

#include <string.h>

#include "ui/text/words.h"

static const char *const text_fields[] = { "name", "city", "phone", "email", "website" };
static const char *const csv_fields[] = {
  "number", "name", "tier", "status", "street", "postcode", "city", "country", "phone", "email", "website",
};

static const char *
get_text (TendAccount *account,
          const char  *field)
{
  const char *text = tend_record_get_text (tend_entity_get_record (TEND_ENTITY (account)),
                                           tend_noun_get_field (&tend_account_noun, field));

  return text != NULL ? text : "";
}

char *
tend_account_copy_text (GPtrArray *accounts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < accounts->len; i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (text_fields); j++)
        {
          g_autofree char *cell = tend_words_one_line (get_text (g_ptr_array_index (accounts, i), text_fields[j]), G_MAXSIZE);

          if (j > 0)
            g_string_append_c (text, '\t');
          g_string_append (text, cell);
        }
      /* A single account is pasted into a line of something else. */
      if (accounts->len > 1)
        g_string_append_c (text, '\n');
    }

  return g_string_free_and_steal (text);
}

/* RFC 4180. A cell that a spreadsheet would take for a formula is no business of ours: phone numbers begin with +. */
static void
append_cell (GString    *csv,
             const char *cell,
             gboolean    first)
{
  if (!first)
    g_string_append_c (csv, ',');
  if (strpbrk (cell, ",\"\r\n") == NULL)
    {
      g_string_append (csv, cell);
      return;
    }

  g_string_append_c (csv, '"');
  for (const char *c = cell; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *c);
    }
  g_string_append_c (csv, '"');
}

char *
tend_account_copy_csv (GPtrArray *accounts)
{
  GString *csv = g_string_new (NULL);

  for (gsize j = 0; j < G_N_ELEMENTS (csv_fields); j++)
    append_cell (csv, csv_fields[j], j == 0);
  g_string_append (csv, "\r\n");
  for (guint i = 0; i < accounts->len; i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (csv_fields); j++)
        append_cell (csv, get_text (g_ptr_array_index (accounts, i), csv_fields[j]), j == 0);
      g_string_append (csv, "\r\n");
    }

  return g_string_free_and_steal (csv);
}

static void
put (GdkClipboard *clipboard,
     GPtrArray    *accounts)
{
  g_autofree char *text = tend_account_copy_text (accounts);
  char *csv = tend_account_copy_csv (accounts);
  g_autoptr (GBytes) bytes = g_bytes_new_take (csv, strlen (csv));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
    gdk_content_provider_new_for_bytes ("text/csv", bytes),
  };
  g_autoptr (GdkContentProvider) both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (clipboard, both);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) accounts = tend_book_load_finish (TEND_BOOK (source), result, &error);

  if (accounts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  put (g_task_get_task_data (task), accounts);
  g_task_return_int (task, accounts->len);
}

void
tend_account_copy_async (TendBook            *book,
                         const TendId        *ids,
                         gsize                n_ids,
                         GdkClipboard        *clipboard,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = g_task_new (book, cancellable, callback, user_data);

  g_task_set_source_tag (task, tend_account_copy_async);
  g_task_set_task_data (task, g_object_ref (clipboard), g_object_unref);
  tend_book_load_async (book, &tend_account_noun, ids, n_ids, cancellable, on_loaded, task);
}

gboolean
tend_account_copy_finish (GAsyncResult  *result,
                          guint         *n,
                          GError       **error)
{
  gssize count = g_task_propagate_int (G_TASK (result), error);

  *n = MAX (count, 0);
  return count >= 0;
}
