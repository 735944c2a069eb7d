/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "account-view.h"

#include <json-glib/json-glib.h>

static const char *const scopes[] = { "all", "own", "team", "nobody", NULL };
static const char *const quiets[] = { "no", "amber", "red", NULL };

/* The sets of words: where each stands in the view, and what the book calls its values. */
static const struct { const char *name; gsize offset; const char *const *words; } sets[] = {
  { "status", G_STRUCT_OFFSET (TendAccountView, statuses), tend_account_statuses },
  { "tier", G_STRUCT_OFFSET (TendAccountView, tiers), tend_tiers },
  { "health_band", G_STRUCT_OFFSET (TendAccountView, bands), tend_bands },
  { "focus", G_STRUCT_OFFSET (TendAccountView, focuses), tend_focus },
};

#define BITS(view, at) (*(guint *) (void *) ((char *) (view) + sets[at].offset))
#define CONST_BITS(view, at) (*(const guint *) (const void *) ((const char *) (view) + sets[at].offset))

TendAccountView *
tend_account_view_new (void)
{
  TendAccountView *self = g_new0 (TendAccountView, 1);

  self->sort = g_strdup ("name");
  return self;
}

TendAccountView *
tend_account_view_copy (const TendAccountView *self)
{
  TendAccountView *copy = g_memdup2 (self, sizeof *self);

  copy->search = g_strdup (self->search);
  copy->sort = g_strdup (self->sort);
  return copy;
}

void
tend_account_view_free (TendAccountView *self)
{
  g_free (self->search);
  g_free (self->sort);
  g_free (self);
}

gboolean
tend_account_view_equal (const TendAccountView *a,
                         const TendAccountView *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    if (CONST_BITS (a, i) != CONST_BITS (b, i))
      return FALSE;
  return g_strcmp0 (a->search, b->search) == 0 && g_strcmp0 (a->sort, b->sort) == 0 && a->descending == b->descending &&
         a->scope == b->scope && a->manager == b->manager && a->quiet == b->quiet && a->product == b->product &&
         a->without == b->without;
}

gboolean
tend_account_view_is_narrow (const TendAccountView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    if (CONST_BITS (self, i) != 0)
      return TRUE;
  return (self->search != NULL && *self->search != '\0') || self->quiet != TEND_QUIET_NO || self->product != 0;
}

static void
add_id (JsonBuilder *builder,
        const char  *name,
        TendId       id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_set (JsonBuilder       *builder,
         const char        *name,
         guint              bits,
         const char *const *words)
{
  if (bits == 0)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; words[i] != NULL; i++)
    if (bits & (1u << i))
      json_builder_add_string_value (builder, words[i]);
  json_builder_end_array (builder);
}

char *
tend_account_view_to_json (const TendAccountView *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  if (self->search != NULL)
    add_text (builder, "search", self->search);
  add_text (builder, "sort", self->sort);
  json_builder_set_member_name (builder, "descending");
  json_builder_add_boolean_value (builder, self->descending);
  add_text (builder, "scope", scopes[self->scope]);
  if (self->manager != 0)
    add_id (builder, "manager", self->manager);
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    add_set (builder, sets[i].name, CONST_BITS (self, i), sets[i].words);
  if (self->quiet != TEND_QUIET_NO)
    add_text (builder, "quiet", quiets[self->quiet]);
  if (self->product != 0)
    add_id (builder, self->without ? "without" : "product", self->product);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static const char *
get_text (JsonObject *object,
          const char *name)
{
  return json_object_has_member (object, name) && json_node_get_value_type (json_object_get_member (object, name)) == G_TYPE_STRING
           ? json_object_get_string_member (object, name) : NULL;
}

static TendId
get_id (JsonObject *object,
        const char *name)
{
  const char *text = get_text (object, name);

  return text != NULL ? MAX (g_ascii_strtoll (text, NULL, 10), 0) : 0;
}

static guint
get_set (JsonObject        *object,
         const char        *name,
         const char *const *words)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint bits = 0;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *word = json_node_get_value_type (element) == G_TYPE_STRING ? json_node_get_string (element) : NULL;
      int index = word != NULL ? tend_word_find (words, word) : -1;

      if (index >= 0)
        bits |= 1u << index;
    }
  return bits;
}

static int
get_word (JsonObject        *object,
          const char        *name,
          const char *const *words)
{
  const char *word = get_text (object, name);

  return word != NULL ? MAX (tend_word_find (words, word), 0) : 0;
}

static gboolean
is_sort (const char *sort)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_account_noun);

  return sort != NULL && tend_query_set_sort (query, sort, FALSE);
}

TendAccountView *
tend_account_view_from_json (const char *json)
{
  TendAccountView *self = tend_account_view_new ();
  g_autoptr (JsonNode) root = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  if (object == NULL)
    return self;

  g_set_str (&self->search, get_text (object, "search"));
  if (is_sort (get_text (object, "sort")))
    g_set_str (&self->sort, get_text (object, "sort"));
  self->descending = json_object_get_boolean_member_with_default (object, "descending", FALSE);
  self->scope = (TendScope) get_word (object, "scope", scopes);
  self->manager = get_id (object, "manager");
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    BITS (self, i) = get_set (object, sets[i].name, sets[i].words);
  self->quiet = (TendQuiet) get_word (object, "quiet", quiets);
  self->without = get_id (object, "without") != 0;
  self->product = get_id (object, self->without ? "without" : "product");
  return self;
}

static void
add_bits (TendQuery  *query,
          const char *field,
          guint       bits)
{
  for (int i = 0; bits >> i != 0; i++)
    if (bits & (1u << i))
      tend_query_add_int (query, field, TEND_QUERY_IS, i);
}

static void
add_scope (const TendAccountView *self,
           TendQuery             *query)
{
  switch (self->scope)
    {
    case TEND_SCOPE_OWN:
      tend_query_add_int (query, "owner", TEND_QUERY_IS, self->manager);
      break;
    case TEND_SCOPE_TEAM:
      tend_query_add_int (query, "owner", TEND_QUERY_UNDER, self->manager);
      break;
    case TEND_SCOPE_NOBODY:
      tend_query_add_int (query, "owner", TEND_QUERY_IS, 0);
      break;
    case TEND_SCOPE_ALL:
    default:
      break;
    }
}

TendQuery *
tend_account_view_to_query (const TendAccountView *self,
                            TendInstant            now)
{
  TendQuery *query = tend_query_new (&tend_account_noun);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (now);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *today = g_date_time_format (local, "%Y-%m-%d");

  tend_query_set_search (query, self->search);
  tend_query_set_sort (query, self->sort, self->descending);
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    add_bits (query, sets[i].name, CONST_BITS (self, i));
  if (self->quiet != TEND_QUIET_NO)
    tend_query_add_int (query, self->quiet == TEND_QUIET_RED ? "quiet_red_from" : "quiet_from", TEND_QUERY_BEFORE, now + 1);
  tend_query_set_product (query, self->product, self->without, today);
  add_scope (self, query);
  return query;
}
