/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "contact.h"

#define F(member, type, flags) TEND_FIELD (TendContactRecord, member, type, flags)

static const TendField fields[] = {
  TEND_FIELD_REFERS (TendContactRecord, account, "account", TEND_FIELD_REQUIRED),
  F (given, TEXT, 0),
  F (family, TEXT, 0),
  F (title, TEXT, 0),
  F (emails, TEXTS, 0),
  F (phones, TEXTS, 0),
  F (main, BOOLEAN, 0),
  F (notes, TEXT, TEND_FIELD_LINES),
};

struct _TendContact
{
  TendEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (TendContact, tend_contact, TEND_TYPE_ENTITY)

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

static void
tend_contact_class_init (TendContactClass *klass)
{
  tend_entity_class_install (TEND_ENTITY_CLASS (klass), &tend_contact_noun);
}

static void
tend_contact_init (TendContact *self)
{
}

const TendContactRecord *
tend_contact_get (TendContact *self)
{
  return (const TendContactRecord *) tend_entity_get_record (TEND_ENTITY (self));
}

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
