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

#define CONTACT_LINK "contactname personname ansprechpartner contact kontaktperson"
#define MANAGER_LINK "activityassignedtouser assignedtouser assignedto owner ownerid salesrep salesperson manager managerid " \
                     "kundenbetreuer betreuer zustaendig bearbeiter verkaeufer employeeid"
#define PRODUCT_LINK "productid productcode trackid itemid artikelnummer artikelnr sku product produkt artikel productname " \
                     "artikelbezeichnung leistung"
#define CURRENCY "currency waehrung whg currencycode waehrungscode"

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
  { "currency", CURRENCY },
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
  { "part", "part contactrole kontaktrolle entscheidungsrolle buyingrole" },
  { "birthday", "birthday birthdate dateofbirth geburtstag geburtsdatum" },
  { "left_on", "lefton leftat ausgeschieden ausgeschiedenam" },
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

const TendFieldWords tend_product_words[] = {
  { "key", "productid productcode trackid artikelid itemid produktid artikelnummer artikelnr sku key id" },
  { "number", "productcode productnumber artikelnummer artikelnr artnr sku itemnumber produktnummer number nummer nr" },
  { "name", "productname artikelbezeichnung produktname leistungsname name bezeichnung artikel produkt product leistung "
            "item title titel" },
  { "kind", "producttype produktart artikelart kind type art typ" },
  { "hat", "hat" },
  { "list_price", "listprice listenpreis msrp unitprice verkaufspreis vkpreis einzelpreis price preis uvp" },
  { "currency", CURRENCY },
  { "active", "active aktiv isactive lieferbar" },
  { "discontinued", "discontinued ausgelaufen eingestellt" },
  { "description", "productdescription description beschreibung langtext" },
  { NULL, NULL }
};

const TendFieldWords tend_purchase_words[] = {
  { "key", "purchaseid bezugid invoicelineid orderlineid orderdetailid lineid positionsid contractid contractnumber "
           "vertragsnummer vertragsnr subscriptionid key id" },
  { "account", ACCOUNT_LINK },
  { "product", PRODUCT_LINK },
  { "quantity", TEND_WORDS_QUANTITY },
  { "yearly_value", "yearlyvalue annualvalue arr jahreswert jahresbetrag jahresumsatz jahrespreis linetotal gesamtpreis "
                    "umsatz betrag amount value wert summe total" },
  { "currency", CURRENCY },
  { "bought_on", "boughton purchasedate orderdate startdate vertragsbeginn kaufdatum bestelldatum auftragsdatum beginn "
                 "seit start date datum" },
  { "sold_by", "soldby salesrep salesperson salespersonid verkaeufer verkauftvon vertrieb employeeid" },
  { "renews_on", "renewson renewaldate renewal verlaengerungam verlaengertsicham verlaengerung" },
  { "ends_on", "endson enddate vertragsende laufzeitende laeuftbis endet ende bis" },
  { "notice_days", "noticedays noticeperiod kuendigungsfristtage kuendigungsfrist" },
  { "fit", "fit passung passt" },
  { "fit_note", "fitnote passungnotiz" },
  { NULL, NULL }
};

const TendFieldWords tend_invoice_words[] = {
  { "key", "invoiceid rechnungsid orderid ordernumber invoicenumber rechnungsnummer rechnungsnr rgnr rnr belegnummer belegnr "
           "auftragsnummer bestellnummer checknumber key id" },
  { "account", ACCOUNT_LINK },
  { "number", "invoicenumber invoiceno rechnungsnummer rechnungsnr rgnr rnr belegnummer belegnr number nummer nr "
              "ordernumber checknumber" },
  { "issued_on", "invoicedate issuedon issuedate rechnungsdatum belegdatum rgdatum orderdate bestelldatum date datum" },
  { "due_on", "dueon duedate due faelligam faelligkeit faelligkeitsdatum zahlbarbis" },
  { "amount", "invoicetotal totalamount grossamount rechnungsbetrag rechnungssumme gesamtbetrag bruttobetrag brutto total "
              "amount betrag summe nettobetrag netto" },
  { "currency", CURRENCY },
  { "paid", "paid amountpaid paidamount bezahlt gezahlt bezahlterbetrag zahlbetrag zahlungsbetrag" },
  { "paid_on", "paidon bezahltam gezahltam " TEND_WORDS_PAYMENT_DATE },
  { NULL, NULL }
};

const TendFieldWords tend_interaction_words[] = {
  { "key", "activityid interactionid callid emailid meetingid kontaktid vorgangsnummer key id" },
  { "account", ACCOUNT_LINK },
  { "contact", CONTACT_LINK },
  { "manager", MANAGER_LINK },
  { "on_behalf_of", "onbehalfof vertretungfuer imnamenvon" },
  { "kind", "interactiontype activitytype kontaktart kind type art typ" },
  { "direction", "direction richtung" },
  { "two_way", "twoway reached answered erreicht" },
  { "zone", "timezone zeitzone zone" },
  { "minutes", "minutes durationminutes duration dauerminuten dauermin dauer minuten" },
  { "summary", "summary subject activitysubject betreff kurztext zusammenfassung thema title titel" },
  { "body", "body text inhalt gespraechsnotiz " NOTES },
  { NULL, NULL }
};

const TendFieldWords tend_need_words[] = {
  { "key", "needid ticketid caseid ticketnumber casenumber ticketnummer vorgangsnummer key id" },
  { "account", ACCOUNT_LINK },
  { "contact", CONTACT_LINK },
  { "manager", MANAGER_LINK },
  { "kind", "kind tickettype casetype type art typ category kategorie" },
  { "priority", "priority prioritaet dringlichkeit" },
  { "title", "title subject betreff titel anliegen thema summary" },
  { "body", "body text inhalt " NOTES },
  { "promised_for", "promisedfor zugesagtfuer zugesagtbis duedate due faelligam termin" },
  { "state", "state status" },
  { "resolution", "resolution loesung" },
  { NULL, NULL }
};

const TendFieldWords tend_opportunity_words[] = {
  { "key", "opportunityid dealid chanceid key id" },
  { "account", ACCOUNT_LINK },
  { "product", PRODUCT_LINK },
  { "title", "opportunityname dealname dealtitle title titel chance name subject betreff" },
  { "kind", "opportunitytype kind type art typ" },
  { "stage", "stage dealstage phase stufe status" },
  { "amount", "amount dealvalue value betrag wert volumen umsatz" },
  { "currency", CURRENCY },
  { "probability", "probability wahrscheinlichkeit" },
  { "close_on", "closeon closedate expectedclosedate abschlussdatum abschluss abschlussam" },
  { "manager", MANAGER_LINK },
  { "lost_reason", "lostreason verlustgrund" },
  { "notes", NOTES },
  { NULL, NULL }
};

const TendFieldWords tend_pulse_words[] = {
  { "key", "surveyid responseid antwortid key id" },
  { "account", ACCOUNT_LINK },
  { "contact", CONTACT_LINK },
  { "manager", MANAGER_LINK },
  { "zone", "timezone zeitzone zone" },
  { "score", "score nps csat rating punkte bewertung stimmung zufriedenheit wert" },
  { "source", "source quelle" },
  { "comment", "feedback kommentar comment comments " NOTES },
  { NULL, NULL }
};

const TendFieldWords tend_liaison_words[] = {
  { "key", "liaisonid key id" },
  { "account", ACCOUNT_LINK },
  { "name", "liaison name fullname kollege kollegin mitarbeiter" },
  { "team", "team department abteilung bereich" },
  { "email", "email emailaddress emailadresse mail" },
  { "phone", "phone telephone telefon durchwahl tel" },
  { "purpose", "purpose zweck wofuer zustaendigfuer aufgabe" },
  { NULL, NULL }
};

const TendFieldWords tend_whitespace_words[] = {
  { "key", "whitespaceid key id" },
  { "account", ACCOUNT_LINK },
  { "product", PRODUCT_LINK },
  { "stance", "stance stand status grund reason" },
  { "competitor", "competitor wettbewerber mitbewerber konkurrent anbieter" },
  { "until", "until bis vertragsende laufzeitende contractend" },
  { NULL, NULL }
};
