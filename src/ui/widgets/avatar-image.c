/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "avatar-image.h"

#include "avatar.h"

struct _TendAvatarImage
{
  GtkWidget parent_instance;

  TendAvatar avatar;
  int size;
};

enum
{
  PROP_0,
  PROP_SIZE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (TendAvatarImage, tend_avatar_image, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
tend_avatar_image_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = TEND_AVATAR_IMAGE (widget)->size;
}

static void
tend_avatar_image_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  TendAvatarImage *self = TEND_AVATAR_IMAGE (widget);
  float x = (float) (gtk_widget_get_width (widget) - self->size) / 2;
  float y = (float) (gtk_widget_get_height (widget) - self->size) / 2;

  tend_avatar_snapshot (&self->avatar, widget, snapshot, x, y, (float) self->size);
}

static void
tend_avatar_image_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tend_avatar_image_parent_class)->css_changed (widget, change);
  tend_avatar_changed (&TEND_AVATAR_IMAGE (widget)->avatar);
}

static void
tend_avatar_image_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SIZE:
      g_value_set_int (value, TEND_AVATAR_IMAGE (object)->size);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_avatar_image_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SIZE:
      TEND_AVATAR_IMAGE (object)->size = g_value_get_int (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_avatar_image_finalize (GObject *object)
{
  tend_avatar_clear (&TEND_AVATAR_IMAGE (object)->avatar);
  G_OBJECT_CLASS (tend_avatar_image_parent_class)->finalize (object);
}

static void
tend_avatar_image_class_init (TendAvatarImageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tend_avatar_image_get_property;
  object_class->set_property = tend_avatar_image_set_property;
  object_class->finalize = tend_avatar_image_finalize;
  widget_class->measure = tend_avatar_image_measure;
  widget_class->snapshot = tend_avatar_image_snapshot;
  widget_class->css_changed = tend_avatar_image_css_changed;

  properties[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 1, 1024, 32,
                                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "avatar-image");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tend_avatar_image_init (TendAvatarImage *self)
{
}

GtkWidget *
tend_avatar_image_new (int size)
{
  return g_object_new (TEND_TYPE_AVATAR_IMAGE, "size", size, NULL);
}

void
tend_avatar_image_set_name (TendAvatarImage *self,
                            const char      *name)
{
  g_return_if_fail (TEND_IS_AVATAR_IMAGE (self));

  tend_avatar_set (&self->avatar, name);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
