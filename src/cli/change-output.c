/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "change-output.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lookup.h"
#include "row-output.h"

#define PAGE 500

static const struct { const char *kind; const char *word; } kinds[] = {
  { "create", N_("Created") },
  { "edit", N_("Edited") },
  { "delete", N_("Deleted") },
  { "reassign", N_("Handed over") },
  { "log", N_("Logged") },
  { "settle", N_("Settled") },
  { "done", N_("Done") },
  { "snooze", N_("Snoozed") },
  { "drop", N_("Dropped") },
  { "put-off", N_("Put off") },
  { "reopen", N_("Reopened") },
  { "resolve", N_("Resolved") },
  { "wait", N_("Set waiting") },
  { "win", N_("Won") },
  { "lose", N_("Lost") },
  { "generate", N_("Generated") },
  { "import", N_("Imported") },
  { "undo", N_("Taken back") },
  { "redo", N_("Done again") },
};

/* The kind of an act as people read it. */
const char *
tend_change_output_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kind, kinds[i].kind) == 0)
      return _(kinds[i].word);

  return kind != NULL ? kind : "";
}

static JsonNode *
parse (const char *text)
{
  JsonNode *node = text == NULL ? NULL : json_from_string (text, NULL);

  return node != NULL ? node : json_node_new (JSON_NODE_NULL);
}

/* "Handed over: 40", "Edited: Brauhaus Weißenfels GmbH". (transfer full) */
char *
tend_change_output_act (const TendChange *head)
{
  g_autoptr(JsonNode) node = parse (head->after);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  gint64 n = object == NULL ? 0 : json_object_get_int_member_with_default (object, "count", 0);
  const char *label = object == NULL ? NULL : json_object_get_string_member_with_default (object, "label", NULL);
  const char *kind = tend_change_output_kind (head->operation);

  if (label != NULL && n <= 1)
    return g_strdup_printf ("%s: %s", kind, label);
  if (n > 0)
    return g_strdup_printf ("%s: %" G_GINT64_FORMAT, kind, n);

  return g_strdup (kind);
}

/* A row of the journal as JSON. */
void
tend_change_output_json (JsonBuilder      *builder,
                         const TendChange *change,
                         const char       *by)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sequence");
  json_builder_add_int_value (builder, change->sequence);
  json_builder_set_member_name (builder, "batch");
  tend_row_add_id (builder, change->batch);
  json_builder_set_member_name (builder, "at");
  tend_row_add_instant (builder, change->at);
  json_builder_set_member_name (builder, "by");

  if (change->by == 0)
    {
      json_builder_add_null_value (builder);
    }
  else
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      tend_row_add_id (builder, change->by);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, by);
      json_builder_end_object (builder);
    }

  json_builder_set_member_name (builder, "table");
  json_builder_add_string_value (builder, change->noun != NULL ? change->noun->table : NULL);
  json_builder_set_member_name (builder, "id");
  tend_row_add_id (builder, change->id);
  json_builder_set_member_name (builder, "account");
  tend_row_add_id (builder, change->account);
  json_builder_set_member_name (builder, "operation");
  json_builder_add_string_value (builder, change->operation);
  json_builder_set_member_name (builder, "before");
  json_builder_add_value (builder, parse (change->before));
  json_builder_set_member_name (builder, "after");
  json_builder_add_value (builder, parse (change->after));
  json_builder_set_member_name (builder, "undone");
  json_builder_add_boolean_value (builder, change->undone);
  json_builder_end_object (builder);
}

static gboolean
parse_where (TendCli             *cli,
             const char * const  *where,
             TendId              *account,
             GError             **error)
{
  *account = 0;

  for (guint i = 0; where != NULL && where[i] != NULL; i++)
    {
      if (!g_str_has_prefix (where[i], "account="))
        {
          tend_cli_usage_error (error, _("Changes can only be chosen by account=ACCOUNT."));
          return FALSE;
        }

      if (!tend_lookup_reference (cli, &tend_account_noun, where[i] + strlen ("account="), account, error))
        return FALSE;
    }

  return TRUE;
}

/* All rows of the journal that are asked for, newest first. */
static GPtrArray *
read_changes (TendCli  *cli,
              TendId    account,
              GError  **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_change_free);
  gint64 before = 0;

  for (;;)
    {
      g_autoptr(GPtrArray) page = tend_book_list_changes (cli->book, account, FALSE, before, PAGE, error);

      if (page == NULL)
        return NULL;

      if (page->len == 0)
        return g_steal_pointer (&all);

      before = ((TendChange *) g_ptr_array_index (page, page->len - 1))->sequence;
      g_ptr_array_extend_and_steal (all, g_steal_pointer (&page));
    }
}

static void
print_text (GPtrArray *changes,
            guint      start,
            guint      end)
{
  g_autoptr(TendTable) table = tend_table_new ();

  for (guint i = start; i < end; i++)
    {
      const TendChange *change = g_ptr_array_index (changes, i);

      tend_table_take (table, g_strdup_printf ("%" G_GINT64_FORMAT, change->sequence));
      tend_table_take (table, tend_row_format_instant (change->at));
      tend_table_take (table, g_strdup (change->noun != NULL ? change->noun->name : ""));
      tend_table_take (table, change->noun != NULL ? g_strdup (change->operation) : tend_change_output_act (change));
      tend_table_take (table, change->id != 0 ? tend_id_to_text (change->id) : NULL);
      tend_table_take (table, g_strdup (change->after));
      tend_table_end_row (table);
    }

  tend_table_print (table);
}

/* Lists rows of the journal, newest first. */
TendExit
tend_change_output_list (TendCli             *cli,
                         const char * const  *where,
                         gint64               offset,
                         gint64               limit,
                         gboolean             count,
                         GError             **error)
{
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint start, end;
  TendId account;

  if (!parse_where (cli, where, &account, error) || (changes = read_changes (cli, account, error)) == NULL)
    return TEND_EXIT_ERROR;

  start = (guint) MIN (offset, (gint64) changes->len);
  end = limit > 0 ? (guint) MIN (start + limit, (gint64) changes->len) : changes->len;

  if (count && !cli->json)
    {
      tend_output_line ("%u", changes->len);
      return TEND_EXIT_DONE;
    }

  if (!cli->json)
    {
      print_text (changes, start, end);
      return TEND_EXIT_DONE;
    }

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "total");
  json_builder_add_int_value (builder, changes->len);

  if (!count)
    {
      json_builder_set_member_name (builder, "items");
      json_builder_begin_array (builder);
      for (guint i = start; i < end; i++)
        tend_change_output_json (builder, g_ptr_array_index (changes, i), NULL);
      json_builder_end_array (builder);
    }

  json_builder_end_object (builder);
  tend_output_json (builder);
  return TEND_EXIT_DONE;
}
