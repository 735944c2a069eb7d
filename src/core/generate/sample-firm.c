/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sample-firm.h"

#include <string.h>

#define PERSON_PERCENT 5
#define TRIES 3

struct _TendSampleFirms
{
  const TendSampleWords *words;
  GHashTable *taken;        /* hashes of domains: no two firms share one */
  guint weights[64];        /* of the towns */
  guint n_made;
};

typedef enum
{
  STYLE_FAMILY_TRADE,
  STYLE_TRADE_FAMILY,
  STYLE_TOWN_TRADE,
  STYLE_COINED,
  STYLE_PARTNERS,
  N_STYLES
} Style;

static const guint style_weights[N_STYLES] = { 36, 14, 14, 22, 14 };

TendSampleFirms *
tend_sample_firms_new (const TendSampleWords *words)
{
  TendSampleFirms *self = g_new0 (TendSampleFirms, 1);

  g_assert (words->n_towns <= G_N_ELEMENTS (self->weights));

  self->words = words;
  self->taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < words->n_towns; i++)
    self->weights[i] = words->towns[i].weight;

  return self;
}

void
tend_sample_firms_free (TendSampleFirms *self)
{
  g_hash_table_unref (self->taken);
  g_free (self);
}

void
tend_sample_firm_clear (TendSampleFirm *firm)
{
  g_clear_pointer (&firm->name, g_free);
  g_clear_pointer (&firm->domain, g_free);
  g_clear_pointer (&firm->street, g_free);
  g_clear_pointer (&firm->postcode, g_free);
}

static const char *
pick (const TendWords *words,
      TendRandom      *random)
{
  return tend_random_pick (random, words->words, words->n_words);
}

void
tend_sample_person_init (TendSamplePerson      *person,
                         const TendSampleWords *words,
                         TendRandom            *random)
{
  person->given = pick (tend_random_chance (random, 50) ? &words->given_women : &words->given_men, random);
  person->family = pick (&words->families, random);
}

static const char *
ascii_of (gunichar  ch,
          char     *buffer)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  switch (ch)
    {
    case 0x00E4: return "ae"; /* ä */
    case 0x00F6: return "oe"; /* ö */
    case 0x00FC: return "ue"; /* ü */
    case 0x00DF: return "ss"; /* ß */
    case 0x0131: return "i";  /* ı */
    case '\'':   return "";
    default:     break;
    }

  g_unichar_fully_decompose (ch, FALSE, parts, G_N_ELEMENTS (parts));

  if (parts[0] >= 0x80 || !g_ascii_isalnum ((char) parts[0]))
    return "-";

  buffer[0] = (char) parts[0];
  buffer[1] = '\0';
  return buffer;
}

/* A text as it stands in an address: "Möller & Söhne" is "moeller-soehne". (transfer full) */
char *
tend_sample_slug (const char *text)
{
  GString *slug = g_string_sized_new (strlen (text) + 8);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      char buffer[2];
      const char *ascii = ascii_of (g_unichar_tolower (g_utf8_get_char (p)), buffer);

      if (*ascii != '-')
        g_string_append (slug, ascii);
      else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
        g_string_append_c (slug, '-');
    }

  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);

  return g_string_free (slug, FALSE);
}

/* @pattern with a digit for each '#' and a letter for each '@'. (transfer full) */
char *
tend_sample_fill (const char *pattern,
                  TendRandom *random)
{
  char *filled = g_strdup (pattern);

  for (char *p = filled; *p != '\0'; p++)
    if (*p == '#')
      *p = (char) ('0' + tend_random_below (random, 10));
    else if (*p == '@')
      *p = "ABDEFGHJLNPQRSTUWXYZ"[tend_random_below (random, 20)];

  return filled;
}

static char *
fill_partners (const char *pattern,
               const char *first,
               const char *second)
{
  GString *name = g_string_new (pattern);

  g_string_replace (name, "%1", first, 0);
  g_string_replace (name, "%2", second, 0);
  return g_string_free (name, FALSE);
}

/* The part of a town's name that a firm takes into its own. */
static char *
short_town (const TendTown *town)
{
  return g_strndup (town->name, strcspn (town->name, " ("));
}

/* A firm's name without its legal form, which is then put behind it; firms of partners bring their own. */
static char *
make_name (const TendSampleWords *words,
           TendRandom            *random,
           TendSampleFirm        *firm,
           const char           **legal_form)
{
  guint trade = tend_random_below (random, words->trades.n_words);
  const char *family = pick (&words->families, random);
  g_autofree char *town = NULL;

  *legal_form = pick (&words->legal_forms, random);
  firm->industry = words->industries.words[trade];

  switch ((Style) tend_random_weighted (random, style_weights, N_STYLES))
    {
    case STYLE_TRADE_FAMILY:
      return g_strdup_printf ("%s %s", words->trades.words[trade], family);
    case STYLE_TOWN_TRADE:
      town = short_town (firm->town);
      return g_strdup_printf ("%s %s", words->trades.words[trade], town);
    case STYLE_COINED:
      return g_strdup_printf ("%s%s %s", pick (&words->coined_starts, random), pick (&words->coined_ends, random),
                              pick (&words->coined_tails, random));
    case STYLE_PARTNERS:
      *legal_form = NULL;
      firm->industry = words->industries.words[words->industries.n_words - 1 - tend_random_below (random, 6)];
      return fill_partners (pick (&words->partner_patterns, random), family, pick (&words->families, random));
    case STYLE_FAMILY_TRADE:
    case N_STYLES:
    default:
      return g_strdup_printf ("%s %s", family, words->trades.words[trade]);
    }
}

/* Takes the domain if nobody has it yet. */
static gboolean
take_domain (TendSampleFirms *self,
             const char      *domain)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (const char *p = domain; *p != '\0'; p++)
    hash = (hash ^ (guchar) *p) * G_GUINT64_CONSTANT (1099511628211);

  return g_hash_table_add (self->taken, GSIZE_TO_POINTER ((gsize) hash));
}

/* Names the firm so that its domain is its own: the town tells apart those of one name, and at last a number. */
static void
name_firm (TendSampleFirms *self,
           TendRandom      *random,
           TendSampleFirm  *firm)
{
  for (guint i = 0;; i++)
    {
      const char *legal_form;
      g_autofree char *name = make_name (self->words, random, firm, &legal_form);
      g_autofree char *slug = NULL;

      if (i > 0 && legal_form != NULL)
        {
          g_autofree char *town = short_town (firm->town);

          if (strstr (name, town) == NULL)
            {
              g_autofree char *alone = g_steal_pointer (&name);

              name = g_strdup_printf ("%s %s", alone, town);
            }
        }

      slug = tend_sample_slug (name);
      firm->domain = i < TRIES ? g_strdup_printf ("%s.example", slug) : g_strdup_printf ("%s-%u.example", slug, self->n_made);
      firm->name = legal_form == NULL ? g_steal_pointer (&name) : g_strdup_printf ("%s %s", name, legal_form);

      if (take_domain (self, firm->domain))
        return;

      g_clear_pointer (&firm->domain, g_free);
      g_clear_pointer (&firm->name, g_free);
    }
}

/* The next firm; @firm must be empty. */
void
tend_sample_firms_next (TendSampleFirms *self,
                        TendRandom      *random,
                        TendSampleFirm  *firm)
{
  const TendSampleWords *words = self->words;
  int number = tend_random_between (random, 1, tend_random_chance (random, 80) ? 60 : 320);
  const char *street = pick (&words->streets, random);

  self->n_made++;
  firm->town = &words->towns[tend_random_weighted (random, self->weights, words->n_towns)];
  firm->person = tend_random_chance (random, PERSON_PERCENT);

  if (firm->person)
    {
      tend_sample_person_init (&firm->client, words, random);
      firm->name = g_strdup_printf ("%s %s", firm->client.given, firm->client.family);
      firm->domain = g_strdup ("post.example");
    }
  else
    {
      name_firm (self, random, firm);
    }

  firm->street = words->number_after_street ? g_strdup_printf ("%s %d", street, number) : g_strdup_printf ("%d %s", number, street);
  firm->postcode = tend_sample_fill (firm->town->postcode, random);
}
