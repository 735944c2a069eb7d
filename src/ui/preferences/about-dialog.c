/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "about-dialog.h"

#include <locale.h>

#include <glib/gi18n.h>

/* For those who mend faults, whatever language the user speaks: not translated. */

static void
add_versions (GString *text)
{
  g_autofree char *os = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  const char *desktop = g_getenv ("XDG_CURRENT_DESKTOP");
  GdkDisplay *display = gdk_display_get_default ();

  g_string_append_printf (text, "Tend %s (%s)\n", TEND_VERSION, TEND_PROFILE);
  g_string_append_printf (text, "GTK %u.%u.%u, libadwaita %u.%u.%u, GLib %u.%u.%u\n",
                          gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                          adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                          glib_major_version, glib_minor_version, glib_micro_version);
  g_string_append_printf (text, "System: %s\n", os != NULL ? os : "unknown");
  g_string_append_printf (text, "Desktop: %s, %s\n", desktop != NULL ? desktop : "unknown",
                          display != NULL ? G_OBJECT_TYPE_NAME (display) : "no display");
  g_string_append_printf (text, "Locale: %s\n", setlocale (LC_MESSAGES, NULL));
}

static void
add_book (GString            *text,
          TendBook           *book,
          const TendBookInfo *info)
{
  const TendNoun *const *nouns = tend_nouns ();

  g_string_append_printf (text, "Book: schema %d, %" G_GINT64_FORMAT " bytes, %" G_GINT64_FORMAT " changes%s\n",
                          info->schema, info->size, info->sequence, tend_book_get_read_only (book) ? ", read-only" : "");
  for (guint i = 0; nouns[i] != NULL && i < G_N_ELEMENTS (info->counts); i++)
    g_string_append_printf (text, "  %s: %" G_GINT64_FORMAT "\n", nouns[i]->plural, info->counts[i]);
}

static void
on_info (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (AdwAboutDialog) dialog = user_data;
  g_autoptr (GString) text = g_string_new (NULL);
  TendBookInfo info;

  add_versions (text);
  if (tend_book_get_info_finish (TEND_BOOK (source), result, &info, NULL))
    add_book (text, TEND_BOOK (source), &info);
  else
    g_string_append (text, "Book: cannot be read\n");
  adw_about_dialog_set_debug_info (dialog, text->str);
}

/* The counts of a large book take a while, and nobody who asks who made this waits for them. */
static void
show_debug (AdwAboutDialog *dialog,
            TendBook       *book)
{
  g_autoptr (GString) text = g_string_new (NULL);

  add_versions (text);
  g_string_append (text, book != NULL ? "Book: being read\n" : "Book: none open\n");
  adw_about_dialog_set_debug_info (dialog, text->str);
  if (book != NULL)
    tend_book_get_info_async (book, NULL, on_info, g_object_ref (dialog));
}

AdwDialog *
tend_about_dialog_new (TendBook *book)
{
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog,
                "application-name", "Tend",
                "application-icon", TEND_APPLICATION_ID,
                "version", TEND_VERSION,
                "developer-name", _("The Tend Authors"),
                "license-type", GTK_LICENSE_GPL_3_0,
                "website", "https://github.com/tendapp/tend",
                "issue-url", "https://github.com/tendapp/tend/issues",
                "comments", _("Keep every client looked after"),
                /* Translators: your names, a line each */
                "translator-credits", _("translator-credits"),
                "debug-info-filename", "tend-debug-information.txt",
                NULL);
  show_debug (ADW_ABOUT_DIALOG (dialog), book);

  return dialog;
}
