# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# ./run where nothing needs the network: what it reads, what it asks for, and that making a root leaves all or nothing.
# A small mmdebstrap of our own stands in for the real one.
set -u
# shellcheck source=tests/support/tap.sh
. "$TEND_SOURCE_ROOT/tests/support/tap.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work/home XDG_CACHE_HOME=$work/cache
mkdir -p "$HOME" "$work/bin" "$work/cache/tend"
checkout=$TEND_SOURCE_ROOT
say() { printf '%s\n' "$*" >&2; }
fail() { say "./run: $*"; exit 1; }
# shellcheck source=build-aux/root.sh
. "$checkout/build-aux/root.sh"
# shellcheck source=build-aux/tools.sh
. "$checkout/build-aux/tools.sh"
# shellcheck source=build-aux/place.sh
. "$checkout/build-aux/place.sh"
root=$(root_path)

# fake_mmdebstrap BODY
fake_mmdebstrap()
{
  printf '#!/bin/bash\n%s\n' "$1" >"$work/bin/mmdebstrap"
  chmod +x "$work/bin/mmdebstrap"
}
good_tar="mkdir -p '$work/tree/usr/bin' && touch '$work/tree/usr/bin/true' && tar -C '$work/tree' -c ."

# only NAME…: has() finds these programs alone.
only() { here=" $* "; has() { [[ $here == *" $1 "* ]]; }; }

versions_compare()
{
  at_least 4.18.6 4.18 && at_least 4.18 4.18 && at_least 4.20 4.18 && at_least 10.1 9.9 && ! at_least 4.8 4.18 && ! at_least '' 4.18
}

floors_are_read() { [[ $(floor gtk) =~ ^[0-9]+\.[0-9]+$ && $(floor adw) =~ ^[0-9] && $(floor glib) =~ ^[0-9] && $(floor sqlite) =~ ^[0-9] ]]; }

each_manager_has_its_command()
{
  local manager
  for manager in apt-get dnf pacman zypper; do
    only "$manager"
    echo "$manager"
    [[ $(install_command proot) == "$manager"*proot && $(development_command) == *"${manager%-get} "*meson* ]] || return 1
  done
  only none
  [ -z "$(install_command proot)" ]
}

what_lacks_is_named() { only apt-get; [ "$(native_lacks | head -n 2 | paste -sd' ')" = 'cc ninja' ]; }

tools_are_named()
{
  local said
  only apt-get
  id() { if [ "$1" = -un ]; then echo somebody; else echo 1000; fi; }
  said=$( (need_tools bwrap) 2>&1 </dev/null)
  echo "$said"
  [[ $said == *'sudo apt-get install'*bubblewrap*mmdebstrap*uidmap* ]]
}

range_is_asked_for()
{
  local said
  id() { if [ "$1" = -un ]; then echo nobody-has-this-name; else echo 1000; fi; }
  said=$( (check_subuid) 2>&1)
  echo "$said"
  [[ $said == *'usermod --add-subuids '[0-9]*-[0-9]*nobody-has-this-name ]]
}

root_is_made()
{
  fake_mmdebstrap "$good_tar"
  PATH=$work/bin:$PATH ensure_root && [ -e "$root/usr/bin/true" ] && [ ! -e "$root.part" ] && [ ! -e "$root.log" ]
}

two_at_once_wait()
{
  fake_mmdebstrap "echo x >>'$work/made'; sleep 1; $good_tar"
  (PATH=$work/bin:$PATH ensure_root) &
  (PATH=$work/bin:$PATH ensure_root) &
  wait
  [ "$(wc -l <"$work/made")" = 1 ] && [ -d "$root" ]
}

failure_leaves_nothing()
{
  local said
  fake_mmdebstrap "$good_tar; echo 'E: no network here' >&2; exit 25"
  said=$( (PATH=$work/bin:$PATH ensure_root) 2>&1)
  echo "$said"
  [ ! -e "$root" ] && [ ! -e "$root.part" ] && [[ $said == *'could not be prepared: no network here'* ]]
}

interruption_leaves_nothing()
{
  local maker
  fake_mmdebstrap "touch '$work/started'; sleep 60"
  (PATH=$work/bin:$PATH exec setsid "$checkout/build-aux/make-root.sh" "$root") &
  maker=$!
  for ((i = 0; i < 500; i++)); do [ -e "$work/started" ] && break; sleep .02; done
  kill -TERM -- "-$maker" && ! wait "$maker" && [ ! -e "$root" ] && [ ! -e "$root.part" ] && grep -q interrupted "$root.log"
}

leftovers_are_swept()
{
  mkdir -p "$cache_folder/root-old.part/usr"
  fake_mmdebstrap "$good_tar"
  PATH=$work/bin:$PATH ensure_root && [ ! -e "$cache_folder/root-old.part" ]
}

passwd_is_made_up()
{
  local file
  mkdir -p "$root/etc"
  echo 'root:x:0:0::/root:/bin/sh' >"$root/etc/passwd"
  id() { echo 4242; }
  file=$(passwd_file)
  cat "$file"
  grep -q '^[^:]*:x:4242:' "$file" && grep -q '^root:' "$file"
}

environment_is_a_list()
{
  export LD_PRELOAD_OF_SNAP=x GTK_PATH=/snap LANG=de_DE.UTF-8 TEND_SHARED_DATA='a b' TZ=Europe/Berlin
  collect_environment bwrap
  printf '%s\n' "${inside_environment[@]}" >"$work/environment"
  cat "$work/environment"
  grep -qx 'LANG=de_DE.UTF-8' "$work/environment" && grep -qx 'TEND_SHARED_DATA=a b' "$work/environment" && grep -qx 'TZ=Europe/Berlin' "$work/environment" &&
    grep -qx 'TEND_PLACE=bwrap' "$work/environment" && ! grep -q '/snap\|^LD_' "$work/environment"
}

# fake_entrances BWRAP-STATUS PROOT-STATUS: what the two answer to being tried out, and a root that stands.
fake_entrances()
{
  mkdir -p "$root/etc"
  touch "$root/etc/passwd"
  printf '#!/bin/sh\necho "bwrap: no namespaces here" >&2\nexit %s\n' "$1" >"$work/bin/bwrap"
  printf '#!/bin/sh\necho "proot: ptrace is not permitted" >&2\nexit %s\n' "$2" >"$work/bin/proot"
  chmod +x "$work/bin/bwrap" "$work/bin/proot"
}

# entrance WANTED: where it would run, with --private.
entrance()
{
  wanted_place=private wanted_entrance=$1
  PATH=$work/bin:$PATH
  place_for shell
  echo "$place"
}

bwrap_comes_first() { fake_entrances 0 0 && [ "$(entrance '' 2>&1)" = bwrap ]; }
proot_comes_next() { fake_entrances 1 0 && [ "$(entrance '' 2>&1)" = proot ]; }

refusals_are_told()
{
  local said
  fake_entrances 1 1
  said=$(entrance '' 2>&1)
  echo "$said"
  [[ $said == *'bwrap was refused (bwrap: no namespaces here) and so was proot (proot: ptrace is not permitted)'* ]]
}

unknown_command_is_refused() { ! "$checkout/run" frobnicate 2>"$work/said" && grep -q 'no command frobnicate' "$work/said"; }

home_is_found() { env -u HOME -u XDG_CACHE_HOME -u TEND_PLACE "$checkout/run" --help 2>&1 | grep -q './run demo'; }

bad_cache_is_told()
{
  : >"$work/file"
  ! env -u TEND_PLACE XDG_CACHE_HOME="$work/file" "$checkout/run" tendctl --version >"$work/said" 2>&1 &&
    grep -q "$work/file/tend cannot be made or written" "$work/said" && [ "$(wc -l <"$work/said")" -eq 1 ]
}

help_is_given() { "$checkout/run" --help | grep -q './run demo' && "$checkout/run" demo --help | grep -q './run demo'; }

afresh() { rm -rf "$root" "$root".*; }

check 'versions compare' versions_compare
check 'floors are read from meson.build' floors_are_read
check 'each package manager has its command' each_manager_has_its_command
check 'what the system lacks is named' what_lacks_is_named
check 'missing tools are named with the command that installs them' tools_are_named
check 'a user without ids of her own is told how to get them' range_is_asked_for
check 'a root is made' root_is_made
afresh
check 'two at once make one' two_at_once_wait
afresh
check 'a failure leaves nothing and says why' failure_leaves_nothing
afresh
check 'an interruption leaves nothing' interruption_leaves_nothing
afresh
check 'what a killed one left is swept' leftovers_are_swept
check 'a user without a passwd line gets one' passwd_is_made_up
check 'only listed variables go in' environment_is_a_list
check 'bwrap comes first' bwrap_comes_first
check 'proot comes where bwrap is refused' proot_comes_next
check 'where both are refused it says what was refused' refusals_are_told
check 'without HOME the home is found' home_is_found
check 'a cache that cannot be made is told in a sentence' bad_cache_is_told
check 'help is given' help_is_given
check 'an unknown command is refused' unknown_command_is_refused
finish
