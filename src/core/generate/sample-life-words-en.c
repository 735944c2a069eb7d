/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sample-life-words.h"

static const char *const product_names[] = {
  "Fibre 500", "Fibre 1000", "Cloud telephony", "Business mobile", "Managed Wi-Fi", "Managed firewall", "Helpdesk 8/5",
  "Helpdesk 24/7", "Managed workplace", "Cloud backup", "Office and e-mail", "Printer rental", "Document archive",
  "Data protection officer", "Door access maintenance", "Card terminal", "Emergency line", "Meeting room set", "Desk phone T4",
  "Door access system", "Time recording terminal", "Network cabling", "Security audit", "Awareness training",
  "On-site hours (10)", "Fax gateway",
};

static const char *const product_descriptions[] = {
  "500 Mbit/s both ways, fixed address, fault cleared within eight hours.",
  "1,000 Mbit/s both ways, two fixed addresses, fault cleared within four hours.",
  "Telephone system without a box in the cellar; price per seat.",
  "Flat rate in all networks with 40 GB; price per SIM card.",
  "Access points, planned, installed and watched over; price per access point.",
  "Firewall with updates, rules and a monthly report.",
  "Help by telephone and remote access, Monday to Friday, 8 to 18; price per workplace.",
  "As 8/5, at every hour of the year; price per workplace.",
  "Notebook, screen and dock, replaced every three years; price per workplace.",
  "Encrypted daily backup in two data centres; price per terabyte.",
  "Mailbox, calendar and office suite; price per seat.",
  "Multifunction printer with toner and service; price per device.",
  "Archive for receipts and contracts that auditors accept.",
  "External data protection officer with a yearly audit.",
  "Yearly maintenance and spare parts for door access.",
  "Terminal with all cards and contactless; price per device.",
  "A mobile line that takes over when the fibre is cut.",
  "Camera, screen and microphones for a room of up to twelve.",
  "Desk telephone with a colour screen.",
  "Readers and software for the first eight doors.",
  "Terminal for chips and codes with an interface to payroll.",
  "Cabling of a floor, measured and documented.",
  "Two days on site and a report with measures by priority.",
  "A morning for up to twenty people, with a mock phishing mail.",
  "Ten hours of a technician on site, valid for a year.",
  "Receives and sends faxes by e-mail. No longer sold.",
};

G_STATIC_ASSERT (G_N_ELEMENTS (product_names) == G_N_ELEMENTS (product_descriptions));

static const char *const teams[] = {
  "Technical service", "Sales", "Accounts receivable", "Dispatch", "Network planning", "Product management", "Legal", "Training",
};

static const char *const purposes[] = {
  "Call-outs and maintenance", "Offers above 50,000 a year", "Payment terms and reminders", "Deliveries and returns",
  "Line to the second site", "Pilot of the new telephony", "Framework agreement", "Courses for the staff",
};

G_STATIC_ASSERT (G_N_ELEMENTS (teams) == G_N_ELEMENTS (purposes));

static const char *const competitors[] = {
  "Northline Telecom", "Castle Networks", "Brightwire", "Copperfield IT", "Beacon Office Supplies", "Tidewater Cloud",
};

static const char *const partly_notes[] = {
  "Half of the seats are not used.", "Too slow since the second shift came.", "Works, but the report is missing.",
  "Good in the office, weak in the hall.", "Bought for thirty people, now there are fifty.", "The interface to payroll is missing.",
};

static const char *const misfit_notes[] = {
  "Was bought for a site that has closed.", "Nobody was ever trained in it.", "Does not speak with their ERP.",
  "Far too big for what they need.", "They would have needed the 24/7 variant.",
};

static const char *const requests[] = {
  "Ten more seats by the first", "Move the line to the new building", "A second access for the accountant",
  "Replacement for two broken handsets", "Training for the new colleagues", "Numbers for the new department",
  "Longer opening hours in the phone menu", "A loan device for the trade fair",
};

static const char *const questions[] = {
  "Which contract covers the warehouse?", "Can the notice period be shortened?", "Does the backup include the notebooks?",
  "What does a second site cost?", "How do we read the usage report?", "Is the terminal ready for the new cards?",
};

static const char *const concerns[] = {
  "Third change of technician this year", "Nobody calls back from the helpdesk", "Price rise without notice",
  "Delivery promised twice, not come", "Unsure whether to stay after the merger", "The board doubts the benefit",
  "Offer of a competitor is on the table",
};

static const char *const faults[] = {
  "Telephones drop calls since Monday", "Line down in the branch", "Backup fails every second night", "Printer jams on duplex",
  "Wi-Fi gone in hall 2", "Card terminal refuses contactless", "Door reader at gate 3 dead", "Mailbox full, nothing arrives",
};

static const char *const billings[] = {
  "Invoice names the old address", "Charged twice for the same devices", "Credit note for the outage is missing",
  "Discount of the framework agreement not applied", "Wants one invoice a year instead of four", "Cost centre missing on every invoice",
};

static const char *const need_bodies[] = {
  "They have called twice already. Please no third time.", "Urgent for the quarter's end, otherwise a quiet matter.",
  "Wants to hear from us, whatever the answer is.", "Has sent pictures and the serial numbers by e-mail.",
  "Will talk about it at the next management meeting.",
};

static const char *const request_resolutions[] = {
  "Set up and tested with the client.", "Delivered, signed for by the front desk.", "Done with the change of the first.",
};
static const char *const question_resolutions[] = {
  "Explained on the telephone and confirmed by e-mail.", "Sent the sheet with prices.", "Shown on screen, took ten minutes.",
};
static const char *const concern_resolutions[] = {
  "Apologised in person; fixed technician named.", "Agreed a call every fortnight until it runs.", "Credit of a month granted.",
};
static const char *const fault_resolutions[] = {
  "Device replaced.", "Firmware updated, watched for a week.", "Cable in the cellar renewed.", "Carrier repaired the line.",
};
static const char *const billing_resolutions[] = {
  "Corrected invoice sent.", "Credit note issued.", "Address changed in the system.", "Moved to yearly billing from January.",
};

static const char *const calls[] = {
  "Went through the open points", "Asked how the new seats run", "Clarified the delivery date", "Talked about next year's budget",
  "Answered questions about the contract", "Calmed the trouble over the outage", "Agreed the date for the visit",
  "Congratulated on the new branch", "Explained the price list", "Checked whether the fault is gone", "Introduced the new technician",
  "Short call: all is well", "Talked about the renewal", "Took the wish for more seats",
};

static const char *const missed_calls[] = {
  "Tried to reach, left a message", "Engaged, will try again", "At lunch, call back after two", "On holiday until Monday",
};

static const char *const e_mails_out[] = {
  "Sent the offer", "Sent the minutes of the meeting", "Sent the data sheets", "Confirmed the technician's date",
  "Sent the report of the quarter", "Reminded of the open questions", "Sent the contract to be signed",
};

static const char *const e_mails_in[] = {
  "Asks for an offer for the second site", "Thanks for the quick help", "Sends the signed contract", "Asks where the delivery is",
  "Sends the list of new colleagues", "Complains about the invoice", "Confirms the meeting", "Asks for a date in the coming week",
};

static const char *const meetings[] = {
  "Annual review", "Budget round with purchasing", "Video meeting on the migration plan", "Handed over the new colleague",
  "Went through the satisfaction survey", "Demonstration of the new telephony", "Project meeting: move to the new building",
};

static const char *const visits[] = {
  "Visit on site, tour of the hall", "Breakfast with the management", "Saw the server room with the technician",
  "Visit at their stand at the fair", "Handed over the devices in person",
};

static const char *const letters[] = {
  "Season's greetings", "Notice of the new prices", "Invitation to the client day", "Confirmation of the notice received",
};

static const char *const notes[] = {
  "Heard that they are hiring", "New managing director from the first", "Press: is planning a branch abroad",
  "Purchasing now decides over 10,000 alone", "Old contract is in the archive, folder 12", "The competitor was seen there again",
};

static const char *const bodies[] = {
  "They want a proposal in writing before the board meets. Price matters less than that it runs through the night.",
  "The mood is good. They would like one contact for everything and fewer invoices.",
  "There was trouble over the last delivery. I promised to look after it myself and to report by Friday.",
  "Thirty new people by spring. They need seats, notebooks and a line to the second building.",
  "Purchasing compares us with two others. What counts is the time to repair, not the price.",
  "The old system is written off next year; that would be the time to talk about the cloud.",
};

static const char *const low_comments[] = {
  "Feels left alone.", "Too many faults, too slow help.", "Nobody feels responsible.", "Looking at other offers.",
};
static const char *const middle_comments[] = {
  "Works, but no more.", "Good people, slow processes.", "Price is at the limit.", "Would like to hear from us more often.",
};
static const char *const high_comments[] = {
  "Recommends us.", "Quick help, always friendly.", "Glad to have one person to call.", "Runs so well that nobody talks about it.",
};

static const char *const upsells[] = { "More of %s", "Larger contract for %s", "Upgrade of %s" };
static const char *const cross_sells[] = { "%s for the second site", "%s for the whole firm", "Introduce %s" };
static const char *const renewals[] = { "Renewal of %s", "Three more years of %s" };

static const char *const lost_reasons[] = {
  "Too expensive", "Decided for a competitor", "Postponed to next year", "They do it themselves now", "Budget cut",
};

static const char *const to_avoid[] = {
  "Never call before ten.", "Do not mention the outage of last winter.", "No offers by e-mail; they want them on paper.",
  "Do not go past purchasing.", "No calls on Fridays.",
};

const TendSampleLifeWords tend_sample_life_words_en = {
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
  .need_follow_up = "Get back about: %s",
  .opportunity_follow_up = "Next step: %s",
  .new_owner = "New owner",
  .invoice_prefix = "INV",
  .vat = 20,
};
