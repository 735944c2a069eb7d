/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "field-words.h"

#define NOTES "notes note notiz notizen bemerkung bemerkungen anmerkung anmerkungen comment comments kommentar " \
              "description beschreibung activitynote contactnotes"
#define JOB_TITLE "contacttitle jobtitle title position funktion organization1title organizationtitle " \
                  "berufsbezeichnung stellenbezeichnung"
#define ACCOUNT_LINK "accountid customerid customernumber companyid organizationid kundennummer kundennr kdnr " \
                     "accountname companyname customername organizationname organization1name company firma kunde " \
                     "organization organisation account unternehmen customer client"

const TendFieldWords tend_account_words[] = {
  { "kind", "kind kundenart" },
  { "tier", "tier abc abcklasse kundenklasse klasse stufe" },
  { "status", "accountstatus kundenstatus status" },
  { "owner", "owner accountowner accountmanager salesrepemployeenumber supportrepid salesrepid salesrep salespersonid "
             "salesperson kundenbetreuer betreuer zustaendig zustaendigerbetreuer contactowner ownerid managerid manager "
             "employeeid assignedtouser assignedto vertreter aussendienst verkaeufer bearbeiter" },
  { "parent", "parentaccountid parentaccount parentid parent konzern muttergesellschaft" },
  { "industry", "industry branche sector" },
  { "website", "website webseite websiteurl web homepage webpage internet internetadresse webpage1 url website1value "
               "websitework websitehomepage" },
  { "vat_id", "vatid vat vatnumber ustid ustidnr umsatzsteuerid umsatzsteueridnr" },
  { "phone", "phone phonenumber telephone telefon telefonnummer tel companymainphone telefonfirma businessphone "
             "telefongeschaeftlich workphone mainphone phone1value primaryphone haupttelefon" },
  { "email", "email emailaddress emailadresse mail primaryemail emailwork email1value email1 personemail" },
  { "postcode", "postcode postalcode zip zipcode plz postleitzahl mailingzippostalcode zippostalcode "
                "postleitzahlgeschaeftlich address1postalcode businesspostalcode workzip workzipcode billingpostalcode" },
  { "city", "ortgeschaeftlich businesscity city town ort stadt wohnort mailingcity address1city workcity billingcity" },
  { "region", "region state province stateprovince bundesland mailingstateprovince regiongeschaeftlich address1region "
              "businessstate workstate billingstate" },
  { "country", "country countryregion land staat landregiongeschaeftlich landregion mailingcountry address1country "
               "businesscountryregion workcountry billingcountry" },
  { "language", "language sprache" },
  { "zone", "timezone zeitzone zone" },
  { "currency", "currency waehrung" },
  { "customer_since", "customersince kundeseit" },
  { "cadence_days", "cadencedays cadence kontaktrhythmus kontaktintervall" },
  { "to_avoid", "toavoid vermeiden" },
  { "notes", NOTES },
  { "contact.name", "contactname contactperson ansprechpartner ansprechpartnername kontaktperson primarycontact "
                    "personname contact" },
  { NULL, NULL }
};

const TendFieldWords tend_account_contact_words[] = {
  { "contact.title", JOB_TITLE },
  { "contact.emails", "contactemail ansprechpartneremail emailansprechpartner" },
  { "contact.phones", "contactphone mobilephone mobile mobiltelefon mobil handy mobilenumber telefonansprechpartner" },
  { NULL, NULL }
};

const TendFieldWords tend_manager_words[] = {
  { "key", "employeeid employeenumber managerid repid userid personalnummer mitarbeiternummer mitarbeiternr key id" },
  { "name", "name fullname employeename managername mitarbeiter mitarbeitername betreuer kundenbetreuer displayname" },
  { "email", "email emailaddress emailadresse mail workemail businessemail" },
  { "phone", "phone phonenumber telephone telefon telefonnummer tel businessphone workphone durchwahl mobile "
             "mobilephone homephone extension" },
  { "role", "role rolle" },
  { "title", "jobtitle title titel position funktion berufsbezeichnung stellenbezeichnung" },
  { "reports_to", "reportsto supervisor supervisorid vorgesetzter vorgesetzte berichtetan managerid manager boss leiter" },
  { "full_time_share", "fulltimeshare fte stellenanteil vollzeitanteil" },
  { "active", "active aktiv isactive" },
  { NULL, NULL }
};

const TendFieldWords tend_contact_words[] = {
  { "key", "contactid personid ansprechpartnerid recordid key id" },
  { "account", ACCOUNT_LINK },
  { "title", JOB_TITLE },
  { "main", "main primary isprimary primarycontact hauptansprechpartner hauptkontakt" },
  { "notes", NOTES },
  { NULL, NULL }
};

const TendFieldWords tend_follow_up_words[] = {
  { "key", "activityid taskid followupid wiedervorlageid key id" },
  { "account", ACCOUNT_LINK },
  { "contact", "contactname personname ansprechpartner contact kontaktperson" },
  { "manager", "activityassignedtouser assignedtouser assignedto owner ownerid manager managerid kundenbetreuer betreuer "
               "zustaendig bearbeiter employeeid" },
  { "title", "subject activitysubject title titel betreff aufgabe task followup wiedervorlage thema" },
  { "notes", NOTES },
  { "hat", "hat" },
  { "zone", "timezone zeitzone zone" },
  { "promised", "promised zugesagt" },
  { "lead", "lead vorlauf" },
  { "state", "state status activitydone done erledigt" },
  { "outcome", "outcome ergebnis" },
  { NULL, NULL }
};
