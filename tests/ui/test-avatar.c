/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/avatar.h"

static void
test_initials (void)
{
  static const struct
  {
    const char *name;
    const char *initials;
  } table[] = {
    { "Brauhaus Weißenfels GmbH", "BW" },
    { "Brauhaus Weißenfels GmbH & Co. KG", "BW" },
    { "Çelik Lojistik A.Ş.", "ÇL" },
    { "Kranbau Nord AG", "KN" },
    { "Textil Kowalski Sp. z o.o.", "TK" },
    { "Lumière & Fils SARL", "LF" },
    { "Northwind Optics Ltd", "NO" },
    { "élan", "É" },
    { "Jonas Brandt", "JB" },
    { "Jonas van der Brandt", "JB" },
    { "AG", "A" },
    { "GmbH & Co. KG", "G" },
    { "  Ada  Lovelace  ", "AL" },
    { "", "" },
    { NULL, "" },
    { "\xff\xfe", "\xef\xbf\xbd" },
    { "日本 商事", "日商" },
    { "<b>bold</b>", "<" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      TendAvatar avatar = { 0 };

      if (table[i].name != NULL && g_utf8_validate (table[i].name, -1, NULL))
        g_test_message ("%s", table[i].name);
      tend_avatar_set (&avatar, table[i].name);
      g_assert_cmpstr (avatar.initials, ==, table[i].initials);
      tend_avatar_clear (&avatar);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/avatar/initials", test_initials);
  return g_test_run ();
}
