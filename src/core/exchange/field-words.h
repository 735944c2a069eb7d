/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The headers that mean a field, squashed (see field-guess.c), the surest first, parted by blanks. They are words of
 * other programs' files, not words for people: nothing here is translated.
 *
 * Seen in: Chinook, Northwind, classicmodels, German Excel sheets, Outlook (English and German), Google Contacts,
 * Thunderbird, HubSpot, Salesforce, Pipedrive.
 */
typedef struct
{
  const char *field;
  const char *headers;
} TendFieldWords;

#define TEND_WORDS_ACCOUNT_KEY \
  "customerid customernumber accountid companyid clientid organizationid kundennummer kundennr kdnr kundenid customerno " \
  "accountnumber debitor debitorennummer debitornr slug key id"
/* Of a firm only where the file holds no persons: else it is the person's. */
#define TEND_WORDS_RECORD_KEY "recordid"
#define TEND_WORDS_ACCOUNT_NUMBER \
  "customernumber kundennummer kundennr kdnr kundenid customerno accountnumber accountno clientnumber debitor " \
  "debitorennummer debitornr customerid number nummer nr"
#define TEND_WORDS_COMPANY \
  "companyname customername accountname organizationname organisationname organization1name firma firmenname " \
  "unternehmen company organization organisation kundenname clientname kunde customer client"
#define TEND_WORDS_NAME "name displayname account bezeichnung"
#define TEND_WORDS_GIVEN "contactfirstname firstname givenname vorname first ansprechpartnervorname given"
#define TEND_WORDS_FAMILY \
  "contactlastname lastname familyname surname nachname familienname last ansprechpartnernachname family"
#define TEND_WORDS_PERSON_NAME \
  "contactname fullname personname displayname ansprechpartner kontaktperson contact name fileas"
#define TEND_WORDS_STREET \
  "addressline1 street streetaddress strasse businessstreet strassegeschaeftlich workaddress address1street " \
  "mailingstreet billingstreet billingaddress address1 address anschrift adresse strasseundhausnummer strassehausnummer " \
  "address1formatted strasseprivat homeaddress homestreet"
#define TEND_WORDS_STREET_2 \
  "addressline2 street2 adresszusatz businessstreet2 strassegeschaeftlich2 workaddress2 address1extendedaddress " \
  "address2 adresszeile2 strasse2 zusatz"
#define TEND_WORDS_STREET_3 "addressline3 street3 businessstreet3 strassegeschaeftlich3 adresszeile3 strasse3"
#define TEND_WORDS_HOUSE_NUMBER "hausnummer hausnr housenumber"
#define TEND_WORDS_EMAILS \
  "email emailaddress emailadresse mail primaryemail emailwork workemail businessemail emailgeschaeftlich email1value " \
  "email1 personemail secondaryemail email2address email2adresse email2value email2 email3address email3adresse " \
  "email3value email3 email4value emailhome emailprivat emailother emails"
#define TEND_WORDS_PHONES \
  "phone phonenumber telephone telefon telefonnummer tel businessphone workphone telefongeschaeftlich phone1value " \
  "personphone primaryphone haupttelefon mobilephone mobilenumber mobile mobiltelefon mobil handy businessphone2 " \
  "telefongeschaeftlich2 phone2value phone3value phone4value phone5value phone6value phone7value homephone telefonprivat homemobile homephone2 " \
  "telefonprivat2 otherphone mobiltelefon2 phones"
#define TEND_WORDS_DUE_DATE \
  "due duedate faellig faelligam faelligkeit faelligkeitsdatum activityduedate wiedervorlageam wiedervorlagedatum " \
  "termin date datum remindon erinnerung"
#define TEND_WORDS_DUE_TIME "duetime activityduetime uhrzeit faelligum time zeit"

#define TEND_WORDS_UNIT_PRICE \
  "unitprice priceeach price einzelpreis stueckpreis preis preisjestueck unitcost"
#define TEND_WORDS_QUANTITY "quantity quantityordered qty menge anzahl stueck stueckzahl"
#define TEND_WORDS_LINE_NUMBER \
  "orderlinenumber linenumber lineno line position positionsnummer posnr pos zeile zeilennummer"
#define TEND_WORDS_PAYMENT_DATE "paymentdate paiddate zahlungsdatum zahldatum zahlungsdatumam eingangsdatum"
#define TEND_WORDS_HAPPENED_DATE \
  "at activitydate calldate meetingdate date datum kontaktdatum zeitpunkt timestamp am wann when created createddate " \
  "activityduedate duedate gespraechsdatum"
#define TEND_WORDS_HAPPENED_TIME "time uhrzeit zeit activitytime activityduetime um duetime"

extern const TendFieldWords tend_account_words[];
extern const TendFieldWords tend_account_contact_words[];
extern const TendFieldWords tend_manager_words[];
extern const TendFieldWords tend_contact_words[];
extern const TendFieldWords tend_follow_up_words[];
extern const TendFieldWords tend_product_words[];
extern const TendFieldWords tend_purchase_words[];
extern const TendFieldWords tend_invoice_words[];
extern const TendFieldWords tend_interaction_words[];
extern const TendFieldWords tend_need_words[];
extern const TendFieldWords tend_opportunity_words[];
extern const TendFieldWords tend_pulse_words[];
extern const TendFieldWords tend_liaison_words[];
extern const TendFieldWords tend_whitespace_words[];

G_END_DECLS
