/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-words"

#include "config.h"

#include "import-words.h"

#include <string.h>

char *
tend_import_squash (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_autofree char *whole = g_utf8_normalize (lower, -1, G_NORMALIZE_NFC);
  GString *squashed = g_string_new (NULL);

  for (const char *p = whole != NULL ? whole : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar base[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

      if (c == 0xE4)
        g_string_append (squashed, "ae");
      else if (c == 0xF6)
        g_string_append (squashed, "oe");
      else if (c == 0xFC)
        g_string_append (squashed, "ue");
      else if (c == 0xDF)
        g_string_append (squashed, "ss");
      else if (g_unichar_isalnum (c) && g_unichar_fully_decompose (c, FALSE, base, G_N_ELEMENTS (base)) > 0)
        g_string_append_unichar (squashed, base[0]);
    }

  return g_string_free (squashed, FALSE);
}

/* Other ways that files write the words of the book, squashed and parted by blanks. */
static const struct { const char *field; const char *word; const char *others; } synonyms[] = {
  { "kind", "firm", "firma company unternehmen organisation organization business geschaeftskunde firmenkunde b2b" },
  { "kind", "person", "privat private privatkunde privatperson individual consumer b2c" },
  { "tier", "A", "akunde a1 tiera stufea klassea" },
  { "tier", "B", "bkunde tierb stufeb klasseb" },
  { "tier", "C", "ckunde tierc stufec klassec" },
  { "status", "onboarding", "new neu neukunde einarbeitung imaufbau" },
  { "status", "active", "aktiv bestandskunde current" },
  { "status", "at-risk", "gefaehrdet risiko risk abwanderungsgefaehrdet" },
  { "status", "paused", "pausiert ruhend onhold" },
  { "status", "former", "ehemalig ehemals ehemaligerkunde inaktiv inactive verloren lost churned gekuendigt closed" },
  { "role", "assistant", "assistent assistentin assistenz" },
  { "role", "associate", "juniorbetreuer juniorbetreuerin sachbearbeiter sachbearbeiterin" },
  { "role", "manager", "kundenbetreuer kundenbetreuerin betreuer betreuerin accountmanager accountmanagerin" },
  { "role", "lead", "teamleiter teamleiterin teamleitung leitend leadmanager" },
  { "role", "director", "direktor direktorin leiter leiterin leitung bereichsleiter bereichsleiterin" },
  { "role", "vice-president", "vp vizepraesident vizepraesidentin" },
  { "hat", "sales", "vertrieb verkauf" },
  { "hat", "service", "kundendienst betreuung" },
  { "hat", "technical", "technik technisch" },
  { "hat", "finance", "finanzen finanz buchhaltung" },
  { "state", "open", "offen todo planned geplant no nein false 0" },
  { "state", "done", "erledigt abgeschlossen completed yes ja true 1 x" },
  { "state", "dropped", "verworfen entfallen cancelled canceled storniert" },
  { "lead", "at-time", "0 puenktlich" },
  { "lead", "10-minutes", "10min 10minuten" },
  { "lead", "1-hour", "1h 1stunde" },
  { "lead", "1-day", "1d 1tag" },
  { "lead", "1-week", "1w 1woche" },
  { "kind", "product", "produkt artikel ware item good goods" },
  { "kind", "service", "leistung dienstleistung dienst abo vertrag subscription" },
  { "kind", "call", "anruf telefonat telefon phone phonecall telephone" },
  { "kind", "e-mail", "mail emailnachricht" },
  { "kind", "meeting", "besprechung treffen termin videokonferenz videocall onlinemeeting demo" },
  { "kind", "visit", "besuch kundenbesuch vorort onsite" },
  { "kind", "letter", "brief post schreiben fax" },
  { "kind", "note", "notiz vermerk aktennotiz" },
  { "direction", "outgoing", "out aus ausgehend ausgang gesendet sent outbound" },
  { "direction", "incoming", "in ein eingehend eingang empfangen received inbound" },
  { "fit", "unknown", "unbekannt" },
  { "fit", "fits", "passt gut good yes ja" },
  { "fit", "partly", "teilweise teils partial" },
  { "fit", "does-not", "passtnicht schlecht bad no nein" },
  { "kind", "request", "wunsch anfrage bitte featurerequest" },
  { "kind", "question", "frage rueckfrage howto" },
  { "kind", "concern", "sorge beschwerde reklamation complaint issue" },
  { "kind", "fault", "stoerung fehler defekt incident bug problem" },
  { "kind", "billing", "abrechnung rechnung rechnungsfrage invoice" },
  { "priority", "low", "niedrig gering" },
  { "priority", "normal", "mittel medium" },
  { "priority", "high", "hoch" },
  { "priority", "urgent", "dringend critical kritisch sehrhoch" },
  { "state", "waiting", "wartend wartet wartetauf pending onhold inprogress inarbeit" },
  { "state", "resolved", "geloest erledigt abgeschlossen closed done completed" },
  { "kind", "upsell", "ausbau erweiterung mehr" },
  { "kind", "cross-sell", "zusatz zusatzverkauf crossselling new neu neugeschaeft newbusiness" },
  { "kind", "renewal", "verlaengerung renew erneuerung" },
  { "stage", "identified", "erkannt lead prospecting new neu" },
  { "stage", "qualified", "qualifiziert qualification qualifying" },
  { "stage", "proposed", "angebot angeboten proposal quote proposalmade" },
  { "stage", "negotiating", "verhandlung inverhandlung negotiation" },
  { "stage", "won", "gewonnen closedwon auftrag" },
  { "stage", "lost", "verloren closedlost" },
  { "stance", "unknown", "unbekannt offen" },
  { "stance", "in-house", "imhaus imeigenenhaus eigen selbst inhouse" },
  { "stance", "competitor", "wettbewerber mitbewerber konkurrenz" },
  { "stance", "not-needed", "keinbedarf nichtnoetig unnoetig notneeded" },
  { "source", "survey", "umfrage kunde client customer nps befragung" },
  { "source", "impression", "eindruck betreuer manager" },
  { "part", "decision-maker", "entscheider entscheiderin decisionmaker" },
  { "part", "champion", "fuersprecher fuersprecherin" },
  { "part", "user", "anwender anwenderin nutzer nutzerin" },
  { "part", "finance", "finanzen buchhaltung einkauf" },
  { "part", "technical", "technik technisch it" },
  { "part", "blocker", "gegner bremser" },
};

static gboolean
holds_word (const char *words,
            const char *word)
{
  gsize length = strlen (word);

  for (const char *p = strstr (words, word); p != NULL; p = strstr (p + 1, word))
    if ((p == words || p[-1] == ' ') && (p[length] == ' ' || p[length] == '\0'))
      return TRUE;

  return FALSE;
}

int
tend_import_find_word (const TendField *field,
                       const char      *text)
{
  g_autofree char *squashed = NULL;
  int index = tend_word_find (field->words, text);

  if (index >= 0)
    return index;

  squashed = tend_import_squash (text);
  if (*squashed == '\0')
    return -1;

  for (index = 0; field->words[index] != NULL; index++)
    {
      g_autofree char *own = tend_import_squash (field->words[index]);

      if (strcmp (own, squashed) == 0)
        return index;
    }

  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (strcmp (synonyms[i].field, field->name) == 0 && holds_word (synonyms[i].others, squashed) &&
        (index = tend_word_find (field->words, synonyms[i].word)) >= 0)
      return index;

  return -1;
}

static const char particles[] =
  "van von vom der den de da do dos das di du del della la le ten ter te zu zum zur af av bin ibn al el y";

static gboolean
is_particle (const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);

  return holds_word (particles, lower);
}

void
tend_import_part_name (const char  *name,
                       char       **given,
                       char       **family)
{
  const char *comma = strchr (name, ',');
  g_auto (GStrv) words = NULL;
  guint n, first;

  *given = NULL;
  *family = NULL;

  if (comma != NULL && comma > name && comma[1] != '\0')
    {
      *family = g_strstrip (g_strndup (name, comma - name));
      *given = g_strstrip (g_strdup (comma + 1));
      return;
    }

  words = g_strsplit_set (name, " \t\n", -1);
  n = g_strv_length (words);
  if (n == 0)
    return;

  for (first = 1; first < n - 1 && !is_particle (words[first]); first++)
    ;
  if (n == 1)
    first = 0;

  *family = g_strstrip (g_strjoinv (" ", words + first));
  if (first > 0)
    {
      g_autofree char *rest = g_strdup (words[first]);

      g_free (words[first]);
      words[first] = NULL;
      *given = g_strstrip (g_strjoinv (" ", words));
      for (guint i = first + 1; i < n; i++)
        g_free (words[i]);
    }
}

GStrv
tend_import_part_texts (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) spread = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *lines = NULL;
  guint n = 0;

  if (*text == '\0')
    return NULL;

  /* One alone is what nearly every cell holds. */
  if (strpbrk (text, ",;\n\r") == NULL && strstr (text, ":::") == NULL)
    {
      g_strv_builder_add (builder, text);
      return g_strv_builder_end (builder);
    }

  /* Google puts three colons between the addresses of one cell. */
  spread = g_strsplit (text, ":::", -1);
  lines = g_strjoinv ("\n", spread);
  parts = g_strsplit_set (lines, ",;\n\r", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (*parts[i] == '\0')
        continue;
      g_strv_builder_add (builder, parts[i]);
      n++;
    }

  return n > 0 ? g_strv_builder_end (builder) : NULL;
}
