# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

from tendctl import DEADLINE, DONE, INPUT, PROGRAM, USAGE, Skip, equal, run_tests, sentence, true

MANAGERS = """Nr;Vorname;Nachname;Titel;Berichtet an
1;Maren;Weber;Vizepräsidentin;
2;Götz;Nagel;Teamleiter;1
3;Jana;Geiger;Kundenbetreuerin;2
"""
ACCOUNTS = """Kundennummer;Firma;PLZ;Ort;Betreuer;Vorname;Nachname
K-1;Müller Metallbau GmbH;04179;Leipzig;3;Karin;Möller
K-2;Weiß & Söhne KG;01307;Dresden;2;Ralf;Weiß
K-3;Zander AG;10115;Berlin;;;
"""
MANAGER_MAP = ["--map", "key=Nr", "--map", "name={Vorname} {Nachname}", "--map", "title=Titel", "--map", "reports_to=Berichtet an"]
ACCOUNT_MAP = ["--map", "key=Kundennummer", "--map", "number=Kundennummer", "--map", "name=Firma", "--map", "postcode=PLZ", "--map", "city=Ort",
               "--map", "owner=Betreuer", "--map", "contact.given=Vorname", "--map", "contact.family=Nachname"]


def shared(name):
    folder = os.environ.get("TEND_SHARED_DATA") or os.path.join(os.environ.get("TEND_SOURCE_ROOT", "."), "..", "shared", "data")
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        raise Skip(f"the shared data set is not here: {path}")
    return path


def load(folder, path, noun, *arguments, **options):
    return folder.json("import", "csv", path, "--as", noun, *arguments, **options)


def small_book(folder):
    folder.json("init")
    load(folder, folder.write("managers.csv", MANAGERS), "managers", "--source", "crm", *MANAGER_MAP)
    return folder.write("accounts.csv", ACCOUNTS)


def tables(folder):
    """Every column and table of the book but those that undoing may change."""
    database = sqlite3.connect(f"file:{folder.book}?mode=ro", uri=True)
    names = [row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    content = {}
    for name in names:
        if name in ("change", "handover") or name.startswith("sqlite_"):
            continue
        columns = [row[1] for row in database.execute(f'PRAGMA table_info("{name}")') if row[1] not in ("version", "updated_at")]
        content[name] = sorted(database.execute(f"SELECT {', '.join(chr(34) + c + chr(34) for c in columns)} FROM \"{name}\"").fetchall(), key=repr)
    database.close()
    return content


def answer_as_stated(folder):
    """An import answers with its counts, its mapping, what it read the file as, and its batch"""
    path = small_book(folder)
    answer = load(folder, path, "accounts", "--source", "crm", *ACCOUNT_MAP)
    equal({key: answer[key] for key in ("read", "added", "updated", "unchanged", "kept", "skipped")},
          {"read": 3, "added": 3, "updated": 0, "unchanged": 0, "kept": 0, "skipped": 0})
    equal((answer["encoding"], answer["delimiter"], answer["mapping"]["name"]), ("UTF-8", ";", "Firma"))
    true(isinstance(answer["batch"], str) and answer["problems"] == [], answer)
    account = folder.json("show", "account", "K-1")
    equal((account["postcode"], account["owner"]["name"]), ("04179", "Jana Geiger"))
    equal([(c["given"], c["family"], c["main"]) for c in account["contacts"]], [("Karin", "Möller", True)])
    folder.check()


def guessed(folder):
    """Without maps the columns are guessed, from German headers too, and the guess is told"""
    path = small_book(folder)
    answer = load(folder, path, "accounts", "--source", "crm")
    equal({field: answer["mapping"].get(field) for field in ("name", "postcode", "city")}, {"name": "Firma", "postcode": "PLZ", "city": "Ort"})
    true("Firma" in folder.run("import", "csv", path, "--as", "accounts", "--source", "crm").text, "the guess is not printed")


def again(folder):
    """Imported again, rows are updated and not doubled, and what was changed in Tend is kept"""
    path = small_book(folder)
    load(folder, path, "accounts", "--source", "crm", *ACCOUNT_MAP)
    equal(load(folder, path, "accounts", "--source", "crm", *ACCOUNT_MAP)["unchanged"], 3)
    folder.json("reassign", "K-1", "--to", "Götz Nagel")
    folder.write("accounts.csv", ACCOUNTS.replace("Berlin", "Potsdam").replace(";3;Karin", ";1;Karin"))
    answer = load(folder, path, "accounts", "--source", "crm", *ACCOUNT_MAP)
    equal((answer["added"], answer["updated"], answer["kept"]), (0, 1, 1))
    kept = [problem for problem in answer["problems"] if problem["column"] == "Betreuer"]
    true(kept and kept[0]["row"] == 2, answer["problems"])
    equal(folder.json("show", "account", "K-1")["owner"]["name"], "Götz Nagel")
    equal(folder.json("show", "account", "K-3")["city"], "Potsdam")
    equal(load(folder, path, "accounts", "--source", "crm", "--overwrite", *ACCOUNT_MAP)["updated"], 1)
    equal(folder.json("show", "account", "K-1")["owner"]["name"], "Maren Weber")
    equal(folder.json("list", "accounts", "--count")["total"], 3)
    folder.check()


def dry_run_and_undo(folder):
    """A dry run changes nothing, and undo takes an import back"""
    path = small_book(folder)
    before = tables(folder)
    planned = load(folder, path, "accounts", "--source", "crm", "--dry-run", *ACCOUNT_MAP)
    equal((planned["added"], planned["batch"], planned["dry_run"]), (3, None, True))
    equal(tables(folder), before)
    done = load(folder, path, "accounts", "--source", "crm", *ACCOUNT_MAP)
    folder.json("undo", done["batch"])
    equal(folder.json("list", "accounts", "--count")["total"], 0)
    folder.check()


def all_or_nothing(folder):
    """One bad row refuses the file, unless it may be left out"""
    path = small_book(folder)
    folder.write("accounts.csv", ACCOUNTS + "K-4;;12345;Nowhere;99;;\n")
    answer = folder.run("--json", "import", "csv", path, "--as", "accounts", "--source", "crm", *ACCOUNT_MAP, status=INPUT).json
    equal((answer["refused"], answer["batch"], answer["read"]), (True, None, 4))
    bad = [problem for problem in answer["problems"] if problem["skipped"]]
    true(bad and all(problem["row"] == 5 and problem["message"] for problem in bad), answer["problems"])
    equal(folder.json("list", "accounts", "--count")["total"], 0)
    equal(load(folder, path, "accounts", "--source", "crm", "--keep-going", *ACCOUNT_MAP)["added"], 3)
    text = folder.run("import", "csv", folder.write("b.csv", "Firma;Kundennummer\n;K-9\n"), "--as", "accounts", status=INPUT)
    true("2" in text.complaint, text.complaint)


def bad_files(folder):
    """What is no table ends in a sentence, and the book stays as it was"""
    small_book(folder)
    before = tables(folder)
    for name, content in (("empty.csv", b""), ("ends.csv", b"\n\n\n"), ("noise.csv", bytes(range(256)) * 64), ("zip.xlsx", b"PK\x03\x04" + bytes(2000))):
        said = sentence(folder.run("import", "csv", folder.write(name, content), "--as", "accounts", status=INPUT))
        true(name in said or "file" in said, said)
    sentence(folder.run("import", "csv", folder.path, "--as", "accounts", status=INPUT))
    sentence(folder.run("import", "csv", folder / "missing.csv", "--as", "accounts", status=INPUT))
    path = folder.write("a.csv", ACCOUNTS)
    sentence(folder.run("import", "csv", path, "--as", "accounts", "--map", "name=Nowhere", status=INPUT))
    sentence(folder.run("import", "csv", path, "--as", "accounts", "--map", "shoe_size=Ort", status=USAGE))
    sentence(folder.run("import", "csv", path, "--as", "accounts", "--encoding", "KLINGON", status=INPUT))
    equal(tables(folder), before)


def start_import(folder, path, *arguments, **options):
    return subprocess.Popen([PROGRAM, "--book", folder.book, "import", "csv", path, "--as", "accounts", *arguments],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


def devices(folder):
    """A device, which never ends, is refused before it is read"""
    small_book(folder)
    for device in ("/dev/zero", "/dev/urandom", "/dev/null"):
        true("device" in sentence(folder.run("import", "csv", device, "--as", "accounts", status=INPUT)), "not said")


def pipes(folder):
    """What comes through a pipe is imported, and no copy of it stays behind, not even of one that was killed"""
    small_book(folder)
    scratch = folder / "scratch"
    os.mkdir(scratch)
    environment = {**os.environ, "TMPDIR": scratch}
    process = start_import(folder, "/dev/stdin", "--map", "name=Firma", stdin=subprocess.PIPE, env=environment)
    process.communicate("Firma\nÄpfel & Söhne\n".encode("utf-8"), timeout=DEADLINE)
    equal(process.returncode, DONE)
    true("Äpfel & Söhne" in folder.run("list", "accounts").text, "not there")
    process = start_import(folder, "/dev/stdin", stdin=subprocess.PIPE, env=environment)
    process.stdin.write(b"Firma\n" + b"Client of ours\n" * 20000)
    process.stdin.flush()
    end = time.monotonic() + DEADLINE
    while copied(process.pid) < 100000:
        true(time.monotonic() < end and process.poll() is None, "nothing was copied")
        time.sleep(0.01)
    process.kill()
    process.communicate(timeout=DEADLINE)
    equal(os.listdir(scratch), [], "what is left")


def copied(pid):
    """How long the copy is that a process makes of its standard input."""
    folder = f"/proc/{pid}/fd"
    for name in os.listdir(folder):
        if "tend-import-" in os.readlink(os.path.join(folder, name)):
            return os.stat(os.path.join(folder, name)).st_size
    return 0


def named_by_other_systems(folder):
    """A file whose name is not UTF-8 is imported and backed up to, and JSON stays JSON"""
    small_book(folder)
    path = os.fsencode(folder.path) + b"/M\xfcller.csv"
    with open(path, "wb") as file:
        file.write(b"Firma\nM\xfcller\n")
    process = start_import(folder, path, "--map", "name=Firma")
    errors = process.communicate(timeout=DEADLINE)[1]
    equal(process.returncode, DONE, errors)
    true("Müller" in folder.run("list", "accounts").text, "not there")
    done = subprocess.run([PROGRAM, "--json", "--book", folder.book, "backup", os.fsencode(folder.path) + b"/M\xfcller.tend"],
                          stdout=subprocess.PIPE, check=True)
    true(json.loads(done.stdout.decode("utf-8"))["backup"], done.stdout)
    process = start_import(folder, path, "--source", b"M\xfcller")
    errors = process.communicate(timeout=DEADLINE)[1]
    equal(process.returncode, INPUT)
    true("UTF-8" in errors.decode("utf-8"), errors)


def left_out_columns(folder):
    """Columns that no field takes are told, those of a repeated name too"""
    small_book(folder)
    path = folder.write("a.csv", "Firma,Ort,Ort,Glückszahl\nA,B,C,7\n")
    answer = folder.json("import", "csv", path, "--as", "accounts", "--dry-run")
    equal(answer["unused"], ["Ort (2)", "Glückszahl"])
    true("Ort (2), Glückszahl" in folder.run("import", "csv", path, "--as", "accounts", "--dry-run").text, "not said")
    folder.run("import", "csv", path, "--as", "accounts", "--map", "name={Firma", status=INPUT)


def odd_rows(folder):
    """Rows too long, too short, cut off, in a ring or reporting to themselves are named by row"""
    small_book(folder)
    cases = [
        ("accounts", "Firma;Ort\nA;B;C;D\n", []),
        ("accounts", 'Firma;Ort\n"never closed;B\n', []),
        ("managers", "Nr;Name;Berichtet an\n7;Anna Selbst;7\n", ["--map", "key=Nr", "--map", "name=Name", "--map", "reports_to=Berichtet an"]),
        ("managers", "Nr;Name;Berichtet an\n7;Anna;8\n8;Bert;7\n", ["--map", "key=Nr", "--map", "name=Name", "--map", "reports_to=Berichtet an"]),
        ("follow-ups", "Kunde;Titel;Wann\nK-1;Anruf;31.2.2027\n", ["--map", "account=Kunde", "--map", "title=Titel", "--map", "due=Wann"]),
    ]
    said = folder.run("import", "csv", folder.write("short.csv", "Firma;Ort;Straße\nA\n"), "--as", "accounts", status=INPUT).complaint
    true("only 1 cell," in said, said)
    long = "Ü" * 10000
    said = folder.run("import", "csv", folder.write("long.csv", f"Firma;Ort;Straße\n{long};;\n{long};;\n"), "--as", "accounts", "--keep-going",
                      "--dry-run").complaint
    true("ÜÜ…" in said and len(said) < 2000, len(said))
    folder.run("add", "account", "name=Kranbau")
    said = folder.run("import", "csv", folder.write("same.csv", "Kunde;Titel;Wann\nKranbau;Anruf;2027-01-15\nKranbau;Anruf;2027-01-15\n"), "--as", "follow-ups",
                      "--map", "account=Kunde", "--map", "title=Titel", "--map", "due=Wann", status=INPUT).complaint
    true("Row 2 is called the same" in said and "|" not in said, said)
    said = folder.run("import", "csv", folder.write("due.csv", "account,title,due\nKranbau,Anruf,\n"), "--as", "follow-ups", status=INPUT).complaint
    true("“due”" in said, said)
    for noun, content, maps in cases:
        answer = folder.run("--json", "import", "csv", folder.write("odd.csv", content), "--as", noun, *maps, status=INPUT).json
        true(any(problem["skipped"] and problem["row"] >= 2 and problem["message"] for problem in answer["problems"]), (content, answer))
    equal(folder.json("list", "managers", "--count")["total"], 3)
    folder.check()


def odd_names(folder):
    """Names of 10,000 characters, from right to left, with pictures and markup come back or are refused"""
    folder.json("init")
    names = ["<b>Fett</b> & Co", "شركة المثال", "🚀 Rocket", "O'Hara \"quoted\"", "e\u0301cole"]
    content = "Firma\n" + "".join('"' + name.replace('"', '""') + '"\n' for name in names)
    load(folder, folder.write("odd.csv", content), "accounts", "--map", "name=Firma")
    equal(sorted(item["name"] for item in folder.items("accounts")), sorted(names))
    answer = folder.run("--json", "import", "csv", folder.write("long.csv", "Firma\n" + "x" * 10000 + "\n"), "--as", "accounts",
                        "--map", "name=Firma", status=None)
    true(answer.status in (DONE, INPUT), answer.status)
    folder.check()


def classicmodels(folder):
    """classicmodels: its accounts and reporting lines, forty handed over and taken back, and the book as it was"""
    employees = shared("business/classicmodels/employees.csv")
    customers = shared("business/classicmodels/customers.csv")
    folder.json("init")
    load(folder, employees, "managers", "--source", "cm", "--map", "key=employeeNumber", "--map", "name={firstName} {lastName}",
         "--map", "title=jobTitle", "--map", "reports_to=reportsTo", "--map", "email=email")
    answer = load(folder, customers, "accounts", "--source", "cm", "--map", "key=customerNumber", "--map", "number=customerNumber",
                  "--map", "name=customerName", "--map", "owner=salesRepEmployeeNumber", "--map", "postcode=postalCode", "--map", "country=country",
                  "--map", "phone=phone", "--map", "contact.given=contactFirstName", "--map", "contact.family=contactLastName")
    equal((answer["read"], answer["added"]), (122, 122))
    equal(folder.json("list", "managers", "--count")["total"], 23)
    equal(folder.json("list", "managers", "--where", "reports_to!=", "--count")["total"], 22)
    equal(folder.json("list", "accounts", "--where", "owner=", "--count")["total"], 22)
    equal(len({item["country"] for item in folder.items("accounts")}), 27)
    for name, team in (("Diane Murphy", 100), ("Anthony Bow", 39), ("Gerard Bondur", 46), ("William Patterson", 10), ("Mami Nishi", 5)):
        equal(folder.json("show", "manager", name)["team_accounts"], team, name)
    forty = [item["id"] for item in folder.items("accounts", "--where", "owner!=")][:40]
    before = tables(folder)
    moved = folder.json("reassign", *forty, "--to", "Mary Patterson", "--reason", "Territories")
    equal(moved["accounts"], 40)
    folder.check()
    equal(folder.json("undo")["left"], [])
    equal(tables(folder), before)
    folder.check()


def chinook(folder):
    """Chinook: 59 persons, each with a representative"""
    folder.json("init")
    load(folder, shared("business/chinook/Employee.csv"), "managers", "--source", "ch", "--map", "key=EmployeeId", "--map", "name={FirstName} {LastName}",
         "--map", "title=Title", "--map", "reports_to=ReportsTo")
    load(folder, shared("business/chinook/Customer.csv"), "accounts", "--source", "ch", "--map", "key=CustomerId", "--map", "name={FirstName} {LastName}",
         "--map", "kind==person", "--map", "owner=SupportRepId", "--map", "city=City", "--map", "email=Email")
    equal(folder.json("list", "managers", "--where", "reports_to!=", "--count")["total"], 7)
    equal(folder.json("list", "accounts", "--where", "owner=", "--count")["total"], 0)
    equal([folder.json("show", "manager", name)["accounts"] for name in ("Jane Peacock", "Margaret Park", "Steve Johnson")], [21, 20, 18])
    equal([item["name"] for item in folder.items("accounts", "--search", "helena holy")], ["Helena Holý"])
    folder.check()


def northwind(folder):
    """Northwind: 93 rows, none lost, leading zeros kept"""
    folder.json("init")
    load(folder, shared("business/northwind/Employees.csv"), "managers", "--source", "nw", "--map", "key=EmployeeID",
         "--map", "name={FirstName} {LastName}", "--map", "title=Title", "--map", "reports_to=ReportsTo")
    answer = load(folder, shared("business/northwind/Customers.csv"), "accounts", "--source", "nw", "--map", "key=CustomerID",
                  "--map", "name=CompanyName", "--map", "postcode=PostalCode", "--map", "city=City", "--map", "contact.name=ContactName")
    equal((answer["read"], answer["added"]), (93, 93))
    true(answer["problems"], "the dirty rows are not told")
    equal(folder.json("list", "managers", "--where", "reports_to!=", "--count")["total"], 8)
    postcodes = {item["postcode"] for item in folder.items("accounts")}
    true({"04179", "01307", "05021"} <= postcodes, "a leading zero was lost")
    folder.check()


def number_taken(folder):
    """A number that another firm has says whose it is, where it stands, and what to do"""
    path = small_book(folder)
    load(folder, path, "accounts", "--source", "crm", *ACCOUNT_MAP)
    header = ACCOUNTS.splitlines()[0]
    folder.write("accounts.csv", header + "\nK-1;Ganz andere Werke AG" + ";" * (header.count(";") - 1) + "\n")
    answer = folder.run("--json", "import", "csv", path, "--as", "accounts", "--source", "elsewhere", *ACCOUNT_MAP, status=INPUT).json
    problem = next(problem for problem in answer["problems"] if problem["skipped"])
    equal((problem["row"], problem["column"]), (2, "Kundennummer"))
    name = folder.json("show", "account", "K-1")["name"]
    true("“K-1” belongs to " + name in problem["message"] and "change it in the file" in problem["message"], problem)


def german_encodings(folder):
    """The same firms in three encodings are the same rows"""
    names = ("kunden_excel_de_windows1252_semikolon.csv", "kunden_excel_unicode_utf16le_tab.txt", "kunden_utf8_bom_semikolon.csv")
    results = []
    for name in names:
        path = shared("business/german-companies/" + name)
        folder.book = folder / (name + ".tend")
        folder.json("init")
        equal(load(folder, path, "accounts", "--source", "xl")["added"], 201, name)
        results.append([{k: item[k] for k in ("number", "name", "street", "postcode", "city", "phone", "website")} for item in folder.items("accounts")])
    equal(results[0], results[1])
    equal(results[0], results[2])


run_tests(answer_as_stated, guessed, again, dry_run_and_undo, all_or_nothing, bad_files, devices, pipes, named_by_other_systems,
          left_out_columns, odd_rows, odd_names, classicmodels, chinook, northwind,
          number_taken, german_encodings)
