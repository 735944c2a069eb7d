/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "ui/text/link.h"

typedef struct
{
  TendLinkKind  kind;
  const char   *text;
  const char   *uri;   /* NULL: refused */
} Made;

static const Made made[] = {
  { TEND_LINK_MAIL, "anna@brauhaus.example", "mailto:anna@brauhaus.example" },
  { TEND_LINK_MAIL, "  anna@brauhaus.example ", "mailto:anna@brauhaus.example" },
  { TEND_LINK_MAIL, "o'hara+tend@brauhaus.example", "mailto:o'hara+tend@brauhaus.example" },
  { TEND_LINK_MAIL, "anna@brauhaus.example?bcc=evil@evil.example", NULL },
  { TEND_LINK_MAIL, "anna@brauhaus.example%0d%0aBcc:evil@evil.example", NULL },
  { TEND_LINK_MAIL, "anna@brauhaus.example\r\nBcc: evil@evil.example", NULL },
  { TEND_LINK_MAIL, "anna@brauhaus.example,evil@evil.example", NULL },
  { TEND_LINK_MAIL, "anna@brauhaus.example;evil", NULL },
  { TEND_LINK_MAIL, "anna@brauhaus.example&attach=/etc/passwd", NULL },
  { TEND_LINK_MAIL, "Anna <anna@brauhaus.example>", NULL },
  { TEND_LINK_MAIL, "anna#x@brauhaus.example", "mailto:anna%23x@brauhaus.example" },
  { TEND_LINK_MAIL, "anna@@brauhaus.example", NULL },
  { TEND_LINK_MAIL, "jürgen@müller.example", "mailto:j%C3%BCrgen@m%C3%BCller.example" },
  { TEND_LINK_MAIL, "anna", NULL },
  { TEND_LINK_MAIL, "@brauhaus.example", NULL },
  { TEND_LINK_MAIL, "anna@", NULL },
  { TEND_LINK_MAIL, "", NULL },
  { TEND_LINK_MAIL, NULL, NULL },
  { TEND_LINK_CALL, "+49 (0) 30 / 123-456", "tel:+4930123456" },
  { TEND_LINK_CALL, "030 123456", "tel:030123456" },
  { TEND_LINK_CALL, "(212) 555-0100 ext. 12", "tel:2125550100" },
  { TEND_LINK_CALL, "0171.123.456", "tel:0171123456" },
  { TEND_LINK_CALL, "anna", NULL },
  { TEND_LINK_CALL, "*21*0900#", NULL },
  { TEND_LINK_CALL, "12", NULL },
  { TEND_LINK_WEBSITE, "brauhaus.example", "https://brauhaus.example" },
  { TEND_LINK_WEBSITE, "http://brauhaus.example/a?b=c#d", "http://brauhaus.example/a?b=c#d" },
  { TEND_LINK_WEBSITE, "HTTPS://brauhaus.example", "HTTPS://brauhaus.example" },
  { TEND_LINK_WEBSITE, "javascript:alert(1)", NULL },
  { TEND_LINK_WEBSITE, "file:///etc/passwd", NULL },
  { TEND_LINK_WEBSITE, "ftp://brauhaus.example", NULL },
  { TEND_LINK_WEBSITE, "https://bank.example@evil.example", NULL },
  { TEND_LINK_WEBSITE, "https://", NULL },
  { TEND_LINK_WEBSITE, "-o evil", NULL },
  { TEND_LINK_WEBSITE, "brauhaus.example\nevil", NULL },
  { TEND_LINK_WEBSITE, "smb://server/share", NULL },
  { TEND_LINK_WEBSITE, "data:text/html,x", NULL },
};

static void
test_made (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (made); i++)
    {
      g_autofree char *uri = tend_link_make (made[i].kind, made[i].text);

      g_test_message ("%s", made[i].text != NULL ? made[i].text : "(none)");
      g_assert_cmpstr (uri, ==, made[i].uri);
      if (uri != NULL)
        g_assert_true (tend_link_is_safe (uri));
    }
}

static void
test_gate (void)
{
  static const char *const refused[] = {
    "mailto:", "mailto:a@b?subject=x", "mailto:a@b%0aBcc:c@d", "mailto:a@b%3Fcc=c", "mailto:a@b,c@d",
    "tel:", "tel:*21#", "tel:1;phone-context=x", "file:///etc/passwd", "javascript:1", "https:", "https:///x", "/etc/passwd",
    "x-scheme:1", "vnc://a", "https://a b", "https://u:p@host", "\xff\xfe", "", "ssh://host", "http://host\u202e/x",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("%s", refused[i]);
      g_assert_false (tend_link_is_safe (refused[i]));
    }
  g_assert_false (tend_link_is_safe (NULL));
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GError **error = user_data;

  g_assert_false (tend_link_open_finish (result, error));
}

/* What the gate refuses never reaches the desktop. */
static void
test_refused_to_open (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (""));
  GError *error = NULL;

  tend_link_open (label, "file:///etc/passwd", on_opened, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_assert_finalize_object (label);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/link/made", test_made);
  g_test_add_func ("/link/gate", test_gate);
  g_test_add_func ("/link/refused-to-open", test_refused_to_open);

  return g_test_run ();
}
