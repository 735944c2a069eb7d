/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "contact.h"

const char *const tend_parts[] = { "other", "decision-maker", "champion", "user", "finance", "technical", "blocker", NULL };

#define F(member, type, flags) TEND_FIELD (TendContactRecord, member, type, flags)

static const TendField fields[] = {
  TEND_FIELD_REFERS (TendContactRecord, account, "account", TEND_FIELD_REQUIRED),
  F (given, TEXT, 0),
  F (family, TEXT, 0),
  F (title, TEXT, 0),
  F (emails, TEXTS, 0),
  F (phones, TEXTS, 0),
  F (main, BOOLEAN, 0),
  TEND_FIELD_WORDS (TendContactRecord, part, tend_parts, 0),
  F (birthday, DATE, 0),
  F (left_on, DATE, 0),
  F (notes, TEXT, TEND_FIELD_LINES),
};

static gboolean
validate (const TendRecord *record,
          GError          **error)
{
  const TendContactRecord *contact = (const TendContactRecord *) record;

  /* A person without any name but with an address is still somebody whom one can reach. */
  if (contact->given == NULL && contact->family == NULL && contact->emails == NULL && contact->phones == NULL)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_REQUIRED, "family", NULL, "a contact needs a name or an address");
      return FALSE;
    }
  return TRUE;
}

const TendNoun tend_contact_noun = {
  .name = "contact",
  .plural = "contacts",
  .table = "contact",
  .record_size = sizeof (TendContactRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label_field = "family",
  .get_type = tend_contact_get_type,
  .validate = validate,
};

TEND_DEFINE_ENTITY (TendContact, tend_contact)

char *
tend_contact_dup_name (const TendContactRecord *record)
{
  if (record->given != NULL && record->family != NULL)
    return g_strconcat (record->given, " ", record->family, NULL);
  if (record->given != NULL || record->family != NULL)
    return g_strdup (record->given != NULL ? record->given : record->family);
  if (record->emails != NULL)
    return g_strdup (record->emails[0]);
  return g_strdup (record->phones != NULL ? record->phones[0] : "");
}
