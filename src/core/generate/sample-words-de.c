/* SPDX-License-Identifier: GPL-3.0-or-later */

/* German words of the sample book. The firms are invented. The phone numbers of Berlin, Frankfurt, Hamburg, Köln and
 * München lie in the ranges that the Bundesnetzagentur keeps for film and television; everywhere else the subscriber's
 * number begins with 0, which no exchange gives out. */

#include "sample-words.h"

static const char * const given_women[] = {
  "Anna", "Antje", "Ayşe", "Barbara", "Birgit", "Carolin", "Charlotte", "Claudia", "Daniela", "Doris", "Elif", "Elke", "Eva",
  "Franziska", "Frieda", "Gabriele", "Hanna", "Heike", "Helene", "Ida", "Ines", "Jana", "Johanna", "Jule", "Karin", "Katrin",
  "Kirsten", "Lena", "Leonie", "Lotte", "Magdalena", "Maike", "Maren", "Margarete", "Martina", "Mathilda", "Nadine", "Natalia",
  "Nele", "Paula", "Petra", "Renate", "Sabine", "Sandra", "Silke", "Sophie", "Stefanie", "Susanne", "Svenja", "Tanja", "Ulrike",
  "Verena", "Wiebke", "Yvonne", "Zeynep",
};

static const char * const given_men[] = {
  "Achim", "Alexander", "Andreas", "Anton", "Bernd", "Björn", "Carsten", "Christian", "Daniel", "Dirk", "Emil", "Emre", "Erik",
  "Felix", "Florian", "Frank", "Fritz", "Georg", "Götz", "Gregor", "Hannes", "Heinz", "Henrik", "Holger", "Jan", "Jens",
  "Joachim", "Jörg", "Jürgen", "Karl", "Klaus", "Konrad", "Lars", "Leon", "Lukas", "Malte", "Marek", "Markus", "Martin",
  "Mehmet", "Moritz", "Niklas", "Olaf", "Oskar", "Paul", "Peter", "Rainer", "Ralf", "Rolf", "Sebastian", "Stefan", "Sven",
  "Thomas", "Thorsten", "Tobias", "Uwe", "Volker", "Wolfgang",
};

static const char * const families[] = {
  "Abendroth", "Ackermann", "Adler", "Ahrens", "Albrecht", "Arndt", "Aydın", "Bachmann", "Bader", "Barth", "Bauer", "Baumgärtner",
  "Becker", "Behrendt", "Berger", "Beyer", "Binder", "Blaschke", "Böhm", "Böttcher", "Brandt", "Braun", "Brückner", "Buchholz",
  "Burkhardt", "Busch", "Christiansen", "Conrad", "Cramer", "Dahlmann", "Decker", "Demir", "Diedrich", "Dietz", "Döring", "Drews",
  "Ebert", "Eckhardt", "Ehlers", "Eichhorn", "Engel", "Erdmann", "Ernst", "Esser", "Fährmann", "Fiedler", "Fischer", "Fleischer",
  "Förster", "Franke", "Freitag", "Friedrich", "Fuchs", "Gärtner", "Gebhardt", "Geiger", "Gerlach", "Giese", "Göbel", "Graf",
  "Groß", "Günther", "Haas", "Hagedorn", "Hahn", "Hansen", "Hartmann", "Heinemann", "Heller", "Henning", "Herrmann", "Heß",
  "Hildebrandt", "Hinrichs", "Hoffmann", "Holländer", "Horn", "Huber", "Jacobsen", "Jäger", "Jahnke", "Jansen", "Jung", "Kaiser",
  "Kaminski", "Kaya", "Keller", "Kirchner", "Klein", "Klose", "Knoblauch", "Koch", "Köhler", "König", "Kowalski", "Kraft",
  "Kramer", "Krause", "Kreuzer", "Krüger", "Kühn", "Kunze", "Lang", "Lechner", "Lehmann", "Lindner", "Löffler", "Lorenz",
  "Ludwig", "Lüders", "Maier", "Marquardt", "Martens", "Maurer", "Meißner", "Menzel", "Mertens", "Meyer", "Möller", "Moser",
  "Mühlbauer", "Müller", "Nagel", "Neumann", "Nguyen", "Nowak", "Oberländer", "Ohlsen", "Olbrich", "Opitz", "Ott", "Paulsen",
  "Petersen", "Pfeiffer", "Pohl", "Prinz", "Quandt", "Radtke", "Rausch", "Reichert", "Reinhardt", "Richter", "Riedel", "Ritter",
  "Rösler", "Roth", "Rudolph", "Sander", "Sauer", "Schäfer", "Schilling", "Schlüter", "Schmidt", "Schneider", "Scholz",
  "Schreiber", "Schröder", "Schubert", "Schulz", "Schuster", "Schwarz", "Seidel", "Simon", "Sommer", "Stein", "Stolz", "Strauß",
  "Thiele", "Thomsen", "Timm", "Uhlig", "Unger", "Vogel", "Voigt", "Vollmer", "Wächter", "Wagner", "Walter", "Weber", "Wegener",
  "Weiß", "Wendt", "Werner", "Wiedemann", "Wiese", "Winkler", "Wirth", "Witt", "Wójcik", "Wolf", "Wulff", "Yıldız", "Zander",
  "Zeller", "Ziegler", "Zimmermann", "von Arnim", "van der Velde",
};

static const char * const trades[] = {
  "Metallbau", "Maschinenbau", "Werkzeugbau", "Anlagentechnik", "Antriebstechnik", "Fördertechnik", "Medizintechnik",
  "Dentaltechnik", "Sanitätshaus", "Apotheken", "Elektrotechnik", "Lichttechnik", "Gebäudetechnik", "Solartechnik",
  "Kältetechnik", "Heizungsbau", "Holzbau", "Zimmerei", "Dachdeckerei", "Tiefbau", "Baustoffe", "Fensterbau", "Küchenmanufaktur",
  "Möbelwerkstätten", "Tischlerei", "Logistik", "Spedition", "Kurierdienste", "Fahrzeugbau", "Autohaus", "Fahrradwerke",
  "Landtechnik", "Gartenbau", "Baumschulen", "Saatzucht", "Mühlenwerke", "Backwaren", "Brauhaus", "Weinkellerei", "Feinkost",
  "Molkerei", "Fischhandel", "Kaffeerösterei", "Catering", "Hotelbetriebe", "Reisen", "Druckerei", "Verlag", "Buchhandlung",
  "Medien", "Werbetechnik", "Fotostudio", "Software", "Systemhaus", "Datentechnik", "Netzwerke", "Messtechnik", "Optik",
  "Feinmechanik", "Kunststofftechnik", "Verpackungen", "Papierwerke", "Textilwerke", "Wollmanufaktur", "Schuhhaus", "Lacke",
  "Chemie", "Pharma", "Labortechnik", "Umwelttechnik", "Entsorgung", "Wasserbau", "Vermessung", "Ingenieure", "Architekten",
  "Immobilien", "Hausverwaltung", "Versicherungsmakler", "Personaldienste", "Akademie",
};

static const char * const industries[] = {
  "Metall", "Maschinenbau", "Maschinenbau", "Maschinenbau", "Maschinenbau", "Maschinenbau", "Gesundheit",
  "Gesundheit", "Gesundheit", "Gesundheit", "Elektro", "Elektro", "Gebäudetechnik", "Energie",
  "Gebäudetechnik", "Gebäudetechnik", "Bau", "Bau", "Bau", "Bau", "Bau", "Bau", "Möbel",
  "Möbel", "Möbel", "Logistik", "Logistik", "Logistik", "Fahrzeuge", "Fahrzeuge", "Fahrzeuge",
  "Landwirtschaft", "Landwirtschaft", "Landwirtschaft", "Landwirtschaft", "Lebensmittel", "Lebensmittel", "Lebensmittel", "Lebensmittel", "Lebensmittel",
  "Lebensmittel", "Lebensmittel", "Lebensmittel", "Gastgewerbe", "Gastgewerbe", "Gastgewerbe", "Medien", "Medien", "Handel",
  "Medien", "Medien", "Medien", "IT", "IT", "IT", "IT", "Elektro", "Gesundheit",
  "Maschinenbau", "Kunststoff", "Kunststoff", "Papier", "Textil", "Textil", "Handel", "Chemie",
  "Chemie", "Chemie", "Chemie", "Umwelt", "Umwelt", "Umwelt", "Dienstleistung", "Dienstleistung", "Dienstleistung",
  "Immobilien", "Immobilien", "Finanzen", "Dienstleistung", "Bildung",
};

G_STATIC_ASSERT (G_N_ELEMENTS (trades) == G_N_ELEMENTS (industries));

static const char * const legal_forms[] = {
  "GmbH", "GmbH", "GmbH", "GmbH", "GmbH", "GmbH & Co. KG", "GmbH & Co. KG", "KG", "AG", "e. K.", "UG (haftungsbeschränkt)",
  "OHG", "SE", "eG",
};

static const char * const partner_patterns[] = {
  "%1 & %2 Steuerberater PartG mbB", "%1 & %2 Rechtsanwälte PartG mbB", "%1 & %2 OHG", "%1 & %2 Ingenieure GmbH",
  "Gebrüder %1 GmbH", "%1 & Söhne GmbH & Co. KG", "%1 & Töchter KG", "Praxis Dr. %1 & Dr. %2", "Kanzlei %1, %2 & Partner",
  "%1 & %2 Architekten PartG mbB",
};

static const char * const coined_starts[] = {
  "Alvi", "Arbo", "Bero", "Brano", "Coro", "Delta", "Edel", "Elbe", "Fenno", "Fluvi", "Gero", "Havel", "Helio", "Inno", "Isar",
  "Kali", "Kerno", "Lumi", "Main", "Mero", "Nori", "Nova", "Oder", "Omni", "Pano", "Peli", "Quadri", "Rheno", "Rosa", "Saale",
  "Sila", "Sono", "Spree", "Tauno", "Terra", "Ulmo", "Vario", "Velo", "Vita", "Werra", "Weser", "Xylo", "Zeno",
};

static const char * const coined_ends[] = {
  "bau", "con", "data", "dent", "fin", "flex", "form", "haus", "kraft", "lab", "line", "log", "lux", "med", "mobil", "net",
  "pharm", "plan", "plast", "sens", "soft", "tec", "therm", "trans", "vent", "werk",
};

static const char * const coined_tails[] = {
  "Systeme", "Technik", "Werke", "Service", "Handel", "Solutions", "Deutschland", "Gruppe", "Holding", "Vertrieb", "Produktion",
  "Beratung",
};

static const char * const streets[] = {
  "Ahornweg", "Alte Landstraße", "Am Anger", "Am Bahnhof", "Am Hafen", "Am Kirchplatz", "Am Mühlgraben", "An der Aue",
  "Bachstraße", "Bahnhofstraße", "Bergstraße", "Birkenallee", "Blücherstraße", "Brunnengasse", "Carl-Zeiss-Straße",
  "Dieselstraße", "Dorfstraße", "Eichenweg", "Fabrikstraße", "Feldstraße", "Friedrich-Ebert-Straße", "Gartenstraße",
  "Gewerbepark", "Goethestraße", "Große Gasse", "Güterstraße", "Hafenstraße", "Hauptstraße", "Heideweg", "Im Gewerbegebiet",
  "Industriestraße", "Jahnstraße", "Kaiserstraße", "Kantstraße", "Karlstraße", "Kastanienallee", "Lange Straße",
  "Lindenstraße", "Ludwigstraße", "Marienplatz", "Marktplatz", "Max-Planck-Ring", "Mozartstraße", "Mühlenweg", "Neue Straße",
  "Nordring", "Oststraße", "Parkallee", "Poststraße", "Rathausplatz", "Ringstraße", "Robert-Bosch-Straße", "Rosenweg",
  "Sankt-Georg-Straße", "Schillerstraße", "Schloßstraße", "Schulstraße", "Siemensstraße", "Sonnenhang", "Steinweg",
  "Südring", "Talstraße", "Uferstraße", "Waldstraße", "Weinbergweg", "Werkstraße", "Wiesengrund", "Zeppelinstraße",
};

static const char * const contact_titles[] = {
  "Geschäftsführung", "Inhaberin", "Einkaufsleitung", "Einkauf", "Leitung Verwaltung", "Buchhaltung", "Kaufmännische Leitung",
  "Technische Leitung", "IT-Leitung", "Assistenz der Geschäftsführung", "Werkleitung", "Disposition", "Qualitätsmanagement",
  "Projektleitung", "Personalleitung",
};

static const char * const manager_titles[] = {
  "Assistenz Kundenbetreuung", "Junior-Kundenbetreuung", "Kundenbetreuung", "Teamleitung Kundenbetreuung",
  "Leitung Kundenbetreuung", "Vizepräsidentin Kundenbetreuung",
};

static const char * const notes[] = {
  "Bevorzugt Anrufe am Vormittag.", "Rechnungen bitte nur per E-Mail an die Buchhaltung.", "Duzt sich mit dem ganzen Haus.",
  "Betriebsferien in den ersten drei Augustwochen.", "Entscheidungen fallen im Gesellschafterkreis am Quartalsende.",
  "Hat 2024 von einem Wettbewerber zu uns gewechselt.", "Lieferung nur über Tor 2.", "Möchte alles schriftlich haben.",
  "Plant einen zweiten Standort.", "Ansprechpartnerin ist bis zum Frühjahr in Elternzeit, Vertretung beachten.",
};

static const char * const outcomes[] = {
  "Erreicht, alles geklärt.", "Angebot angenommen.", "Unterlagen sind unterwegs.", "Termin steht.", "Zufrieden, kein Bedarf zurzeit.",
  "Rückruf zugesagt.", "Gutschrift erstellt.",
};

static const char * const snooze_reasons[] = {
  "Im Urlaub", "Wartet auf die Geschäftsführung", "Nicht erreicht", "Bittet um Anruf nächste Woche", "Messe",
};

static const char * const handover_reasons[] = {
  "Neuer Zuschnitt der Gebiete", "Elternzeit", "Wechsel ins Großkundenteam", "Wunsch des Kunden", "Auslastung",
};

static const char * const sales[] = {
  "Angebot nachfassen", "Jahresgespräch vorbereiten", "Verlängerung ansprechen", "Rahmenvertrag besprechen", "Muster schicken",
  "Neue Preisliste erläutern", "Bedarf fürs nächste Quartal klären", "Termin vor Ort vereinbaren", "Vertragsentwurf schicken",
};

static const char * const service[] = {
  "Zufriedenheit erfragen", "Zum Jubiläum gratulieren", "Neue Ansprechpartnerin kennenlernen", "Rückruf zugesagt",
  "Lieferverzug erklären", "Beschwerde nachverfolgen", "Einladung zum Kundentag", "Besuch vorbereiten", "Unterlagen nachreichen",
};

static const char * const technical[] = {
  "Testzugang einrichten lassen", "Wartungstermin abstimmen", "Störung: Stand melden", "Schulung planen", "Datenblatt schicken",
  "Umstellung auf die neue Version besprechen",
};

static const char * const finance[] = {
  "Offene Rechnung ansprechen", "Rechnungsanschrift klären", "Zahlungsziel besprechen", "Bonus abrechnen", "Gutschrift prüfen",
};

static const TendTown towns[] = {
  { "Berlin", "Berlin", "10###", "+49 30 23125 ###", 16 },
  { "Hamburg", "Hamburg", "20###", "+49 40 66969 ###", 12 },
  { "München", "Bayern", "80###", "+49 89 99998 ###", 12 },
  { "Köln", "Nordrhein-Westfalen", "50###", "+49 221 4710 ###", 10 },
  { "Frankfurt am Main", "Hessen", "60###", "+49 69 90009 ###", 10 },
  { "Stuttgart", "Baden-Württemberg", "70###", "+49 711 0#####", 6 },
  { "Düsseldorf", "Nordrhein-Westfalen", "40###", "+49 211 0#####", 6 },
  { "Leipzig", "Sachsen", "04###", "+49 341 0#####", 5 },
  { "Dresden", "Sachsen", "01###", "+49 351 0#####", 4 },
  { "Hannover", "Niedersachsen", "30###", "+49 511 0#####", 4 },
  { "Nürnberg", "Bayern", "90###", "+49 911 0#####", 4 },
  { "Bremen", "Bremen", "28###", "+49 421 0#####", 4 },
  { "Essen", "Nordrhein-Westfalen", "45###", "+49 201 0#####", 3 },
  { "Münster", "Nordrhein-Westfalen", "48###", "+49 251 0#####", 3 },
  { "Mannheim", "Baden-Württemberg", "68###", "+49 621 0#####", 3 },
  { "Augsburg", "Bayern", "86###", "+49 821 0#####", 2 },
  { "Freiburg im Breisgau", "Baden-Württemberg", "79###", "+49 761 0#####", 2 },
  { "Kiel", "Schleswig-Holstein", "24###", "+49 431 0#####", 2 },
  { "Lübeck", "Schleswig-Holstein", "23###", "+49 451 0#####", 2 },
  { "Rostock", "Mecklenburg-Vorpommern", "18###", "+49 381 0#####", 2 },
  { "Erfurt", "Thüringen", "99###", "+49 361 0#####", 2 },
  { "Jena", "Thüringen", "07###", "+49 3641 0####", 1 },
  { "Magdeburg", "Sachsen-Anhalt", "39###", "+49 391 0#####", 2 },
  { "Halle (Saale)", "Sachsen-Anhalt", "06###", "+49 345 0#####", 1 },
  { "Weißenfels", "Sachsen-Anhalt", "06667", "+49 3443 0####", 1 },
  { "Kassel", "Hessen", "34###", "+49 561 0#####", 2 },
  { "Göttingen", "Niedersachsen", "37###", "+49 551 0#####", 1 },
  { "Osnabrück", "Niedersachsen", "49###", "+49 541 0#####", 1 },
  { "Bielefeld", "Nordrhein-Westfalen", "33###", "+49 521 0#####", 2 },
  { "Aachen", "Nordrhein-Westfalen", "52###", "+49 241 0#####", 2 },
  { "Saarbrücken", "Saarland", "66###", "+49 681 0#####", 1 },
  { "Trier", "Rheinland-Pfalz", "54###", "+49 651 0#####", 1 },
  { "Mainz", "Rheinland-Pfalz", "55###", "+49 6131 0####", 2 },
  { "Würzburg", "Bayern", "97###", "+49 931 0#####", 1 },
  { "Regensburg", "Bayern", "93###", "+49 941 0#####", 1 },
  { "Ulm", "Baden-Württemberg", "89###", "+49 731 0#####", 1 },
  { "Görlitz", "Sachsen", "02###", "+49 3581 0####", 1 },
  { "Potsdam", "Brandenburg", "14###", "+49 331 0#####", 1 },
};

const TendSampleWords tend_sample_words_de = {
  .code = "de",
  .country = "Deutschland",
  .currency = "EUR",
  .zone = "Europe/Berlin",
  .mobile = "+49 171 39200 ##",
  .account_prefix = "K",
  .given_women = TEND_WORDS (given_women),
  .given_men = TEND_WORDS (given_men),
  .families = TEND_WORDS (families),
  .trades = TEND_WORDS (trades),
  .industries = TEND_WORDS (industries),
  .legal_forms = TEND_WORDS (legal_forms),
  .partner_patterns = TEND_WORDS (partner_patterns),
  .coined_starts = TEND_WORDS (coined_starts),
  .coined_ends = TEND_WORDS (coined_ends),
  .coined_tails = TEND_WORDS (coined_tails),
  .streets = TEND_WORDS (streets),
  .contact_titles = TEND_WORDS (contact_titles),
  .manager_titles = TEND_WORDS (manager_titles),
  .notes = TEND_WORDS (notes),
  .outcomes = TEND_WORDS (outcomes),
  .snooze_reasons = TEND_WORDS (snooze_reasons),
  .handover_reasons = TEND_WORDS (handover_reasons),
  .follow_ups = { TEND_WORDS (sales), TEND_WORDS (service), TEND_WORDS (technical), TEND_WORDS (finance) },
  .towns = towns,
  .n_towns = G_N_ELEMENTS (towns),
  .number_after_street = TRUE,
};
