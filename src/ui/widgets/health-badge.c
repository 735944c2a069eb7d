/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "health-badge.h"

#include <glib/gi18n.h>

#include "ui/text/words.h"

void
tend_health_badge_show (GtkLabel                *label,
                        const TendAccountRecord *account)
{
  static const char *const classes[] = { "dimmed", "band-at-risk", "band-watch", "band-steady", "band-thriving" };
  const char *band = tend_words_of_field (tend_noun_get_field (&tend_account_noun, "health_band"), account->health_band);
  g_autofree char *number = account->health >= 0 ? g_strdup_printf ("%d", (int) account->health) : g_strdup ("–");
  g_autofree char *said = NULL;

  /* Translators: a health of 0 to 100 and the word of its band: "Health 31, at risk" */
  said = account->health >= 0 ? g_strdup_printf (_("Health %1$s: %2$s"), number, band) : g_strdup (_("Health unknown"));
  gtk_label_set_label (label, number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_widget_add_css_class (GTK_WIDGET (label), "badge");
  gtk_widget_add_css_class (GTK_WIDGET (label), "numeric");
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if ((int) i == account->health_band)
        gtk_widget_add_css_class (GTK_WIDGET (label), classes[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (label), classes[i]);
    }
}
