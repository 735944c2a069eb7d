# SPDX-License-Identifier: GPL-3.0-or-later
"""The books that are measured with: made by the generator, kept between runs for as long as schema and generator stay."""

import csv
import glob
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys

AROUND = '2026-11-24T09:00:00Z'
SEED = '7'

CSV_COLUMNS = ['Key', 'Number', 'Name', 'Tier', 'Status', 'Industry', 'Website', 'Phone', 'E-mail', 'Street', 'Postcode',
               'City', 'Country', 'Currency', 'First name', 'Last name', 'Contact e-mail', 'Contact phone']


def key_of_sources(source):
    """Changes with whatever could change a generated book."""
    digest = hashlib.sha256()
    for pattern in ('src/core/storage/schema/*.sql', 'src/core/generate/*.[ch]', 'src/core/rules/*.[ch]',
                    'src/core/storage/account-table.c', 'src/core/storage/summary*.[ch]'):
        for path in sorted(glob.glob(os.path.join(source, pattern))):
            with open(path, 'rb') as file:
                digest.update(file.read())
    return digest.hexdigest()[:12]


class Books:
    def __init__(self, source, build):
        cache = os.environ.get('XDG_CACHE_HOME') or os.path.expanduser('~/.cache')
        self.tendctl = os.path.join(build, 'src/cli/tendctl')
        self.folder = os.path.join(cache, 'tend', 'bench', key_of_sources(source))
        self.scratch = os.path.join(self.folder, 'scratch-%d' % os.getpid())
        os.makedirs(self.scratch, exist_ok=True)
        self.remove_others(os.path.dirname(self.folder))

    def remove_others(self, parent):
        for name in os.listdir(parent):
            if name != os.path.basename(self.folder):
                shutil.rmtree(os.path.join(parent, name), ignore_errors=True)

    def close(self):
        shutil.rmtree(self.scratch, ignore_errors=True)

    def get(self, accounts, whole=False, interactions=0):
        """The path of a book of that many accounts; only to be read. A @whole one has every noun, not only accounts, contacts
        and follow-ups, and its first account so many @interactions (0: as many as it would have had)."""
        path = os.path.join(self.folder, '%d%s%s.tend' % (accounts, '-whole' if whole else '', '-%d' % interactions if interactions else ''))
        if not os.path.exists(path):
            print('Making a book of %d accounts (once).' % accounts, file=sys.stderr)
            part = os.path.join(self.scratch, 'new.tend')
            self.init(part)
            subprocess.run([self.tendctl, '--book', part, 'generate', '--accounts', str(accounts), '--seed', SEED,
                            '--language', 'en', '--around', AROUND, '--interactions', str(interactions)] +
                           ([] if whole else ['--lean']), check=True, stdout=subprocess.DEVNULL)
            os.rename(part, path)
        return path

    def init(self, path):
        for rest in glob.glob(glob.escape(path) + '*'):
            if os.path.isdir(rest):
                shutil.rmtree(rest)
            else:
                os.remove(rest)
        subprocess.run([self.tendctl, '--book', path, 'init'], check=True, stdout=subprocess.DEVNULL)

    def copy(self, accounts, name, **kinds):
        """A copy to be written to."""
        path = os.path.join(self.scratch, name)
        # A gigabyte is shared rather than copied where the file system can.
        subprocess.run(['cp', '--reflink=auto', self.get(accounts, **kinds), path], check=True)
        os.chmod(path, 0o600)
        return path

    def get_csv(self, accounts):
        """The accounts of such a book with their main contacts, as another program would write them."""
        path = os.path.join(self.folder, '%d.csv' % accounts)
        if not os.path.exists(path):
            book = sqlite3.connect('file:%s?mode=ro' % self.get(accounts), uri=True)
            with open(path + '.part', 'w', newline='', encoding='utf-8') as file:
                writer = csv.writer(file)
                writer.writerow(CSV_COLUMNS)
                writer.writerows(book.execute(
                    'SELECT a.id, a.number, a.name, a.tier, a.status, a.industry, a.website, a.phone, a.email, a.street,'
                    ' a.postcode, a.city, a.country, a.currency, c.given, c.family,'
                    " json_extract (c.emails, '$[0]'), json_extract (c.phones, '$[0]')"
                    ' FROM account AS a LEFT JOIN contact AS c ON c.account = a.id AND c.main = 1 ORDER BY a.id'))
            os.rename(path + '.part', path)
        return path

    def halve(self, path):
        """Two files with half of the records of a CSV file each. None of ours spans lines."""
        with open(path, encoding='utf-8') as file:
            head, *lines = file
        halves = []
        for number, part in enumerate((lines[:len(lines) // 2], lines[len(lines) // 2:])):
            halves.append(os.path.join(self.scratch, 'half-%d.csv' % number))
            with open(halves[-1], 'w', encoding='utf-8') as file:
                file.writelines([head, *part])
        return halves
