# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Part of ./run, inside the place where it runs: the program itself, and its place on the user's desktop.

application_id=io.github.tendapp.Tend
data_home=${XDG_DATA_HOME:-$HOME/.local/share}

installed() { echo "$(build_folder app)/installed"; }

use_installed()
{
  local prefix
  prefix=$(installed)
  export PATH="$prefix/bin:$PATH" XDG_DATA_DIRS="$prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
}

has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

# open_book ARGUMENT…: her own book.
open_book()
{
  has_display || fail 'There is no display here. ./run demo shows Tend on a virtual one.'
  build_app
  offer_desktop
  use_installed
  exec tend "$@"
}

# What the desktop starts: never builds where a built program stands, since nobody watches.
serve()
{
  [ -x "$(installed)/bin/tend" ] || build_app
  use_installed
  exec tend "$@"
}

run_tendctl()
{
  build app src/cli/tendctl
  exec "$(build_folder app)/src/cli/tendctl" "$@"
}

# The files that make the desktop know Tend: without them it shows no notification of Tend's and cannot start it from one.
desktop_files()
{
  cat <<END
applications/$application_id.desktop
dbus-1/services/$application_id.service
icons/hicolor/scalable/apps/$application_id.svg
icons/hicolor/symbolic/apps/$application_id-symbolic.svg
END
}

install_desktop()
{
  local file prefix run
  build_app
  prefix=$(installed)
  # What sed would take for its own in the name of a folder.
  run=$(printf '%s' "$checkout/run" | sed 's/[&|\]/\\&/g')
  for file in $(desktop_files); do
    mkdir -p "$data_home/$(dirname "$file")"
    sed -e "s|^Exec=[^ ]*|Exec=\"$run\" serve|" "$prefix/share/$file" >"$data_home/$file" || fail "$data_home/$file could not be written."
  done
  refresh_desktop
  say "Tend is in the list of applications now, and may remind with its window closed. ./run uninstall takes it out again."
}

uninstall_desktop()
{
  local file found=
  for file in $(desktop_files); do
    if [ -e "$data_home/$file" ]; then
      rm -f "$data_home/$file" || fail "$data_home/$file could not be removed."
      found=yes
    fi
  done
  refresh_desktop
  if [ -n "$found" ]; then say 'Tend is out of the list of applications. Books were left alone.'; else say 'There was nothing to take out.'; fi
}

refresh_desktop()
{
  if has update-desktop-database && [ -d "$data_home/applications" ]; then update-desktop-database -q "$data_home/applications" 2>/dev/null; fi
  if [ -d "$data_home/icons/hicolor" ]; then touch "$data_home/icons/hicolor"; fi
}

# Asks once, where somebody can answer.
offer_desktop()
{
  local flag=$data_home/tend/desktop-offered answer
  if [ -e "$flag" ] || [ -e "$data_home/applications/$application_id.desktop" ] || [ ! -t 0 ] || [ ! -t 2 ]; then return 0; fi
  printf 'Put Tend into your list of applications, so that it can remind you with its window closed? [Y/n] ' >&2
  read -r answer
  mkdir -p "${flag%/*}"
  : >"$flag"
  case $answer in
    [Nn]*) say '“./run install” does it later.' ;;
    *) install_desktop ;;
  esac
}
