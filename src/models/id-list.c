/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "id-list.h"

enum
{
  SECTIONS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (TendIdList, tend_id_list, G_TYPE_LIST_MODEL)

static void
whole_list (TendIdList *self,
            guint       position,
            guint      *start,
            guint      *end)
{
  *start = 0;
  *end = g_list_model_get_n_items (G_LIST_MODEL (self));
}

static TendId
own_id (TendIdList      *self,
        guint            position,
        const TendNoun **noun)
{
  return tend_id_list_get_id (self, position);
}

static void
tend_id_list_default_init (TendIdListInterface *iface)
{
  iface->get_section = whole_list;
  iface->get_row = own_id;

  signals[SECTIONS_CHANGED] = g_signal_new ("sections-changed", TEND_TYPE_ID_LIST, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

TendId
tend_id_list_get_id (TendIdList *self,
                     guint       position)
{
  return TEND_ID_LIST_GET_IFACE (self)->get_id (self, position);
}

GArray *
tend_id_list_ref_ids (TendIdList *self)
{
  return TEND_ID_LIST_GET_IFACE (self)->ref_ids (self);
}

gboolean
tend_id_list_find (TendIdList *self,
                   TendId      id,
                   guint      *position)
{
  g_autoptr (GArray) ids = tend_id_list_ref_ids (self);

  for (guint i = 0; i < ids->len; i++)
    {
      if (g_array_index (ids, TendId, i) == id)
        {
          if (position != NULL)
            *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

void
tend_id_list_get_section (TendIdList *self,
                          guint       position,
                          guint      *start,
                          guint      *end)
{
  TEND_ID_LIST_GET_IFACE (self)->get_section (self, position, start, end);
}

TendId
tend_id_list_get_row (TendIdList      *self,
                      guint            position,
                      const TendNoun **noun)
{
  return TEND_ID_LIST_GET_IFACE (self)->get_row (self, position, noun);
}

void
tend_id_list_sections_changed (TendIdList *self,
                               guint       position,
                               guint       n_items)
{
  if (n_items > 0)
    g_signal_emit (self, signals[SECTIONS_CHANGED], 0, position, n_items);
}
