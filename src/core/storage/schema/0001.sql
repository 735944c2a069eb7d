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
  next_follow_up INTEGER
) STRICT;
-- Each order that a list can have, with what it can be filtered by: ids come out of the index alone.
CREATE INDEX account_name ON account (name_key, owner, status, tier);
CREATE INDEX account_owner ON account (owner, name_key, status, tier);
CREATE INDEX account_city ON account (city_key, name_key, owner, status, tier);
CREATE INDEX account_tier ON account (tier, name_key, owner, status);
CREATE INDEX account_next_follow_up ON account (next_follow_up, name_key, owner, status, tier);
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
CREATE INDEX follow_up_contact ON follow_up (contact) WHERE contact IS NOT NULL;
CREATE INDEX follow_up_due ON follow_up (due_at, manager, state) WHERE state IN ('open', 'snoozed');
CREATE INDEX follow_up_manager ON follow_up (manager, state, due_at);
CREATE INDEX follow_up_remind ON follow_up (remind_at, manager) WHERE remind_at IS NOT NULL AND reminded_at IS NULL;

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
