# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What meson installs system-wide, and what ./run install puts into a user's own place on the desktop and takes out again.
set -u
# shellcheck source=tests/support/tap.sh
. "$TEND_SOURCE_ROOT/tests/support/tap.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
id=$(basename "$TEND_BUILD_ROOT"/data/*.desktop .desktop)

install_everything()
{
  DESTDIR=$work/system meson install -C "$TEND_BUILD_ROOT" --no-rebuild --quiet >"$work/log" 2>&1 || { cat "$work/log"; return 1; }
  system_prefix=$(dirname "$(dirname "$(find "$work/system" -type d -name applications)")")
  share=$system_prefix/share
  [ -d "$share" ]
}

desktop_finds_it()
{
  local file
  for file in "applications/$id.desktop" "metainfo/$id.metainfo.xml" "dbus-1/services/$id.service" "glib-2.0/schemas/$id.gschema.xml" \
    "icons/hicolor/scalable/apps/$id.svg" "icons/hicolor/symbolic/apps/$id-symbolic.svg" locale/de/LC_MESSAGES/tend.mo; do
    [ -s "$share/$file" ] || { echo "missing: $file"; return 1; }
  done
}

programs_are_there()
{
  if [ -n "${TEND:-}" ] && [ ! -x "$system_prefix/bin/tend" ]; then return 1; fi
  if [ -n "${TENDCTL:-}" ] && [ ! -x "$system_prefix/bin/tendctl" ]; then return 1; fi
}

# What is only for building or testing does not go into a system.
nothing_else_is_there()
{
  local extra
  extra=$(find "$system_prefix" -type f | sed "s,^$system_prefix/,," |
    grep -vE '^(bin/tend(ctl)?|share/(applications|metainfo|dbus-1|glib-2.0|icons|locale|tend|man|gnome-shell)/.*)$')
  echo "$extra"
  [ -z "$extra" ]
}

# The parts of ./run, on a home and a checkout of our own; nothing is built.
use_run()
{
  export HOME=$work/home XDG_DATA_HOME="$work/home/share of hers"
  checkout="$work/a checkout, R&D|2"
  mkdir -p "$HOME" "$checkout"
  said=
  say() { said+="$*"$'\n'; }
  fail() { echo "$*"; exit 1; }
  has() { false; }
  # shellcheck source=build-aux/app.sh
  . "$TEND_SOURCE_ROOT/build-aux/app.sh"
  application_id=$id
  build_app() { :; }
  installed() { echo "$system_prefix"; }
}

user_install_starts_through_run()
{
  install_desktop
  find "$XDG_DATA_HOME" -type f
  grep -qx "Exec=\"$checkout/run\" serve" "$XDG_DATA_HOME/applications/$id.desktop" &&
    grep -qx "Exec=\"$checkout/run\" serve --gapplication-service" "$XDG_DATA_HOME/dbus-1/services/$id.service" &&
    grep -qx "Exec=\"$checkout/run\" serve --new-account" "$XDG_DATA_HOME/applications/$id.desktop" &&
    ! grep -q '^Exec=tend' "$XDG_DATA_HOME/applications/$id.desktop" &&
    cmp "$share/icons/hicolor/scalable/apps/$id.svg" "$XDG_DATA_HOME/icons/hicolor/scalable/apps/$id.svg" &&
    desktop-file-validate "$XDG_DATA_HOME/applications/$id.desktop"
}

user_uninstall_leaves_nothing()
{
  mkdir -p "$XDG_DATA_HOME/tend"
  touch "$XDG_DATA_HOME/tend/book.tend"
  uninstall_desktop
  find "$XDG_DATA_HOME" -type f
  [ "$(find "$XDG_DATA_HOME" -type f)" = "$XDG_DATA_HOME/tend/book.tend" ]
}

nobody_is_asked_without_a_terminal()
{
  said=
  offer_desktop </dev/null
  [ -z "$said" ] && [ ! -e "$XDG_DATA_HOME/tend/desktop-offered" ] && [ ! -e "$XDG_DATA_HOME/applications/$id.desktop" ]
}

check 'everything installs' install_everything
install_everything >/dev/null
check 'the desktop finds its files' desktop_finds_it
check 'the programs are there' programs_are_there
check 'nothing else is there' nothing_else_is_there
use_run
check 'a user installation starts through ./run' user_install_starts_through_run
install_desktop
check 'uninstalling leaves nothing but the book' user_uninstall_leaves_nothing
check 'nobody is asked where nobody can answer' nobody_is_asked_without_a_terminal
finish
