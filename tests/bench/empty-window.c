/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An AdwApplicationWindow with nothing in it: the least that a program of this kind can take to start. */
#include <adwaita.h>

static void
on_activate (GApplication *application)
{
  gtk_window_present (g_object_new (ADW_TYPE_APPLICATION_WINDOW, "application", application,
                                    "default-width", 1100, "default-height", 720, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application = adw_application_new ("io.github.tendapp.BenchEmpty", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
