/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sample-life-words.h"

static const char *const product_names[] = {
  "Glasfaser 500", "Glasfaser 1000", "Cloud-Telefonie", "Mobilfunk Business", "WLAN mit Betreuung", "Firewall mit Betreuung",
  "Helpdesk 8/5", "Helpdesk 24/7", "Arbeitsplatz mit Betreuung", "Cloud-Datensicherung", "Office und E-Mail", "Druckermiete",
  "Dokumentenarchiv", "Datenschutzbeauftragter", "Wartung Zutrittskontrolle", "Kartenterminal", "Notfallleitung",
  "Besprechungsraum-Set", "Tischtelefon T4", "Zutrittskontrolle", "Zeiterfassungsterminal", "Netzwerkverkabelung",
  "Sicherheitsaudit", "Sicherheitsschulung", "Technikerstunden vor Ort (10)", "Fax-Gateway",
};

static const char *const product_descriptions[] = {
  "500 Mbit/s in beide Richtungen, feste Adresse, Entstörung binnen acht Stunden.",
  "1000 Mbit/s in beide Richtungen, zwei feste Adressen, Entstörung binnen vier Stunden.",
  "Telefonanlage ohne Gerät im Keller; Preis je Nebenstelle.",
  "Flatrate in alle Netze mit 40 GB; Preis je SIM-Karte.",
  "Access-Points, geplant, eingebaut und überwacht; Preis je Access-Point.",
  "Firewall mit Aktualisierungen, Regeln und monatlichem Bericht.",
  "Hilfe am Telefon und aus der Ferne, Montag bis Freitag 8 bis 18 Uhr; Preis je Arbeitsplatz.",
  "Wie 8/5, zu jeder Stunde des Jahres; Preis je Arbeitsplatz.",
  "Notebook, Bildschirm und Dock, alle drei Jahre neu; Preis je Arbeitsplatz.",
  "Verschlüsselte tägliche Sicherung in zwei Rechenzentren; Preis je Terabyte.",
  "Postfach, Kalender und Office-Paket; Preis je Platz.",
  "Multifunktionsgerät mit Toner und Service; Preis je Gerät.",
  "Revisionssicheres Archiv für Belege und Verträge.",
  "Externer Datenschutzbeauftragter mit jährlichem Audit.",
  "Jährliche Wartung und Ersatzteile für die Zutrittskontrolle.",
  "Terminal für alle Karten und kontaktlos; Preis je Gerät.",
  "Mobilfunkleitung, die übernimmt, wenn die Glasfaser gekappt ist.",
  "Kamera, Bildschirm und Mikrofone für Räume bis zwölf Personen.",
  "Tischtelefon mit Farbdisplay.",
  "Leser und Software für die ersten acht Türen.",
  "Terminal für Chips und Codes mit Schnittstelle zur Lohnabrechnung.",
  "Verkabelung einer Etage, gemessen und dokumentiert.",
  "Zwei Tage vor Ort und ein Bericht mit Maßnahmen nach Dringlichkeit.",
  "Ein Vormittag für bis zu zwanzig Personen, mit Phishing-Übung.",
  "Zehn Stunden eines Technikers vor Ort, ein Jahr gültig.",
  "Empfängt und sendet Faxe als E-Mail. Wird nicht mehr verkauft.",
};

G_STATIC_ASSERT (G_N_ELEMENTS (product_names) == G_N_ELEMENTS (product_descriptions));

static const char *const teams[] = {
  "Technischer Dienst", "Vertrieb", "Debitorenbuchhaltung", "Disposition", "Netzplanung", "Produktmanagement", "Recht", "Schulung",
};

static const char *const purposes[] = {
  "Einsätze und Wartung", "Angebote über 50.000 im Jahr", "Zahlungsziele und Mahnungen", "Lieferungen und Rücksendungen",
  "Leitung zum zweiten Standort", "Pilot der neuen Telefonie", "Rahmenvertrag", "Kurse für die Belegschaft",
};

G_STATIC_ASSERT (G_N_ELEMENTS (teams) == G_N_ELEMENTS (purposes));

static const char *const competitors[] = {
  "Nordlicht Telekommunikation", "Burgnetz", "Hellwerk IT", "Kupferdraht Systeme", "Leuchtturm Bürotechnik", "Flutwerk Cloud",
};

static const char *const partly_notes[] = {
  "Die Hälfte der Plätze wird nicht genutzt.", "Zu langsam, seit es die zweite Schicht gibt.", "Läuft, aber der Bericht fehlt.",
  "Im Büro gut, in der Halle schwach.", "Für dreißig Leute gekauft, jetzt sind es fünfzig.",
  "Die Schnittstelle zur Lohnabrechnung fehlt.",
};

static const char *const misfit_notes[] = {
  "Für einen Standort gekauft, den es nicht mehr gibt.", "Es wurde nie jemand eingewiesen.", "Spricht nicht mit dem ERP-System.",
  "Viel zu groß für den Bedarf.", "Gebraucht würde die Fassung 24/7.",
};

static const char *const requests[] = {
  "Zehn weitere Plätze bis zum Ersten", "Umzug der Leitung in den Neubau", "Zweiter Zugang für die Steuerberatung",
  "Ersatz für zwei defekte Handapparate", "Schulung für die neuen Kolleginnen", "Rufnummern für die neue Abteilung",
  "Längere Zeiten in der Telefonansage", "Leihgerät für die Messe",
};

static const char *const questions[] = {
  "Welcher Vertrag gilt für das Lager?", "Lässt sich die Kündigungsfrist verkürzen?", "Sichert die Datensicherung auch die Notebooks?",
  "Was kostet ein zweiter Standort?", "Wie ist der Nutzungsbericht zu lesen?", "Kann das Terminal die neuen Karten?",
};

static const char *const concerns[] = {
  "Dritter Technikerwechsel in diesem Jahr", "Vom Helpdesk ruft niemand zurück", "Preiserhöhung ohne Ankündigung",
  "Lieferung zweimal zugesagt, nicht gekommen", "Unsicher, ob es nach der Fusion weitergeht", "Die Geschäftsführung zweifelt am Nutzen",
  "Angebot eines Wettbewerbers liegt auf dem Tisch",
};

static const char *const faults[] = {
  "Telefonate brechen seit Montag ab", "Leitung in der Filiale tot", "Sicherung scheitert jede zweite Nacht",
  "Papierstau beim beidseitigen Druck", "Kein WLAN in Halle 2", "Kartenterminal nimmt nichts kontaktlos", "Türleser an Tor 3 ohne Funktion",
  "Postfach voll, es kommt nichts mehr an",
};

static const char *const billings[] = {
  "Rechnung trägt die alte Anschrift", "Dieselben Geräte doppelt berechnet", "Gutschrift für den Ausfall fehlt",
  "Rabatt aus dem Rahmenvertrag fehlt", "Möchte eine Rechnung im Jahr statt vier", "Kostenstelle fehlt auf jeder Rechnung",
};

static const char *const need_bodies[] = {
  "Hat schon zweimal angerufen. Bitte kein drittes Mal.", "Eilt wegen des Quartalsendes, sonst eine ruhige Sache.",
  "Möchte von uns hören, wie auch immer die Antwort lautet.", "Bilder und Seriennummern kamen per E-Mail.",
  "Spricht es in der nächsten Leitungsrunde an.",
};

static const char *const request_resolutions[] = {
  "Eingerichtet und mit dem Kunden getestet.", "Geliefert, der Empfang hat unterschrieben.", "Mit der Umstellung zum Ersten erledigt.",
};
static const char *const question_resolutions[] = {
  "Am Telefon erklärt und per E-Mail bestätigt.", "Preisblatt geschickt.", "Am Bildschirm gezeigt, zehn Minuten.",
};
static const char *const concern_resolutions[] = {
  "Persönlich entschuldigt; fester Techniker benannt.", "Anruf alle zwei Wochen vereinbart, bis es läuft.",
  "Ein Monat gutgeschrieben.",
};
static const char *const fault_resolutions[] = {
  "Gerät getauscht.", "Firmware aktualisiert, eine Woche beobachtet.", "Kabel im Keller erneuert.", "Netzbetreiber hat die Leitung repariert.",
};
static const char *const billing_resolutions[] = {
  "Berichtigte Rechnung geschickt.", "Gutschrift erstellt.", "Anschrift im System geändert.", "Ab Januar eine Rechnung im Jahr.",
};

static const char *const calls[] = {
  "Offene Punkte durchgegangen", "Gefragt, wie die neuen Plätze laufen", "Liefertermin geklärt", "Über das Budget fürs nächste Jahr gesprochen",
  "Fragen zum Vertrag beantwortet", "Ärger über den Ausfall besänftigt", "Termin für den Besuch vereinbart",
  "Zur neuen Filiale gratuliert", "Preisliste erläutert", "Nachgefragt, ob die Störung behoben ist", "Neuen Techniker vorgestellt",
  "Kurzes Gespräch: alles in Ordnung", "Über die Verlängerung gesprochen", "Wunsch nach weiteren Plätzen aufgenommen",
};

static const char *const missed_calls[] = {
  "Nicht erreicht, Nachricht hinterlassen", "Besetzt, neuer Versuch folgt", "Zu Tisch, ab zwei wieder da", "Im Urlaub bis Montag",
};

static const char *const e_mails_out[] = {
  "Angebot geschickt", "Protokoll der Besprechung geschickt", "Datenblätter geschickt", "Technikertermin bestätigt",
  "Quartalsbericht geschickt", "An die offenen Fragen erinnert", "Vertrag zur Unterschrift geschickt",
};

static const char *const e_mails_in[] = {
  "Bittet um ein Angebot für den zweiten Standort", "Bedankt sich für die schnelle Hilfe", "Schickt den unterschriebenen Vertrag",
  "Fragt, wo die Lieferung bleibt", "Schickt die Liste der Neuen", "Beschwert sich über die Rechnung", "Bestätigt den Termin",
  "Bittet um einen Termin in der kommenden Woche",
};

static const char *const meetings[] = {
  "Jahresgespräch", "Budgetrunde mit dem Einkauf", "Videobesprechung zum Umstellungsplan", "Neue Kollegin vorgestellt",
  "Zufriedenheitsumfrage durchgegangen", "Vorführung der neuen Telefonie", "Projektbesprechung: Umzug in den Neubau",
};

static const char *const visits[] = {
  "Besuch vor Ort, Rundgang durch die Halle", "Frühstück mit der Geschäftsführung", "Serverraum mit dem Techniker angesehen",
  "Besuch am Messestand", "Geräte persönlich übergeben",
};

static const char *const letters[] = {
  "Weihnachtsgrüße", "Ankündigung der neuen Preise", "Einladung zum Kundentag", "Bestätigung der Kündigung",
};

static const char *const notes[] = {
  "Sie stellen ein, hört man", "Neue Geschäftsführerin ab dem Ersten", "Presse: plant eine Niederlassung im Ausland",
  "Der Einkauf entscheidet jetzt bis 10.000 allein", "Alter Vertrag liegt im Archiv, Ordner 12", "Der Wettbewerber war wieder im Haus",
};

static const char *const bodies[] = {
  "Sie möchten einen schriftlichen Vorschlag, bevor die Geschäftsführung tagt. Wichtiger als der Preis ist, dass es die Nacht durch läuft.",
  "Die Stimmung ist gut. Gewünscht sind eine Ansprechpartnerin für alles und weniger Rechnungen.",
  "Es gab Ärger um die letzte Lieferung. Ich habe zugesagt, mich selbst zu kümmern und bis Freitag zu berichten.",
  "Dreißig neue Leute bis zum Frühjahr. Gebraucht werden Plätze, Notebooks und eine Leitung ins zweite Gebäude.",
  "Der Einkauf vergleicht uns mit zwei anderen. Es zählt die Zeit bis zur Entstörung, nicht der Preis.",
  "Die alte Anlage ist nächstes Jahr abgeschrieben; dann wäre über die Cloud zu sprechen.",
};

static const char *const low_comments[] = {
  "Fühlt sich alleingelassen.", "Zu viele Störungen, zu langsame Hilfe.", "Niemand fühlt sich zuständig.", "Sieht sich nach anderen Angeboten um.",
};
static const char *const middle_comments[] = {
  "Läuft, mehr nicht.", "Gute Leute, langsame Abläufe.", "Der Preis ist an der Grenze.", "Würde gern öfter von uns hören.",
};
static const char *const high_comments[] = {
  "Empfiehlt uns weiter.", "Schnelle Hilfe, immer freundlich.", "Froh über eine einzige Nummer für alles.",
  "Läuft so gut, dass niemand darüber spricht.",
};

static const char *const upsells[] = { "Ausbau von %s", "Größerer Vertrag über %s", "Mehr von %s" };
static const char *const cross_sells[] = { "%s für den zweiten Standort", "%s für das ganze Haus", "%s einführen" };
static const char *const renewals[] = { "Verlängerung von %s", "Drei weitere Jahre %s" };

static const char *const lost_reasons[] = {
  "Zu teuer", "Für einen Wettbewerber entschieden", "Aufs nächste Jahr verschoben", "Machen es jetzt selbst", "Budget gekürzt",
};

static const char *const to_avoid[] = {
  "Nie vor zehn anrufen.", "Den Ausfall vom letzten Winter nicht erwähnen.", "Keine Angebote per E-Mail, nur auf Papier.",
  "Nicht am Einkauf vorbei.", "Freitags keine Anrufe.",
};

const TendSampleLifeWords tend_sample_life_words_de = {
  .product_names = TEND_WORDS (product_names),
  .product_descriptions = TEND_WORDS (product_descriptions),
  .teams = TEND_WORDS (teams),
  .purposes = TEND_WORDS (purposes),
  .competitors = TEND_WORDS (competitors),
  .partly_notes = TEND_WORDS (partly_notes),
  .misfit_notes = TEND_WORDS (misfit_notes),
  .needs = { TEND_WORDS (requests), TEND_WORDS (questions), TEND_WORDS (concerns), TEND_WORDS (faults), TEND_WORDS (billings) },
  .need_bodies = TEND_WORDS (need_bodies),
  .resolutions = { TEND_WORDS (request_resolutions), TEND_WORDS (question_resolutions), TEND_WORDS (concern_resolutions),
                   TEND_WORDS (fault_resolutions), TEND_WORDS (billing_resolutions) },
  .calls = TEND_WORDS (calls),
  .missed_calls = TEND_WORDS (missed_calls),
  .e_mails_out = TEND_WORDS (e_mails_out),
  .e_mails_in = TEND_WORDS (e_mails_in),
  .meetings = TEND_WORDS (meetings),
  .visits = TEND_WORDS (visits),
  .letters = TEND_WORDS (letters),
  .notes = TEND_WORDS (notes),
  .bodies = TEND_WORDS (bodies),
  .low_comments = TEND_WORDS (low_comments),
  .middle_comments = TEND_WORDS (middle_comments),
  .high_comments = TEND_WORDS (high_comments),
  .extensions = { TEND_WORDS (upsells), TEND_WORDS (cross_sells), TEND_WORDS (renewals) },
  .lost_reasons = TEND_WORDS (lost_reasons),
  .to_avoid = TEND_WORDS (to_avoid),
  .need_follow_up = "Rückmeldung: %s",
  .opportunity_follow_up = "Nächster Schritt: %s",
  .new_owner = "Neue Zuständigkeit",
  .invoice_prefix = "RE",
  .vat = 19,
};
