# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Every file with words for people is known to the translators, and German is whole.
set -u
# shellcheck source=tests/support/tap.sh
. "$TEND_SOURCE_ROOT/tests/support/tap.sh"
cd "$TEND_SOURCE_ROOT" || exit 1
work=$(mktemp -d)

listed() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' po/POTFILES.in; }

with_words()
{
  {
    grep -rlE '\b(_|C_|N_|NC_|ngettext|g_dngettext|g_dpgettext2) ?\(' src --include='*.[ch]' --include='*.blp'
    grep -rl 'translatable="yes"' src --include='*.ui'
    ls data/*.desktop.in.in data/*.metainfo.xml.in.in
  } | LC_ALL=C sort
}

# The macros themselves, and words that are none.
files_are_listed() { diff <(with_words) <(listed | LC_ALL=C sort); }

list_is_sorted() { listed | LC_ALL=C sort -c; }

make_template()
{
  listed >"$work/files"
  local file
  while read -r file; do
    mkdir -p "$work/tree/$(dirname "$file")"
    cp "$file" "$work/tree/$file"
  done <"$work/files"
  (
    cd "$work/tree" || exit 1
    # What meson's preset glib gives xgettext, and its names for the formats that carry .in.in.
    GETTEXTDATADIRS=/usr/share xgettext --from-code=UTF-8 --files-from="$work/files" --output="$work/tend.pot" --add-comments=Translators --no-wrap \
      --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3
  )
}

german_is_whole()
{
  local left
  make_template && msgmerge --quiet --no-fuzzy-matching "po/de.po" "$work/tend.pot" -o "$work/de.po" || return 1
  left=$(msgattrib --untranslated --no-obsolete "$work/de.po" | sed -n '/^msgid/,/^$/p')
  left=$left$(msgattrib --only-fuzzy --no-obsolete "$work/de.po" | sed -n '/^msgid/,/^$/p')
  printf '%s\n' "$left"
  [ -z "$left" ]
}

german_is_right() { msgfmt --check --check-format -o /dev/null po/de.po; }

# German quotation marks are »…«.
german_quotes() { ! grep -n '^\(msgstr.*\)\?".*[“”„]' <(sed -n '/^msgstr/,/^$/p' po/de.po); }

check 'files with words are listed' files_are_listed
check 'the list is sorted' list_is_sorted
check 'German is whole' german_is_whole
check 'German is right in form' german_is_right
check 'German quotes are »…«' german_quotes
finish
