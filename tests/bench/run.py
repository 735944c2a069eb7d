#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""run.py BUILD [ROW…]: measures Tend beside something simpler doing the same work, in the same run, and prints the ratios.

Absolute times say how fast a machine is, and how busy; a ratio to a baseline measured in turn with it says how fast Tend is.
Each row has a goal for its ratio. TEND_BENCH_ROUNDS sets another number of rounds than 20.
The table is also written as JSON to BUILD/bench.json. Exit status 1: a goal was missed.
"""

import json
import os
import shutil
import subprocess
import sys
import time

from books import Books

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))
ROUNDS = int(os.environ.get('TEND_BENCH_ROUNDS', '20'))
# Between which columns of the window, in px, its list of accounts lies at the size that it has at first.
LIST_COLUMNS = ('270', '540')
SETTINGS = 'io/github/tendapp/Tend'
UNITS = {'us': (1e-3, 'ms'), 'ms': (1, 'ms'), 'B': (1, 'B'), 's': (1e3, 'ms')}


class Skip(Exception):
    """The row cannot be measured here; the text says why."""


def quantile(samples, part):
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def median(samples):
    return quantile(samples, 0.5)


class Bench:
    def __init__(self, build):
        self.build = build
        self.bin = os.path.join(build, 'tests/bench')
        self.books = Books(SOURCE, build)
        self.rows = []

    def program(self, name, *arguments):
        """Runs one of the programs here; the sides that it reports, each a list of samples in ms (or bytes)."""
        return read_sides(subprocess.run([os.path.join(self.bin, name), *arguments], check=True, stdout=subprocess.PIPE,
                                         text=True).stdout)

    def on_desktop(self, *command):
        environment = dict(os.environ, GSK_RENDERER='cairo', GSETTINGS_BACKEND='memory',
                           GSETTINGS_SCHEMA_DIR=os.path.join(self.build, 'data'), TEND_TEST_SCREEN='1400x900x24')
        return subprocess.run([os.path.join(SOURCE, 'tests/support/on-desktop'), *command], check=True, env=environment,
                              stdout=subprocess.PIPE, text=True).stdout

    def ui_program(self, name, *arguments):
        return read_sides(self.on_desktop(os.path.join(self.bin, name), *arguments))

    def add(self, what, baseline, ours, theirs, goal, unit='ms', reported=False):
        row = {'what': what, 'baseline': baseline, 'unit': unit, 'ours': ours, 'theirs': theirs, 'ratio': ours / theirs,
               'goal': goal, 'met': None if reported else ours / theirs <= goal}
        self.rows.append(row)

    def add_limit(self, what, ours, goal, unit, note=''):
        self.rows.append({'what': what, 'baseline': note or '–', 'unit': unit, 'ours': ours, 'theirs': None, 'ratio': None,
                          'goal': goal, 'met': ours <= goal})

    def skip(self, what, reason):
        self.rows.append({'what': what, 'skipped': reason, 'met': None})

    def remember_accounts(self):
        """The beginning of a command that starts with the list of accounts, as somebody left it on the same day."""
        folder = os.path.join(self.books.scratch, 'config')
        os.makedirs(os.path.join(folder, 'glib-2.0/settings'), exist_ok=True)
        with open(os.path.join(folder, 'glib-2.0/settings/keyfile'), 'w', encoding='utf-8') as file:
            file.write("[%s]\nlast-day='%s'\nlast-place='accounts'\n" % (SETTINGS, time.strftime('%Y-%m-%d')))
        return ['env', 'GSETTINGS_BACKEND=keyfile', 'XDG_CONFIG_HOME=' + folder]

    # Rows

    def start(self):
        """Start of the process to the first frame with account rows painted: those of the list, as on every start of a day but
        the first, which begins with Today. Beside it when all is painted, with the account that stands beside the list."""
        book = self.books.copy(400, 'start.tend')
        tend = self.remember_accounts() + [os.path.join(self.build, 'src/app/tend'), '--book', book]
        sides = {'tend': ['--columns', *LIST_COLUMNS, *tend],
                 'whole': tend,
                 'empty': [os.path.join(self.bin, 'empty-window')]}
        editor = shutil.which('gnome-text-editor')
        if editor:
            sides['editor'] = [editor, '--standalone', '--ignore-session']
        times = json.loads(self.on_desktop(sys.executable, os.path.abspath(__file__), '--in-turn',
                                           os.path.join(self.bin, 'first-frame'), json.dumps(sides)))
        self.add('start to account rows painted, 400', "an empty window's first frame",
                 median(times['tend']), median(times['empty']), 1.5)
        self.add('start to everything painted, 400', "an empty window's first frame",
                 median(times['whole']), median(times['empty']), None, reported=True)
        if editor:
            self.add('account rows painted', "gnome-text-editor's first frame", median(times['tend']), median(times['editor']), 0.8)
        else:
            self.skip('the same beside gnome-text-editor', 'it is not installed here')

    def query(self):
        sides = self.ui_program('bench-list', 'query', self.books.get(1000000), self.books.get(10000))
        self.add('setting a query to its rows painted, 1,000,000', 'the same at 10,000',
                 median(sides['ours']), median(sides['baseline']), 2.5)

    def memory(self):
        sides = self.ui_program('bench-list', 'memory', self.books.get(1000000))
        self.add_limit('memory of model and selection, all selected, an account', median(sides['ours']), 60, 'B',
                       '8 bytes an id: %.1f' % median(sides['baseline']))

    def page(self):
        sides = self.program('bench-page', self.books.get(100000))
        self.add('a page of 64 accounts as live objects', 'the same rows stepped, every column read',
                 median(sides['ours']), median(sides['baseline']), 2)

    def fling(self):
        sides = self.ui_program('bench-list', 'fling', self.books.get(1000000))
        self.add('99th percentile of a frame, flinging through 1,000,000', 'the same row over a GtkStringList',
                 quantile(sides['ours'], 0.99), quantile(sides['baseline'], 0.99), 1.5)

    def timeline(self):
        sides = self.ui_program('bench-timeline', self.books.get(10, whole=True, interactions=100000))
        self.add('99th percentile of a frame, flinging through a timeline of 100,000', 'the same row over a GtkStringList',
                 quantile(sides['ours'], 0.99), quantile(sides['baseline'], 0.99), 1.5)

    def detail(self):
        """The same account of two books that differ in nothing but its interactions, each in a process of its own, in turn."""
        many, few = [], []
        for _ in range(4):
            many += self.ui_program('bench-detail', self.books.get(10, whole=True, interactions=5000))['ours']
            few += self.ui_program('bench-detail', self.books.get(10, whole=True, interactions=5))['ours']
        self.add('selecting another account to its page drawn, 5,000 interactions', 'the same with 5', median(many), median(few), 1.3)

    def search(self):
        sides = self.program('bench-search', self.books.get(100000))
        scanned = 'one scan through the same text in memory'
        self.add('a search keystroke over 100,000 to ids, median', scanned,
                 median(sides['ours']), median(sides['baseline']), 2)
        self.add('the same, 99th percentile', scanned, quantile(sides['ours'], 0.99), quantile(sides['baseline'], 0.99), 5)

    def reassign(self):
        sides = self.program('bench-reassign', self.books.copy(100000, 'ours.tend'), self.books.copy(100000, 'bare.tend'))
        self.add('reassigning 10,000 accounts', '10,000 bare UPDATEs and INSERTs',
                 median(sides['ours']), median(sides['baseline']), 2.5)

    def summaries(self):
        sides = self.program('bench-summaries', self.books.copy(100000, 'summaries.tend', whole=True))
        self.add('recomputing all summaries of 100,000 accounts', 'stepping every row once that they are computed from',
                 median(sides['ours']), median(sides['baseline']), 4)

    def today(self):
        sides = self.ui_program('bench-today', self.books.get(100000, whole=True))
        self.add('Today of 100,000 accounts, ranked, to its first screen', 'one query of the same candidates, sorted',
                 median(sides['ours']), median(sides['baseline']), 2)

    def log(self):
        sides = self.program('bench-log', self.books.copy(100000, 'log.tend', whole=True), self.books.copy(100000, 'log-bare.tend', whole=True))
        self.add('one logged interaction: summary, journal, durable', 'a bare durable INSERT of the interaction',
                 median(sides['ours']), median(sides['baseline']), 2.5)

    def import_rows(self, book, path):
        """Imports a CSV file of accounts; the ms that it took."""
        started = time.monotonic()
        subprocess.run([self.books.tendctl, '--book', book, 'import', 'csv', path, '--as', 'accounts', '--source', 'bench',
                        *IMPORT_MAP], check=True, stdout=subprocess.DEVNULL)
        return (time.monotonic() - started) * 1e3

    def import_csv(self):
        path = self.books.get_csv(100000)
        ours, bare, plain = [], [], []
        for _ in range(ROUNDS):
            book = os.path.join(self.books.scratch, 'import.tend')
            copy = os.path.join(self.books.scratch, 'import-bare.tend')
            self.books.init(book)
            self.books.init(copy)
            ours.append(self.import_rows(book, path))
            bare += self.program('bench-insert', book, copy)['baseline']
            table = os.path.join(self.books.scratch, 'plain.db')
            if os.path.exists(table):
                os.remove(table)
            started = time.monotonic()
            subprocess.run(['sqlite3', table, '.import --csv %s accounts' % path], check=True)
            plain.append((time.monotonic() - started) * 1e3)
        self.add('importing 100,000 accounts with contacts', 'the same rows inserted into the same tables',
                 median(ours), median(bare), 1.5)
        self.add('the same', 'sqlite3 .import into a bare table', median(ours), median(plain), None, reported=True)

    def import_more(self):
        """Half the file into a book that has the other half already: each row is looked for, and every index is kept in step."""
        halves = self.books.halve(self.books.get_csv(100000))
        ours, bare = [], []
        for _ in range(ROUNDS):
            book = os.path.join(self.books.scratch, 'more.tend')
            copy = os.path.join(self.books.scratch, 'more-bare.tend')
            self.books.init(book)
            self.import_rows(book, halves[0])
            self.books.init(copy)
            shutil.copyfile(book, copy)
            ours.append(self.import_rows(book, halves[1]))
            bare += self.program('bench-insert', book, copy)['baseline']
        self.add('importing 50,000 more into a book of 50,000', 'the same rows inserted into the same tables',
                 median(ours), median(bare), None, reported=True)

    def open(self):
        """The real window opens a book; each time in a process of its own, so that nothing is warm. Beside it what GTK does in
        one go when a plain list of labels is given as many."""
        book = self.books.copy(1000000, 'open.tend')
        longest, processor, plain = [], [], []
        for _ in range(ROUNDS):
            sides = self.ui_program('bench-list', 'open', book)
            longest += sides['ours']
            processor += sides['cpu']
            plain += self.ui_program('bench-list', 'plain', '1000000')['ours']
        self.add_limit('opening 1,000,000: longest stretch on the main thread but drawing', median(longest), 8, 'ms',
                       'worst of all %.1f; of the processor %.1f; a GtkListView of labels %.1f'
                       % (max(longest), median(processor), median(plain)))


IMPORT_MAP = [word for field, column in (
    ('key', 'Key'), ('number', 'Number'), ('name', 'Name'), ('tier', 'Tier'), ('status', 'Status'), ('industry', 'Industry'),
    ('website', 'Website'), ('phone', 'Phone'), ('email', 'E-mail'), ('street', 'Street'), ('postcode', 'Postcode'),
    ('city', 'City'), ('country', 'Country'), ('currency', 'Currency'), ('contact.given', 'First name'),
    ('contact.family', 'Last name'), ('contact.emails', 'Contact e-mail'), ('contact.phones', 'Contact phone'),
) for word in ('--map', '%s=%s' % (field, column))]

ROWS = {'start': Bench.start, 'query': Bench.query, 'memory': Bench.memory, 'page': Bench.page, 'fling': Bench.fling,
        'timeline': Bench.timeline, 'detail': Bench.detail, 'search': Bench.search, 'reassign': Bench.reassign,
        'summaries': Bench.summaries, 'log': Bench.log, 'today': Bench.today, 'import': Bench.import_csv, 'import-more': Bench.import_more,
        'open': Bench.open}


def read_sides(text):
    sides = {}
    for line in text.splitlines():
        if line.startswith('{'):
            side = json.loads(line)
            factor = UNITS[side['unit']][0]
            sides.setdefault(side['side'], []).extend(sample * factor for sample in side['samples'])
    return sides


def in_turn(watcher, sides):
    """On the virtual desktop: each program in turn, once for warmth and then ROUNDS times; the ms until it was shown."""
    times = {name: [] for name in sides}
    for number in range(ROUNDS + 1):
        for name, command in sides.items():
            result = subprocess.run([watcher, *command], stdout=subprocess.PIPE, text=True)
            if result.returncode != 0:
                sys.exit('%s showed no window.' % command[0])
            if number > 0:
                times[name].append(json.loads(result.stdout)['shown'])
    print(json.dumps(times))


def number(value, unit):
    return '–' if value is None else '%.*f %s' % (1 if value < 100 else 0, value, unit)


def print_table(rows):
    table = [('what', 'Tend', 'baseline', 'of what', 'ratio', 'goal', '')]
    for row in rows:
        if 'skipped' in row:
            table.append((row['what'], 'skipped: ' + row['skipped'], '', '', '', '', ''))
            continue
        goal = '–' if row['goal'] is None else '≤ %g' % row['goal']
        ratio = '–' if row['ratio'] is None else '%.2f' % row['ratio']
        verdict = {True: 'met', False: 'MISSED', None: ''}[row['met']]
        table.append((row['what'], number(row['ours'], row['unit']), number(row['theirs'], row['unit']), row['baseline'],
                      ratio, goal, verdict))
    widths = [max(len(line[i]) for line in table if not line[1].startswith('skipped')) for i in range(7)]
    for line in table:
        print('  '.join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())


def main(arguments):
    if arguments[:1] == ['--in-turn']:
        in_turn(arguments[1], json.loads(arguments[2]))
        return 0
    build, names = os.path.abspath(arguments[0]), arguments[1:] or list(ROWS)
    unknown = [name for name in names if name not in ROWS]
    if unknown:
        sys.exit('./run bench: There is no row %s; there are: %s.' % (unknown[0], ' '.join(ROWS)))
    bench = Bench(build)
    try:
        for name in names:
            print('Measuring: %s' % name, file=sys.stderr)
            ROWS[name](bench)
    finally:
        bench.books.close()
    print_table(bench.rows)
    with open(os.path.join(build, 'bench.json'), 'w', encoding='utf-8') as file:
        json.dump({'at': time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime()), 'rounds': ROUNDS, 'load': os.getloadavg(),
                   'rows': bench.rows}, file, indent=2, ensure_ascii=False)
    return 1 if any(row['met'] is False for row in bench.rows) else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
