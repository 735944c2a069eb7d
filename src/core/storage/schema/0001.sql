-- SPDX-License-Identifier: GPL-3.0-or-later
-- The nouns of the first release. Edited freely until the first release tag, then never again.
CREATE TABLE manager (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  role TEXT NOT NULL CHECK (role IN ('assistant', 'associate', 'manager', 'lead', 'director', 'vice-president')),
  title TEXT,
  reports_to INTEGER REFERENCES manager (id) CHECK (reports_to <> id),
  full_time_share INTEGER NOT NULL CHECK (full_time_share BETWEEN 1 AND 100),
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;
CREATE INDEX manager_reports_to ON manager (reports_to);

CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  number TEXT,
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('firm', 'person')),
  tier TEXT NOT NULL CHECK (tier IN ('A', 'B', 'C')),
  status TEXT NOT NULL CHECK (status IN ('onboarding', 'active', 'at-risk', 'paused', 'former')),
  owner INTEGER REFERENCES manager (id),
  parent INTEGER REFERENCES account (id) CHECK (parent <> id),
  industry TEXT,
  website TEXT,
  vat_id TEXT,
  phone TEXT,
  email TEXT,
  street TEXT,
  postcode TEXT,
  city TEXT,
  city_key TEXT,
  region TEXT,
  country TEXT,
  language TEXT,
  zone TEXT,
  currency TEXT,
  customer_since TEXT,
  cadence_days INTEGER NOT NULL DEFAULT 0 CHECK (cadence_days BETWEEN 0 AND 3650),
  to_avoid TEXT,
  notes TEXT,
  health INTEGER CHECK (health BETWEEN 0 AND 100),
  health_band TEXT NOT NULL DEFAULT 'unknown' CHECK (health_band IN ('unknown', 'at-risk', 'watch', 'steady', 'thriving')),
  band_fell_on TEXT,
  last_contact INTEGER,
  quiet_from INTEGER,
  quiet_red_from INTEGER,
  next_follow_up INTEGER,
  open_needs INTEGER NOT NULL DEFAULT 0,
  yearly_value INTEGER NOT NULL DEFAULT 0,
  balance INTEGER NOT NULL DEFAULT 0,
  overdue INTEGER NOT NULL DEFAULT 0,
  overdue_since TEXT,
  next_renewal TEXT,
  focus TEXT NOT NULL DEFAULT 'none' CHECK (focus IN ('none', 'sales', 'service', 'technical', 'finance')),
  summary_day TEXT
) STRICT;
-- Each order that a list can have, with what it can be filtered by: ids come out of the index alone.
CREATE INDEX account_name ON account (name_key, owner, status, tier);
CREATE INDEX account_owner ON account (owner, name_key, status, tier);
CREATE INDEX account_city ON account (city_key, name_key, owner, status, tier);
CREATE INDEX account_tier ON account (tier, name_key, owner, status);
CREATE INDEX account_next_follow_up ON account (next_follow_up, name_key, owner, status, tier);
CREATE INDEX account_health ON account (health, name_key, owner, status, tier);
CREATE INDEX account_last_contact ON account (last_contact, name_key, owner, status, tier);
CREATE INDEX account_yearly_value ON account (yearly_value, name_key, owner, status, tier);
CREATE INDEX account_quiet ON account (quiet_from, owner) WHERE quiet_from IS NOT NULL;
CREATE INDEX account_overdue ON account (overdue_since, owner) WHERE overdue_since IS NOT NULL;
CREATE INDEX account_band_fell ON account (band_fell_on, owner) WHERE band_fell_on IS NOT NULL;
CREATE INDEX account_summary_day ON account (summary_day);
CREATE INDEX account_number ON account (number) WHERE number IS NOT NULL;
CREATE INDEX account_parent ON account (parent) WHERE parent IS NOT NULL;

-- What search looks through: the folded words of the account and its contacts. Derived; rebuilt by tendctl check --repair.
CREATE TABLE account_text (
  account INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES account (id),
  given TEXT,
  family TEXT,
  title TEXT,
  emails TEXT,
  phones TEXT,
  main INTEGER NOT NULL CHECK (main IN (0, 1)),
  part TEXT NOT NULL DEFAULT 'other'
    CHECK (part IN ('other', 'decision-maker', 'champion', 'user', 'finance', 'technical', 'blocker')),
  birthday TEXT,
  left_on TEXT,
  notes TEXT
) STRICT;
CREATE INDEX contact_account ON contact (account);
CREATE UNIQUE INDEX contact_main ON contact (account) WHERE main = 1;

CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES account (id),
  contact INTEGER REFERENCES contact (id),
  manager INTEGER REFERENCES manager (id),
  need INTEGER REFERENCES need (id),
  opportunity INTEGER REFERENCES opportunity (id),
  purchase INTEGER REFERENCES purchase (id),
  title TEXT NOT NULL CHECK (title <> ''),
  notes TEXT,
  hat TEXT NOT NULL CHECK (hat IN ('sales', 'service', 'technical', 'finance')),
  due_wall TEXT NOT NULL,
  due_zone TEXT NOT NULL,
  all_day INTEGER NOT NULL CHECK (all_day IN (0, 1)),
  due_at INTEGER NOT NULL,
  promised INTEGER NOT NULL CHECK (promised IN (0, 1)),
  lead TEXT NOT NULL CHECK (lead IN ('at-time', '10-minutes', '1-hour', '1-day', '1-week')),
  state TEXT NOT NULL CHECK (state IN ('open', 'snoozed', 'done', 'dropped')),
  snoozed_until INTEGER CHECK ((snoozed_until IS NOT NULL) = (state = 'snoozed')),
  snooze_reason TEXT,
  remind_at INTEGER,
  reminded_at INTEGER,
  done_at INTEGER CHECK ((done_at IS NOT NULL) = (state = 'done')),
  outcome TEXT
) STRICT;
CREATE INDEX follow_up_account ON follow_up (account, state, due_at);
CREATE INDEX follow_up_need ON follow_up (need) WHERE need IS NOT NULL;
CREATE INDEX follow_up_opportunity ON follow_up (opportunity) WHERE opportunity IS NOT NULL;
CREATE INDEX follow_up_purchase ON follow_up (purchase) WHERE purchase IS NOT NULL;
CREATE INDEX follow_up_contact ON follow_up (contact) WHERE contact IS NOT NULL;
CREATE INDEX follow_up_due ON follow_up (due_at, manager, state) WHERE state IN ('open', 'snoozed');
CREATE INDEX follow_up_manager ON follow_up (manager, state, due_at);
CREATE INDEX follow_up_remind ON follow_up (remind_at, manager) WHERE remind_at IS NOT NULL AND reminded_at IS NULL;

CREATE TABLE liaison (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES account (id),
  name TEXT NOT NULL CHECK (name <> ''),
  team TEXT,
  email TEXT,
  phone TEXT,
  purpose TEXT
) STRICT;
CREATE INDEX liaison_account ON liaison (account);

CREATE TABLE product (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  number TEXT,
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('product', 'service')),
  hat TEXT NOT NULL CHECK (hat IN ('sales', 'service', 'technical', 'finance')),
  list_price INTEGER NOT NULL,
  currency TEXT,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  description TEXT
) STRICT;
CREATE INDEX product_name ON product (name_key, active);
CREATE INDEX product_number ON product (number) WHERE number IS NOT NULL;

CREATE TABLE purchase (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES account (id),
  product INTEGER NOT NULL REFERENCES product (id),
  quantity INTEGER NOT NULL CHECK (quantity >= 1),
  yearly_value INTEGER NOT NULL CHECK (yearly_value >= 0),
  bought_on TEXT,
  sold_by INTEGER REFERENCES manager (id),
  renews_on TEXT,
  ends_on TEXT CHECK (ends_on >= bought_on),
  notice_days INTEGER NOT NULL CHECK (notice_days BETWEEN 0 AND 3650),
  fit TEXT NOT NULL CHECK (fit IN ('unknown', 'fits', 'partly', 'does-not')),
  fit_note TEXT
) STRICT;
CREATE INDEX purchase_account ON purchase (account, bought_on);
CREATE INDEX purchase_product ON purchase (product, account);
CREATE INDEX purchase_renews ON purchase (renews_on, account) WHERE renews_on IS NOT NULL;
CREATE INDEX purchase_sold_by ON purchase (sold_by) WHERE sold_by IS NOT NULL;

CREATE TABLE whitespace (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES account (id),
  product INTEGER NOT NULL REFERENCES product (id),
  stance TEXT NOT NULL CHECK (stance IN ('unknown', 'in-house', 'competitor', 'not-needed')),
  competitor TEXT,
  until TEXT
) STRICT;
CREATE UNIQUE INDEX whitespace_account ON whitespace (account, product);
CREATE INDEX whitespace_product ON whitespace (product);

CREATE TABLE opportunity (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES account (id),
  product INTEGER REFERENCES product (id),
  purchase INTEGER REFERENCES purchase (id),
  title TEXT NOT NULL CHECK (title <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('upsell', 'cross-sell', 'renewal')),
  stage TEXT NOT NULL CHECK (stage IN ('identified', 'qualified', 'proposed', 'negotiating', 'won', 'lost')),
  amount INTEGER NOT NULL,
  probability INTEGER NOT NULL CHECK (probability BETWEEN 0 AND 100),
  close_on TEXT,
  manager INTEGER REFERENCES manager (id),
  lost_reason TEXT,
  notes TEXT
) STRICT;
CREATE INDEX opportunity_account ON opportunity (account, stage);
CREATE INDEX opportunity_open ON opportunity (close_on, account) WHERE stage NOT IN ('won', 'lost');
CREATE INDEX opportunity_manager ON opportunity (manager) WHERE manager IS NOT NULL;
CREATE INDEX opportunity_product ON opportunity (product) WHERE product IS NOT NULL;
CREATE INDEX opportunity_purchase ON opportunity (purchase) WHERE purchase IS NOT NULL;

CREATE TABLE need (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES account (id),
  contact INTEGER REFERENCES contact (id),
  manager INTEGER REFERENCES manager (id),
  liaison INTEGER REFERENCES liaison (id),
  kind TEXT NOT NULL CHECK (kind IN ('request', 'question', 'concern', 'fault', 'billing')),
  hat TEXT NOT NULL CHECK (hat IN ('sales', 'service', 'technical', 'finance')),
  priority TEXT NOT NULL CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
  title TEXT NOT NULL CHECK (title <> ''),
  body TEXT,
  promised_for TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'waiting', 'resolved')),
  resolved_at INTEGER CHECK ((resolved_at IS NOT NULL) = (state = 'resolved')),
  resolution TEXT
) STRICT;
CREATE INDEX need_account ON need (account, state);
CREATE INDEX need_promised ON need (promised_for, account) WHERE state <> 'resolved' AND promised_for IS NOT NULL;
CREATE INDEX need_contact ON need (contact) WHERE contact IS NOT NULL;
CREATE INDEX need_manager ON need (manager) WHERE manager IS NOT NULL;
CREATE INDEX need_liaison ON need (liaison) WHERE liaison IS NOT NULL;

CREATE TABLE interaction (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES account (id),
  contact INTEGER REFERENCES contact (id),
  manager INTEGER REFERENCES manager (id),
  on_behalf_of INTEGER REFERENCES manager (id),
  kind TEXT NOT NULL CHECK (kind IN ('call', 'e-mail', 'meeting', 'visit', 'letter', 'note')),
  direction TEXT NOT NULL CHECK (direction IN ('outgoing', 'incoming')),
  two_way INTEGER NOT NULL CHECK (two_way IN (0, 1)),
  "at" INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  summary TEXT NOT NULL CHECK (summary <> ''),
  body TEXT
) STRICT;
CREATE INDEX interaction_account ON interaction (account, "at");
CREATE INDEX interaction_two_way ON interaction (account, "at") WHERE two_way = 1;
CREATE INDEX interaction_contact ON interaction (contact) WHERE contact IS NOT NULL;
CREATE INDEX interaction_manager ON interaction (manager) WHERE manager IS NOT NULL;
CREATE INDEX interaction_on_behalf_of ON interaction (on_behalf_of) WHERE on_behalf_of IS NOT NULL;

CREATE TABLE invoice (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES account (id),
  number TEXT,
  issued_on TEXT NOT NULL,
  due_on TEXT,
  amount INTEGER NOT NULL,
  paid INTEGER NOT NULL,
  paid_on TEXT
) STRICT;
CREATE INDEX invoice_account ON invoice (account, issued_on);
CREATE INDEX invoice_open ON invoice (account, due_on, issued_on, amount, paid) WHERE amount <> paid;

CREATE TABLE pulse (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES account (id),
  contact INTEGER REFERENCES contact (id),
  manager INTEGER REFERENCES manager (id),
  "at" INTEGER NOT NULL,
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
  source TEXT NOT NULL CHECK (source IN ('survey', 'impression', 'new-owner')),
  comment TEXT
) STRICT;
CREATE INDEX pulse_account ON pulse (account, "at");
CREATE INDEX pulse_contact ON pulse (contact) WHERE contact IS NOT NULL;
CREATE INDEX pulse_manager ON pulse (manager) WHERE manager IS NOT NULL;

CREATE TABLE alert (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES account (id),
  kind TEXT NOT NULL CHECK (kind IN ('need', 'renewal', 'quiet', 'invoice', 'band', 'next-step')),
  item INTEGER,
  until TEXT NOT NULL,
  reason TEXT
) STRICT;
CREATE UNIQUE INDEX alert_account ON alert (account, kind, ifnull(item, 0));

CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  place TEXT NOT NULL CHECK (place <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  query TEXT NOT NULL CHECK (query <> ''),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX saved_view_place ON saved_view (place, position);

-- The course of an account's health: a row only when the score moved by 2 or more, or the band changed. Derived; the
-- reasons only with the band. It outlives its account, which may be brought back: nothing could make it anew.
CREATE TABLE health_day (
  account INTEGER NOT NULL,
  day TEXT NOT NULL,
  score INTEGER CHECK (score BETWEEN 0 AND 100),
  band TEXT NOT NULL CHECK (band IN ('unknown', 'at-risk', 'watch', 'steady', 'thriving')),
  reasons TEXT,
  PRIMARY KEY (account, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE handover (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES account (id),
  "from" INTEGER REFERENCES manager (id),
  "to" INTEGER NOT NULL REFERENCES manager (id),
  "by" INTEGER,
  "at" INTEGER NOT NULL,
  reason TEXT,
  moved TEXT,
  undone_by INTEGER
) STRICT;
CREATE INDEX handover_account ON handover (account, "at");
CREATE INDEX handover_batch ON handover (batch);
CREATE INDEX handover_from ON handover ("from") WHERE "from" IS NOT NULL;
CREATE INDEX handover_to ON handover ("to");

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT
) STRICT, WITHOUT ROWID;

-- Where an imported row came from, and what it held then.
CREATE TABLE origin (
  "table" TEXT NOT NULL,
  id INTEGER NOT NULL,
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  "values" TEXT NOT NULL,
  PRIMARY KEY (source, "table", key)
) STRICT, WITHOUT ROWID;
CREATE INDEX origin_row ON origin (id);

-- The journal. A row of "table" 'batch' is the head of a batch.
CREATE TABLE change (
  sequence INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL,
  "at" INTEGER NOT NULL,
  "by" INTEGER,
  "table" TEXT NOT NULL,
  id INTEGER NOT NULL,
  account INTEGER,
  operation TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX change_batch ON change (batch);
CREATE INDEX change_row ON change (id);
CREATE INDEX change_account ON change (account) WHERE account IS NOT NULL;
CREATE INDEX change_head ON change (sequence) WHERE "table" = 'batch';
