/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "avatar.h"

#include <string.h>

/* GNOME's palette, by the number that AdwAvatar makes of a name: top, bottom, letters. */
static const struct
{
  guint32 top;
  guint32 bottom;
  guint32 letters;
} colours[] = {
  { 0x83b6ec, 0x337fdc, 0xcfe1f5 },
  { 0x7ad9f1, 0x0f9ac8, 0xcaeaf2 },
  { 0x8de6b1, 0x29ae74, 0xcef8d8 },
  { 0xb5e98a, 0x6ab85b, 0xe6f9d7 },
  { 0xf8e359, 0xd29d09, 0xf9f4e1 },
  { 0xffcb62, 0xd68400, 0xffead1 },
  { 0xffa95a, 0xed5b00, 0xffe5c5 },
  { 0xf78773, 0xe62d42, 0xf8d2ce },
  { 0xe973ab, 0xe33b6a, 0xfac7de },
  { 0xcb78d4, 0x9945b5, 0xe7c2e8 },
  { 0x9e91e8, 0x7a59ca, 0xd5d2f5 },
  { 0xe3cf9c, 0xb08952, 0xf2eade },
  { 0xbe916d, 0x785336, 0xe5d6ca },
  { 0xc0bfbc, 0x6e6d71, 0xd8d7d3 },
};

/* Words at the end of a firm's name that half of all firms have there. */
static const char *const endings[] = {
  "&", "a.ş.", "a/s", "ab", "ag", "aps", "as", "b.v.", "bv", "co", "co.", "company", "corp", "corp.", "corporation", "e.g.", "e.k.",
  "e.v.", "eg", "ek", "gbr", "gesellschaft", "gmbh", "group", "gruppe", "inc", "inc.", "kg", "kgaa", "limited", "llc", "llp", "ltd",
  "ltd.", "mbh", "n.v.", "nv", "o.o.", "ohg", "oy", "oyj", "plc", "s.a.", "s.l.", "s.p.a.", "s.r.l.", "sa", "sarl", "sas", "se", "sl",
  "sp.", "spa", "srl", "ug", "und", "z", NULL,
};

static gboolean
is_ending (const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);

  return g_strv_contains (endings, lower);
}

char *
tend_avatar_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  char *end;

  g_strchomp (valid);
  while ((end = strrchr (valid, ' ')) != NULL && is_ending (end + 1))
    {
      *end = '\0';
      g_strchomp (valid);
    }
  /* "Meier, Schulze" needs no comma at its end either. */
  if (g_str_has_suffix (valid, ","))
    valid[strlen (valid) - 1] = '\0';

  return g_steal_pointer (&valid);
}

static GdkRGBA
rgba (guint32 rgb)
{
  return (GdkRGBA) { (rgb >> 16 & 0xff) / 255.f, (rgb >> 8 & 0xff) / 255.f, (rgb & 0xff) / 255.f, 1.f };
}

static void
append_capital (GString    *initials,
                const char *word)
{
  gunichar letter = g_utf8_get_char (word);

  if (letter != 0)
    g_string_append_unichar (initials, g_unichar_totitle (letter));
}

char *
tend_avatar_initials (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  g_autofree char *text = g_utf8_normalize (g_strstrip (valid), -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *initials = g_string_new (NULL);
  const char *last = strrchr (text, ' ');

  append_capital (initials, text);
  if (last != NULL)
    append_capital (initials, last + 1);

  return g_string_free_and_steal (initials);
}

void
tend_avatar_set (TendAvatar *self,
                 const char *name)
{
  g_autofree char *short_name = tend_avatar_name (name);

  tend_avatar_clear (self);
  self->initials = tend_avatar_initials (short_name);
  self->colour = g_str_hash (short_name) % G_N_ELEMENTS (colours);
}

void
tend_avatar_clear (TendAvatar *self)
{
  g_clear_pointer (&self->initials, g_free);
  g_clear_object (&self->layout);
}

void
tend_avatar_changed (TendAvatar *self)
{
  g_clear_object (&self->layout);
}

static PangoLayout *
get_layout (TendAvatar *self,
            GtkWidget  *widget,
            float       size)
{
  PangoAttrList *attributes;

  if (self->layout != NULL)
    return self->layout;

  self->layout = gtk_widget_create_pango_layout (widget, self->initials);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (size * 0.36f * PANGO_SCALE)));
  pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);

  return self->layout;
}

void
tend_avatar_snapshot (TendAvatar  *self,
                      GtkWidget   *widget,
                      GtkSnapshot *snapshot,
                      float        x,
                      float        y,
                      float        size)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, y, size, size);
  GdkRGBA letters = rgba (colours[self->colour].letters);
  GskColorStop stops[2] = { { 0, rgba (colours[self->colour].top) }, { 1, rgba (colours[self->colour].bottom) } };
  GskRoundedRect circle;
  PangoLayout *layout;
  int width;
  int height;

  if (self->initials == NULL)
    return;

  gsk_rounded_rect_init_from_rect (&circle, &bounds, size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_linear_gradient (snapshot, &bounds, &GRAPHENE_POINT_INIT (x, y), &GRAPHENE_POINT_INIT (x, y + size),
                                       stops, G_N_ELEMENTS (stops));
  gtk_snapshot_pop (snapshot);

  layout = get_layout (self, widget, size);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + (size - width) / 2, y + (size - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &letters);
  gtk_snapshot_restore (snapshot);
}
