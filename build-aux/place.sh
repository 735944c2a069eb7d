# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Part of ./run: where it runs. Natively where everything is there, else in a private Debian 13 root, entered by bwrap or by proot;
# each is tried out rather than guessed. The version floors are read from meson.build, where they are stated once.

floor() { sed -n "s/^$1_floor = '\(.*\)'/\1/p" "$checkout/meson.build"; }

# at_least FOUND FLOOR
at_least() { [ -n "$1" ] && [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

has() { command -v "$1" >/dev/null 2>&1; }

# The quick answer for the many systems that are not; native_lacks looks at the rest.
may_be_native() { pkg-config --atleast-version="$(floor gtk)" gtk4 2>/dev/null; }

# Names what the system lacks for building (and for testing, with "test"), one word each; nothing where all is there.
native_lacks()
{
  local tool
  for tool in cc ninja pkg-config blueprint-compiler msgfmt glib-compile-resources; do has "$tool" || echo "$tool"; done
  at_least "$(meson --version 2>/dev/null)" 1.7 || echo 'meson(>=1.7)'
  has pkg-config || return
  library_lacks glib-2.0 "$(floor glib)"
  library_lacks gtk4 "$(floor gtk)"
  library_lacks libadwaita-1 "$(floor adw)"
  library_lacks sqlite3 "$(floor sqlite)"
  library_lacks json-glib-1.0 1.8
  [ "${1:-}" = test ] || return
  for tool in Xvfb xdotool dbus-run-session import python3 sqlite3 desktop-file-validate appstreamcli shellcheck; do has "$tool" || echo "$tool"; done
  python3 -c 'import dbusmock, gi; gi.require_version("Atspi", "2.0")' 2>/dev/null || echo 'python3-dbusmock/python3-gi/Atspi'
}

library_lacks() { pkg-config --atleast-version="$2" "$1" 2>/dev/null || echo "$1(>=$2)"; }

# The version of the libraries that programs of this system run with, whether or not their development files are there.
runtime_version()
{
  case $1 in
    gtk) set -- libgtk-4-1 gtk4 ;;
    adw) set -- libadwaita-1-0 libadwaita ;;
    glib) set -- libglib2.0-0t64 glib2 ;;
  esac
  {
    dpkg-query -W -f '${Version}' "$1" || rpm -q --qf '%{VERSION}' "$2" || rpm -q --qf '%{VERSION}' "$1" || pacman -Q "$2"
  } 2>/dev/null | sed -e 's/^[^ ]* //' -e 's/^[0-9]*://' -e 's/[-+~].*//' | grep -m1 '^[0-9]'
}

floors_are_here()
{
  at_least "$(runtime_version gtk)" "$(floor gtk)" && at_least "$(runtime_version adw)" "$(floor adw)"
}

# The one command that gives a system with the floors what building needs.
development_command()
{
  if has apt-get; then
    echo 'sudo apt install gcc meson ninja-build blueprint-compiler gettext libgtk-4-dev libadwaita-1-dev libsqlite3-dev libjson-glib-dev libical-dev'
  elif has dnf; then
    echo 'sudo dnf install gcc meson ninja-build blueprint-compiler gettext gtk4-devel libadwaita-devel sqlite-devel json-glib-devel libical-devel'
  elif has pacman; then
    echo 'sudo pacman -S --needed gcc meson ninja blueprint-compiler gettext gtk4 libadwaita sqlite json-glib libical'
  elif has zypper; then
    echo 'sudo zypper install gcc meson ninja blueprint-compiler gettext-tools gtk4-devel libadwaita-devel sqlite3-devel json-glib-devel libical-devel'
  fi
}

offer_development_packages()
{
  local command
  floors_are_here || return 0
  command=$(development_command)
  if [ -n "$command" ]; then
    say "This system has GTK and libadwaita new enough, and lacks what builds with them. To use them instead of a private root:"
    say "  $command"
  fi
}

bwrap_works() { has bwrap && collect_bwrap && bwrap "${bwrap_arguments[@]}" -- true 2>"$cache_folder/bwrap.log"; }
proot_works() { has proot && collect_proot && "${proot_command[@]}" true >"$cache_folder/proot.log" 2>&1; }

# refusal NAME: the first thing that it said.
refusal() { head -n 1 "$cache_folder/$1.log" 2>/dev/null; }

# place_for VERB: sets "place" to native, bwrap or proot; for the last two "root" is ready.
place_for()
{
  local lacks need=
  case $1 in test | bench) need='test' ;; demo) has_display || need='test' ;; esac
  root=$(root_path)
  if [ "$wanted_place" = native ] || { [ "$wanted_place" != private ] && may_be_native; }; then
    lacks=$(native_lacks $need | paste -sd' ')
    if [ -z "$lacks" ]; then
      place=native
      return
    fi
    if [ "$wanted_place" = native ]; then
      offer_development_packages
      fail "--native cannot be: this system lacks $lacks."
    fi
  fi
  [ -d "$root" ] || [ "$wanted_place" = private ] || offer_development_packages
  if [ "${wanted_entrance:-bwrap}" = bwrap ]; then need_tools bwrap; fi
  ensure_root
  if [ "${wanted_entrance:-bwrap}" = bwrap ] && bwrap_works; then
    place=bwrap
    return
  fi
  [ -n "$wanted_entrance" ] || has proot || say 'bwrap is refused here (namespaces are locked); proot does the same without them.'
  need_tools proot
  if proot_works; then
    place=proot
    return
  fi
  fail "The private root cannot be entered: bwrap was refused ($(refusal bwrap)) and so was proot ($(refusal proot)); allow user namespaces or ptrace here, or use a system with GTK $(floor gtk) and libadwaita $(floor adw) and its development packages."
}
