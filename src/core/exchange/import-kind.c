/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-kind"

#include "config.h"

#include "import-kind.h"

#include <string.h>

#include "../entities/account.h"
#include "../entities/contact.h"
#include "../entities/follow-up.h"
#include "../entities/interaction.h"
#include "../entities/invoice.h"
#include "../entities/liaison.h"
#include "../entities/manager.h"
#include "../entities/need.h"
#include "../entities/opportunity.h"
#include "../entities/product.h"
#include "../entities/pulse.h"
#include "../entities/purchase.h"
#include "../entities/whitespace.h"

/* Lists of names are parted by blanks. */
typedef struct
{
  const char     *name;
  const TendNoun *noun;
  const char     *fields;       /* in the order to show them */
  const char     *required;     /* without a column for one of "a|b" there is no row */
  const char     *identity;     /* what tells rows apart that have no key: the first that the row has, or several with + */
} Kind;

static const Kind kinds[TEND_IMPORT_N_KINDS] = {
  [TEND_IMPORT_ACCOUNTS] = {
    "accounts", &tend_account_noun,
    "key number name kind tier status owner parent industry website vat_id phone email street postcode city region country "
    "language zone currency customer_since cadence_days to_avoid notes contact.name contact.given contact.family "
    "contact.title contact.emails contact.phones contact.notes",
    "name", NULL,
  },
  [TEND_IMPORT_MANAGERS] = {
    "managers", &tend_manager_noun,
    "key name email phone role title reports_to full_time_share active",
    "name", NULL,
  },
  [TEND_IMPORT_CONTACTS] = {
    "contacts", &tend_contact_noun,
    "key account name given family title part emails phones birthday main left_on notes",
    "account", NULL,
  },
  [TEND_IMPORT_FOLLOW_UPS] = {
    "follow-ups", &tend_follow_up_noun,
    "key account contact manager title notes hat due zone promised lead state outcome",
    "account title due|due_wall", NULL,
  },
  [TEND_IMPORT_PRODUCTS] = {
    "products", &tend_product_noun,
    "key number name kind hat list_price currency active discontinued description",
    "name", "number name",
  },
  [TEND_IMPORT_PURCHASES] = {
    "purchases", &tend_purchase_noun,
    "key account invoice product quantity yearly_value currency bought_on sold_by renews_on ends_on notice_days fit fit_note",
    "account|invoice product", "account+product+bought_on",
  },
  [TEND_IMPORT_INVOICES] = {
    "invoices", &tend_invoice_noun,
    "key account number issued_on due_on amount currency paid paid_on",
    "account issued_on", "number account+issued_on+amount",
  },
  [TEND_IMPORT_INTERACTIONS] = {
    "interactions", &tend_interaction_noun,
    "key account contact manager on_behalf_of kind direction two_way at zone minutes summary body",
    "account at summary", "account+at+summary",
  },
  [TEND_IMPORT_NEEDS] = {
    "needs", &tend_need_noun,
    "key account contact manager kind priority title body promised_for state resolution",
    "account title", "account+title",
  },
  [TEND_IMPORT_OPPORTUNITIES] = {
    "opportunities", &tend_opportunity_noun,
    "key account product title kind stage amount currency probability close_on manager lost_reason notes",
    "account title", "account+title",
  },
  [TEND_IMPORT_PULSES] = {
    "pulses", &tend_pulse_noun,
    "key account contact manager at zone score source comment",
    "account at score", "account+at+source",
  },
  [TEND_IMPORT_LIAISONS] = {
    "liaisons", &tend_liaison_noun,
    "key account name team email phone purpose",
    "account name", "account+name",
  },
  [TEND_IMPORT_WHITESPACE] = {
    "whitespace", &tend_whitespace_noun,
    "key account product stance competitor until",
    "account product", "account+product",
  },
};

gboolean
tend_import_kind_parse (const char     *text,
                        TendImportKind *kind)
{
  for (guint i = 0; i < TEND_IMPORT_N_KINDS; i++)
    if (strcmp (kinds[i].name, text) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

/* (static): "accounts", "managers", … */
const char *
tend_import_kind_to_string (TendImportKind kind)
{
  return kinds[kind].name;
}

const TendNoun *
tend_import_kind_get_noun (TendImportKind kind)
{
  return kinds[kind].noun;
}

/* (static) (array zero-terminated=1): every field that rows of this kind can be given, in the order to show them. */
const char * const *
tend_import_kind_get_fields (TendImportKind kind)
{
  static char **parted[TEND_IMPORT_N_KINDS];

  if (g_once_init_enter (&parted[kind]))
    g_once_init_leave (&parted[kind], g_strsplit (kinds[kind].fields, " ", -1));

  return (const char * const *) parted[kind];
}

static gboolean
maps_any (TendImportMapping *mapping,
          const char        *alternatives)
{
  g_auto (GStrv) names = g_strsplit (alternatives, "|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (tend_import_mapping_get (mapping, names[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* A file of lines or payments knows its invoices by their key alone, and changes what is there. */
static gboolean
only_changes (TendImportKind     kind,
              TendImportMapping *mapping)
{
  return kind == TEND_IMPORT_INVOICES && tend_import_mapping_get (mapping, "key") != NULL &&
         tend_import_mapping_get (mapping, "account") == NULL && tend_import_mapping_get (mapping, "issued_on") == NULL;
}

gboolean
tend_import_kind_check (TendImportKind      kind,
                        TendImportMapping  *mapping,
                        GError            **error)
{
  g_auto (GStrv) required = g_strsplit (kinds[kind].required, " ", -1);
  const char *missing = NULL;

  for (guint i = 0; required[i] != NULL && missing == NULL && !only_changes (kind, mapping); i++)
    if (!maps_any (mapping, required[i]))
      {
        char *bar = strchr (required[i], '|');

        if (bar != NULL)
          *bar = '\0';
        missing = required[i];
      }
  if (missing != NULL)
    tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_REQUIRED, missing, NULL, "no column makes the field %s", missing);

  return missing == NULL;
}

static gboolean
write_identity (const TendRecord *record,
                const char       *part,
                GString          *key)
{
  g_auto (GStrv) names = g_strsplit (part, "+", -1);
  gboolean any = FALSE;

  g_string_printf (key, "%s:", names[0]);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *value = tend_record_format (record, tend_noun_get_field (record->noun, names[i]));

      g_string_append_printf (key, "%s%s", i > 0 ? "|" : "", value != NULL ? value : "");
      any |= value != NULL;
    }

  return any;
}

void
tend_import_kind_write_key (TendImportKind    kind,
                            const TendRecord *record,
                            GString          *key)
{
  g_auto (GStrv) parts = g_strsplit (kinds[kind].identity, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (write_identity (record, parts[i], key))
      return;
}
