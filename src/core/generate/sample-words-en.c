/* SPDX-License-Identifier: GPL-3.0-or-later */

/* English words of the sample book. The firms are invented. The phone numbers lie in the ranges that Ofcom keeps for
 * drama; towns without a range of their own take the one without a place, 01632. */

#include "sample-words.h"

static const char * const given_women[] = {
  "Abigail", "Aisha", "Alice", "Amelia", "Amy", "Anika", "Anna", "Beatrice", "Bronwen", "Caroline", "Catherine", "Charlotte",
  "Chloe", "Claire", "Deborah", "Diana", "Eleanor", "Elizabeth", "Ella", "Emily", "Emma", "Fiona", "Florence", "Gemma", "Grace",
  "Hannah", "Harriet", "Helen", "Imogen", "Isla", "Jasmine", "Jessica", "Judith", "Julia", "Karen", "Kate", "Laura", "Lucy",
  "Maeve", "Margaret", "Megan", "Natasha", "Nicola", "Niamh", "Olivia", "Phoebe", "Priya", "Rachel", "Rebecca", "Rosalind",
  "Ruth", "Sarah", "Siobhán", "Sophie", "Tamsin", "Victoria", "Zoë",
};

static const char * const given_men[] = {
  "Adam", "Alan", "Alistair", "Andrew", "Anthony", "Arjun", "Arthur", "Benjamin", "Callum", "Charles", "Christopher", "Colin",
  "Daniel", "David", "Dominic", "Duncan", "Edward", "Elliot", "Euan", "Fergus", "Finlay", "Francis", "Gareth", "George",
  "Gordon", "Graham", "Harry", "Henry", "Hugh", "Iain", "Imran", "Jack", "James", "Jonathan", "Joseph", "Kieran", "Lewis",
  "Liam", "Malcolm", "Martin", "Matthew", "Michael", "Mohammed", "Nathan", "Nicholas", "Oliver", "Oscar", "Owen", "Patrick",
  "Paul", "Peter", "Philip", "Rhys", "Richard", "Robert", "Rory", "Ross", "Samuel", "Seán", "Simon", "Stephen", "Stuart",
  "Thomas", "Tristan", "William",
};

static const char * const families[] = {
  "Abbott", "Ackroyd", "Ahmed", "Ainsworth", "Aldridge", "Armitage", "Arkwright", "Ashby", "Atherton", "Bainbridge", "Barlow",
  "Beaumont", "Bellamy", "Bennett", "Blackwood", "Booth", "Bradshaw", "Brennan", "Brook", "Burgess", "Byrne", "Caldwell",
  "Cameron", "Carmichael", "Cartwright", "Chadwick", "Chandler", "Chaudhry", "Clarke", "Clifford", "Collingwood", "Conway",
  "Coombes", "Crawford", "Croft", "Crowther", "Dalton", "Davenport", "Davies", "Dawson", "Denham", "Dixon", "Donnelly",
  "Drummond", "Duffy", "Eastwood", "Elliott", "Ellis", "Emerson", "Evans", "Fairchild", "Farrell", "Faulkner", "Fenwick",
  "Finch", "Fletcher", "Forsyth", "Foster", "Fraser", "Gallagher", "Garside", "Gibson", "Gillespie", "Goddard", "Grantham",
  "Greenwood", "Griffiths", "Haddon", "Haldane", "Hargreaves", "Harrington", "Hartley", "Hastings", "Hathaway", "Hawthorne",
  "Heath", "Henderson", "Hepworth", "Hewitt", "Holbrook", "Hollis", "Howarth", "Hughes", "Huntley", "Hussain", "Irving",
  "Jarvis", "Jenkins", "Kapoor", "Kavanagh", "Kearney", "Kendrick", "Kershaw", "Lancaster", "Langley", "Latham", "Lawson",
  "Leighton", "Lindsay", "Llewellyn", "Lockwood", "Lowry", "MacDonald", "Mackenzie", "Maddox", "Marlow", "Marsden", "McAllister",
  "McGregor", "Mercer", "Merrick", "Middleton", "Montague", "Morgan", "Mountford", "Murdoch", "Naylor", "Newbury", "Norris",
  "O'Brien", "O'Connell", "O'Hara", "Oakley", "Ogden", "Osborne", "Parnell", "Patel", "Pemberton", "Penrose", "Pickering",
  "Prescott", "Pritchard", "Quinn", "Radcliffe", "Rahman", "Ramsay", "Redfern", "Rees", "Renshaw", "Rhodes", "Ridley", "Rowe",
  "Rushton", "Rutherford", "Sandford", "Sharma", "Shepherd", "Sherwood", "Sinclair", "Singh", "Skelton", "Slater", "Somerville",
  "Spencer", "Stanhope", "Stirling", "Stokes", "Sutcliffe", "Sutherland", "Swift", "Talbot", "Tate", "Thackeray", "Thornton",
  "Thorpe", "Townsend", "Tremaine", "Trevelyan", "Turnbull", "Tyndall", "Underwood", "Vaughan", "Wainwright", "Wakefield",
  "Walsh", "Warburton", "Webster", "Weston", "Wetherby", "Whitaker", "Whitfield", "Wilcox", "Winstanley", "Woodward", "Wragg",
  "Yates", "Yeoman", "de Courcy", "van der Berg",
};

static const char * const trades[] = {
  "Engineering", "Precision Tools", "Castings", "Metalworks", "Conveyors", "Pumps", "Medical Supplies", "Dental Laboratories",
  "Pharmacies", "Opticians", "Electrical", "Lighting", "Building Services", "Solar", "Refrigeration", "Heating", "Timber",
  "Joinery", "Roofing", "Civil Engineering", "Builders' Merchants", "Windows", "Kitchens", "Furniture", "Interiors", "Logistics",
  "Haulage", "Couriers", "Coachworks", "Motors", "Cycles", "Agricultural", "Nurseries", "Seeds", "Mills", "Bakeries", "Brewery",
  "Vintners", "Fine Foods", "Dairies", "Fisheries", "Coffee Roasters", "Catering", "Hotels", "Travel", "Printing", "Publishing",
  "Booksellers", "Media", "Signs", "Studios", "Software", "Systems", "Data", "Networks", "Instruments", "Optics", "Clockworks",
  "Plastics", "Packaging", "Paper", "Textiles", "Woollens", "Shoes", "Paints", "Chemicals", "Pharma", "Laboratories",
  "Environmental", "Recycling", "Water", "Surveyors", "Consulting", "Architects", "Estates", "Property Management",
  "Insurance Brokers", "Recruitment", "Training", "Marine",
};

static const char * const industries[] = {
  "Engineering", "Engineering", "Metal", "Metal", "Engineering", "Engineering", "Health", "Health",
  "Health", "Health", "Electrical", "Electrical", "Building services", "Energy", "Building services", "Building services", "Construction",
  "Construction", "Construction", "Construction", "Construction", "Construction", "Furniture", "Furniture", "Furniture", "Logistics",
  "Logistics", "Logistics", "Vehicles", "Vehicles", "Vehicles", "Agriculture", "Agriculture", "Agriculture", "Food", "Food", "Food",
  "Food", "Food", "Food", "Food", "Food", "Hospitality", "Hospitality", "Hospitality", "Media", "Media",
  "Retail", "Media", "Media", "Media", "IT", "IT", "IT", "IT", "Electrical", "Health", "Engineering",
  "Plastics", "Plastics", "Paper", "Textiles", "Textiles", "Retail", "Chemicals", "Chemicals", "Chemicals", "Health",
  "Environment", "Environment", "Environment", "Services", "Services", "Services", "Property", "Property",
  "Finance", "Services", "Education", "Vehicles",
};

G_STATIC_ASSERT (G_N_ELEMENTS (trades) == G_N_ELEMENTS (industries));

static const char * const legal_forms[] = { "Ltd", "Ltd", "Ltd", "Ltd", "Ltd", "Limited", "LLP", "plc", "Group Ltd", "Holdings Ltd" };

static const char * const partner_patterns[] = {
  "%1 & %2 LLP", "%1, %2 & Co. Accountants", "%1 & %2 Solicitors LLP", "%1 & Sons Ltd", "%1 & Daughters Ltd", "%1 Brothers Ltd",
  "%1 & %2 Architects", "Dr %1 & Dr %2 Practice", "%1 & Company", "%1 %2 Chartered Surveyors",
};

static const char * const coined_starts[] = {
  "Albi", "Arbor", "Avon", "Bright", "Cedar", "Clyde", "Cor", "Derwent", "Ever", "Fen", "Forth", "Glen", "Haven", "Helio",
  "Humber", "Inver", "Kern", "Lumen", "Mersey", "Mona", "North", "Nova", "Omni", "Orwell", "Pen", "Quill", "Rowan", "Sable",
  "Severn", "Solent", "South", "Tamar", "Tern", "Thames", "Trent", "Tyne", "Vale", "Vista", "West", "Wye", "Yarrow",
};

static const char * const coined_ends[] = {
  "bank", "bridge", "cast", "craft", "data", "dale", "field", "flow", "form", "gate", "lab", "light", "line", "link", "med",
  "net", "path", "point", "port", "soft", "stone", "tech", "therm", "ware", "wave", "works",
};

static const char * const coined_tails[] = {
  "Systems", "Technologies", "Works", "Services", "Trading", "Solutions", "UK", "International", "Partners", "Supplies",
  "Manufacturing", "Consulting",
};

static const char * const streets[] = {
  "Abbey Road", "Albert Street", "Alma Terrace", "Apex Business Park", "Ashley Lane", "Bank Street", "Beech Avenue",
  "Bridge Street", "Broad Street", "Brunel Way", "Canal Street", "Castle Street", "Cathedral Close", "Chapel Lane",
  "Church Street", "Clarence Road", "College Road", "Corporation Street", "Cross Street", "Dock Road", "Duke Street",
  "East Parade", "Elm Grove", "Enterprise Way", "Exchange Square", "Factory Lane", "Foundry Street", "George Street",
  "Grange Road", "Green Lane", "Harbour Road", "High Street", "Hill Street", "Industrial Estate Road", "King Street",
  "Lime Street", "Low Road", "Manor Road", "Market Place", "Marsh Lane", "Mill Lane", "Moor Street", "New Road",
  "North Street", "Orchard Way", "Park Row", "Portland Street", "Princess Street", "Quay Street", "Queen Street", "Regent Road",
  "River Walk", "Rose Hill", "Royal Parade", "School Lane", "Smithy Lane", "South Street", "Spring Gardens", "Station Road",
  "Tanner Row", "The Maltings", "Trinity Street", "Union Street", "Victoria Road", "Water Lane", "Wellington Street",
  "West End", "Wharf Road", "William Street", "Wood Street", "York Place",
};

static const char * const contact_titles[] = {
  "Managing Director", "Owner", "Head of Purchasing", "Buyer", "Office Manager", "Accounts Payable", "Finance Director",
  "Technical Director", "IT Manager", "Executive Assistant", "Plant Manager", "Dispatch", "Quality Manager", "Project Manager",
  "HR Director",
};

static const char * const manager_titles[] = {
  "Assistant Account Manager", "Associate Account Manager", "Account Manager", "Lead Account Manager",
  "Director of Account Management", "Vice President of Account Management",
};

static const char * const notes[] = {
  "Prefers calls in the morning.", "Invoices by e-mail to accounts payable only.", "On first-name terms with everyone.",
  "Closed for the last week of December.", "Decisions are taken at the board meeting at the end of each quarter.",
  "Came to us from a competitor in 2024.", "Deliveries to gate 2 only.", "Wants everything in writing.",
  "Is planning a second site.", "Main contact is on parental leave until spring; mind the stand-in.",
};

static const char * const outcomes[] = {
  "Reached, all settled.", "Offer accepted.", "Papers are on their way.", "Meeting agreed.", "Happy, nothing needed now.",
  "Will call back.", "Credit note issued.",
};

static const char * const snooze_reasons[] = {
  "On holiday", "Waiting for the board", "Could not be reached", "Asked for a call next week", "At a trade fair",
};

static const char * const handover_reasons[] = {
  "Territories redrawn", "Parental leave", "Moved to the key account team", "The client asked for it", "Workload",
};

static const char * const sales[] = {
  "Follow up on the offer", "Prepare the annual review", "Bring up the renewal", "Discuss the framework agreement",
  "Send samples", "Explain the new price list", "Ask about next quarter's needs", "Arrange a visit", "Send the draft contract",
};

static const char * const service[] = {
  "Ask how things are going", "Congratulate on the anniversary", "Meet the new contact", "Call back as promised",
  "Explain the late delivery", "Follow up on the complaint", "Invite to the client day", "Prepare the visit", "Send the missing papers",
};

static const char * const technical[] = {
  "Have the trial account set up", "Agree the maintenance date", "Fault: report where we are", "Plan the training",
  "Send the data sheet", "Discuss the move to the new version",
};

static const char * const finance[] = {
  "Bring up the unpaid invoice", "Clarify the billing address", "Discuss payment terms", "Settle the annual bonus",
  "Check the credit note",
};

static const TendTown towns[] = {
  { "London", "Greater London", "EC#A #@@", "+44 20 7946 0###", 18 },
  { "Manchester", "Greater Manchester", "M# #@@", "+44 161 496 0###", 9 },
  { "Birmingham", "West Midlands", "B# #@@", "+44 121 496 0###", 8 },
  { "Leeds", "West Yorkshire", "LS# #@@", "+44 113 496 0###", 6 },
  { "Glasgow", "Scotland", "G# #@@", "+44 141 496 0###", 6 },
  { "Edinburgh", "Scotland", "EH# #@@", "+44 131 496 0###", 6 },
  { "Liverpool", "Merseyside", "L# #@@", "+44 151 496 0###", 5 },
  { "Bristol", "Bristol", "BS# #@@", "+44 117 496 0###", 5 },
  { "Sheffield", "South Yorkshire", "S# #@@", "+44 114 496 0###", 4 },
  { "Nottingham", "Nottinghamshire", "NG# #@@", "+44 115 496 0###", 4 },
  { "Leicester", "Leicestershire", "LE# #@@", "+44 116 496 0###", 4 },
  { "Reading", "Berkshire", "RG# #@@", "+44 118 496 0###", 4 },
  { "Newcastle upon Tyne", "Tyne and Wear", "NE# #@@", "+44 191 498 0###", 4 },
  { "Cardiff", "Wales", "CF# #@@", "+44 29 2018 0###", 4 },
  { "Belfast", "Northern Ireland", "BT# #@@", "+44 28 9649 6###", 4 },
  { "Aberdeen", "Scotland", "AB# #@@", "+44 1632 960###", 2 },
  { "Bath", "Somerset", "BA# #@@", "+44 1632 960###", 2 },
  { "Brighton", "East Sussex", "BN# #@@", "+44 1632 960###", 2 },
  { "Cambridge", "Cambridgeshire", "CB# #@@", "+44 1632 960###", 3 },
  { "Derby", "Derbyshire", "DE# #@@", "+44 1632 960###", 2 },
  { "Exeter", "Devon", "EX# #@@", "+44 1632 960###", 2 },
  { "Hull", "East Yorkshire", "HU# #@@", "+44 1632 960###", 2 },
  { "Inverness", "Scotland", "IV# #@@", "+44 1632 960###", 1 },
  { "Lincoln", "Lincolnshire", "LN# #@@", "+44 1632 960###", 1 },
  { "Norwich", "Norfolk", "NR# #@@", "+44 1632 960###", 2 },
  { "Oxford", "Oxfordshire", "OX# #@@", "+44 1632 960###", 3 },
  { "Plymouth", "Devon", "PL# #@@", "+44 1632 960###", 2 },
  { "Portsmouth", "Hampshire", "PO# #@@", "+44 1632 960###", 2 },
  { "Southampton", "Hampshire", "SO# #@@", "+44 1632 960###", 2 },
  { "Stoke-on-Trent", "Staffordshire", "ST# #@@", "+44 1632 960###", 2 },
  { "Swansea", "Wales", "SA# #@@", "+44 1632 960###", 1 },
  { "York", "North Yorkshire", "YO# #@@", "+44 1632 960###", 2 },
};

const TendSampleWords tend_sample_words_en = {
  .code = "en",
  .country = "United Kingdom",
  .currency = "GBP",
  .zone = "Europe/London",
  .mobile = "+44 7700 900###",
  .account_prefix = "C",
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
};
