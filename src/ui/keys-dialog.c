/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "keys-dialog.h"

#include <string.h>

/* A row that shows what a key does, and the key. */

#define TEND_TYPE_KEY_ROW (tend_key_row_get_type ())
G_DECLARE_FINAL_TYPE (TendKeyRow, tend_key_row, TEND, KEY_ROW, AdwActionRow)

struct _TendKeyRow
{
  AdwActionRow parent_instance;

  char        *accelerator;   /* "<Control>f"; "<Alt>1...5": each of a range */
};

enum
{
  PROP_0,
  PROP_ACCELERATOR,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (TendKeyRow, tend_key_row, ADW_TYPE_ACTION_ROW)

static GParamSpec *properties[N_PROPS];

static void
append (GtkBox     *box,
        const char *text,
        const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

/* The keys as the desktop calls them, a cap each. */
static void
append_keys (GtkBox     *box,
             const char *accelerator)
{
  guint key;
  GdkModifierType modifiers;
  g_autofree char *label = NULL;
  g_auto (GStrv) keys = NULL;

  g_return_if_fail (gtk_accelerator_parse (accelerator, &key, &modifiers));

  label = gtk_accelerator_get_label (key, modifiers);
  keys = g_strsplit (label, "+", -1);
  for (guint i = 0; keys[i] != NULL; i++)
    append (box, keys[i], "keycap");
}

static void
tend_key_row_constructed (GObject *object)
{
  TendKeyRow *self = TEND_KEY_ROW (object);
  /* As GtkShortcutLabel: the theme knows the caps of keys within a "shortcut" alone. */
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "css-name", "shortcut", "spacing", 6, NULL);
  const char *range = strstr (self->accelerator, "...");
  g_autofree char *first = g_strndup (self->accelerator, range != NULL ? (gsize) (range - self->accelerator) : strlen (self->accelerator));

  G_OBJECT_CLASS (tend_key_row_parent_class)->constructed (object);

  append_keys (GTK_BOX (box), first);
  if (range != NULL)
    {
      append (GTK_BOX (box), "–", "dimmed");
      append_keys (GTK_BOX (box), range + strlen ("..."));
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_direction (box, GTK_TEXT_DIR_LTR);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), box);
}

static void
tend_key_row_finalize (GObject *object)
{
  g_free (TEND_KEY_ROW (object)->accelerator);
  G_OBJECT_CLASS (tend_key_row_parent_class)->finalize (object);
}

static void
tend_key_row_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_ACCELERATOR:
      TEND_KEY_ROW (object)->accelerator = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_key_row_class_init (TendKeyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = tend_key_row_constructed;
  object_class->finalize = tend_key_row_finalize;
  object_class->set_property = tend_key_row_set_property;

  properties[PROP_ACCELERATOR] =
    g_param_spec_string ("accelerator", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tend_key_row_init (TendKeyRow *self)
{
}

/* The dialog. */

struct _TendKeysDialog
{
  AdwDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (TendKeysDialog, tend_keys_dialog, ADW_TYPE_DIALOG)

static void
tend_keys_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_KEYS_DIALOG);
  G_OBJECT_CLASS (tend_keys_dialog_parent_class)->dispose (object);
}

static void
tend_keys_dialog_class_init (TendKeysDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_keys_dialog_dispose;

  g_type_ensure (TEND_TYPE_KEY_ROW);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/io/github/tendapp/Tend/keys-dialog.ui");
}

static void
tend_keys_dialog_init (TendKeysDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
tend_keys_dialog_new (void)
{
  return g_object_new (TEND_TYPE_KEYS_DIALOG, NULL);
}
