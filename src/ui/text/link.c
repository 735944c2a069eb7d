/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "link.h"

#include <string.h>

#define MAX_LENGTH 2000

/* Characters of an address that need no escape and can neither end it nor begin a header. */
#define ADDRESS_CHARACTERS "!#$'*+-./=^_`{|}~"

static gboolean
has_control_or_blank (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar ch = g_utf8_get_char (c);

      if (g_unichar_iscntrl (ch) || g_unichar_isspace (ch) || g_unichar_type (ch) == G_UNICODE_FORMAT)
        return TRUE;
    }

  return FALSE;
}

/* One "local@domain" of letters, digits and harmless marks. */
static gboolean
is_bare_address (const char *address)
{
  const char *at = strchr (address, '@');

  if (at == NULL || at == address || at[1] == '\0' || strchr (at + 1, '@') != NULL || at[1] == '.' || at[1] == '-')
    return FALSE;
  for (const char *c = address; c < at; c++)
    {
      if (!g_ascii_isalnum (*c) && strchr (ADDRESS_CHARACTERS, *c) == NULL && (guchar) *c < 0x80)
        return FALSE;
    }
  for (const char *c = at + 1; *c != '\0'; c++)
    {
      if (!g_ascii_isalnum (*c) && *c != '.' && *c != '-' && (guchar) *c < 0x80)
        return FALSE;
    }

  return TRUE;
}

static char *
make_mail (const char *address)
{
  g_autofree char *escaped = NULL;

  if (!is_bare_address (address))
    return NULL;

  /* '%' is no address character here, so nothing is escaped twice. */
  escaped = g_uri_escape_string (address, "@!$'*+", FALSE);
  return g_strconcat ("mailto:", escaped, NULL);
}

static char *
make_call (const char *number)
{
  g_autoptr (GString) digits = g_string_new ("tel:");

  for (const char *c = number; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_ascii_isdigit (*c) || (*c == '+' && digits->len == 4))
        g_string_append_c (digits, *c);
      else if (g_str_has_prefix (c, "(0)") && digits->str[4] == '+')
        c += 2;   /* +49 (0) 30: the zero is not dialled from abroad */
      else if (strchr (" ()-./", *c) == NULL && !g_unichar_isspace (g_utf8_get_char (c)) && g_utf8_get_char (c) != 0x2013)
        break;    /* an extension, a name */
    }
  if (digits->len < 4 + 3)
    return NULL;

  return g_string_free_and_steal (g_steal_pointer (&digits));
}

static char *
make_website (const char *text)
{
  g_autofree char *uri = NULL;

  uri = strstr (text, "://") != NULL ? g_strdup (text) : g_strconcat ("https://", text, NULL);
  return tend_link_is_safe (uri) ? g_steal_pointer (&uri) : NULL;
}

char *
tend_link_make (TendLinkKind  kind,
                const char   *text)
{
  g_autofree char *stripped = NULL;

  if (text == NULL || !g_utf8_validate (text, -1, NULL) || strlen (text) > MAX_LENGTH)
    return NULL;
  stripped = g_strstrip (g_strdup (text));
  if (kind == TEND_LINK_CALL)
    return make_call (stripped);
  if (has_control_or_blank (stripped))
    return NULL;

  return kind == TEND_LINK_MAIL ? make_mail (stripped) : make_website (stripped);
}

static gboolean
is_safe_mail (const char *uri)
{
  g_autofree char *address = g_uri_unescape_string (uri + strlen ("mailto:"), NULL);

  return strpbrk (uri, "?&,;#") == NULL && address != NULL && g_utf8_validate (address, -1, NULL) && is_bare_address (address);
}

static gboolean
is_safe_web (const char *uri)
{
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_NONE, NULL);
  const char *host;

  if (parsed == NULL)
    return FALSE;

  /* A user part ("https://bank.example@evil.example") only ever serves to mislead the eye. */
  host = g_uri_get_host (parsed);
  return host != NULL && *host != '\0' && *host != '-' && *host != '.' && g_uri_get_userinfo (parsed) == NULL;
}

gboolean
tend_link_is_safe (const char *uri)
{
  g_autofree char *scheme = NULL;

  if (uri == NULL || !g_utf8_validate (uri, -1, NULL) || strlen (uri) > MAX_LENGTH + 10 || has_control_or_blank (uri))
    return FALSE;

  scheme = g_uri_parse_scheme (uri);
  if (scheme == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (scheme, "mailto") == 0)
    return is_safe_mail (uri);
  if (g_ascii_strcasecmp (scheme, "tel") == 0)
    return uri[4] != '\0' && strspn (uri + 4, "+0123456789") == strlen (uri + 4);

  return (g_ascii_strcasecmp (scheme, "http") == 0 || g_ascii_strcasecmp (scheme, "https") == 0) && is_safe_web (uri);
}

static void
on_launched (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
tend_link_open (GtkWidget           *parent,
                const char          *uri,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (parent, NULL, callback, user_data);
  g_autoptr (GtkUriLauncher) launcher = NULL;
  GtkRoot *root = gtk_widget_get_root (parent);

  g_task_set_source_tag (task, tend_link_open);
  if (!tend_link_is_safe (uri))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "refused to open a link");
      return;
    }

  launcher = gtk_uri_launcher_new (uri);
  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_launched,
                           g_steal_pointer (&task));
}

gboolean
tend_link_open_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
