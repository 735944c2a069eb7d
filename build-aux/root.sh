# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Part of ./run: the private Debian 13 root, made once and entered by bwrap, or by proot where namespaces are refused.

# A service or a container may have started this without a home; the user has one all the same.
HOME=${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}
export HOME

cache_folder=${XDG_CACHE_HOME:-$HOME/.cache}/tend
# Variables of the caller that mean something inside; everything else (GTK_PATH, LD_*, GIO_MODULE_DIR of a snap terminal)
# would break programs there.
passed_variables='HOME USER LOGNAME LANG LANGUAGE LC_ALL LC_MESSAGES LC_TIME TERM COLORTERM NO_COLOR
  DISPLAY XAUTHORITY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS XDG_RUNTIME_DIR XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME
  XDG_STATE_HOME XDG_CURRENT_DESKTOP XDG_SESSION_TYPE
  ADW_DEBUG_COLOR_SCHEME ADW_DEBUG_HIGH_CONTRAST GDK_BACKEND GSK_RENDERER G_MESSAGES_DEBUG GSETTINGS_BACKEND MESON_TESTTHREADS'

root_path()
{
  local hash
  hash=$(cat "$checkout/build-aux/root-packages.txt" "$checkout/build-aux/make-root.sh" | sha256sum)
  echo "$cache_folder/root-${hash:0:12}"
}

# Makes the root unless it is there. One makes it, others wait for that one.
ensure_root()
{
  [ -d "$root" ] && return
  (
    if ! flock -n 9; then
      say 'Another ./run is preparing the private Debian 13 root; waiting for it.'
      flock 9
    fi
    [ -d "$root" ] && exit 0
    say "Preparing a private Debian 13 root in $root (once; one to four minutes, 1.1 GB)."
    rm -rf "$cache_folder"/root-*.part
    "$checkout/build-aux/make-root.sh" "$root" 9>&-
  ) 9>"$cache_folder/root.lock"
  [ -d "$root" ] || fail "The private root could not be prepared: $(root_fault) Nothing of it was left behind but the log $root.log."
}

# What stopped the preparation, in one sentence.
root_fault()
{
  local line
  line=$(grep -m 1 'E: it was interrupted' "$root.log" || grep '^E: ' "$root.log" | tail -n 1)
  line=${line#E: }
  echo "${line:-for a reason unknown}."
}

# D-Bus ends at once for a user without a passwd line, as users from a directory service are.
passwd_file()
{
  if awk -F: -v id="$(id -u)" '$3 == id { found = 1 } END { exit !found }' /etc/passwd 2>/dev/null; then
    echo /etc/passwd
    return
  fi
  local file=$cache_folder/passwd
  {
    cat "$root/etc/passwd"
    getent passwd "$(id -u)" || echo "${USER:-user}:x:$(id -u):$(id -g)::$HOME:/bin/sh"
  } >"$file.$$" && mv "$file.$$" "$file"
  echo "$file"
}

zone()
{
  if [ -n "${TZ:-}" ]; then echo "$TZ"; else readlink -f /etc/localtime | sed -n 's,.*/zoneinfo/,,p'; fi
}

# Fills the array "inside_environment" with NAME=VALUE.
collect_environment()
{
  local name zone_name
  inside_environment=(
    PATH=/usr/bin:/usr/sbin:/bin:/sbin
    SHELL=/bin/bash
    TEND_PLACE="$1"
    CCACHE_DIR="$cache_folder/ccache" CCACHE_BASEDIR="$checkout" CCACHE_NOHASHDIR=1
    'CCACHE_SLOPPINESS=time_macros,locale'
  )
  zone_name=$(zone)
  [ -n "$zone_name" ] && inside_environment+=("TZ=$zone_name")
  for name in $passed_variables $(compgen -v TEND_); do
    [ "$name" != TEND_PLACE ] && [ -n "${!name+set}" ] && inside_environment+=("$name=${!name}")
  done
  [ -n "${LANG:-}${LC_ALL:-}" ] || inside_environment+=(LANG=C.UTF-8)
}

# The host is bound first and the root laid over it, so that every file, socket and bus keeps its path.
# No --uid 0 (D-Bus compares uids), no --unshare-pid (fails where /proc is masked), no --new-session (breaks Ctrl+C).
collect_bwrap()
{
  local folder file
  bwrap_arguments=(
    --die-with-parent --dev-bind / /
    --ro-bind "$root/usr" /usr --ro-bind "$root/etc" /etc --ro-bind "$root/var/lib" /var/lib --tmpfs /var/cache
    --ro-bind "$root/var/cache/fontconfig" /var/cache/fontconfig
    --ro-bind "$(passwd_file)" /etc/passwd
  )
  for folder in bin sbin lib lib64; do
    if [ -d "/$folder" ] && [ ! -L "/$folder" ]; then bwrap_arguments+=(--ro-bind "$root/usr/$folder" "/$folder"); fi
  done
  for file in group resolv.conf hosts machine-id; do
    if [ -s "/etc/$file" ]; then bwrap_arguments+=(--ro-bind "/etc/$file" "/etc/$file"); fi
  done
}

# The same view by ptrace, for places without namespaces.
collect_proot()
{
  local folder file
  proot_command=(
    proot -r / -w "$PWD"
    -b "$root/usr:/usr" -b "$root/etc:/etc" -b "$root/var/lib:/var/lib" -b "$root/var/cache/fontconfig:/var/cache/fontconfig" -b "$(passwd_file):/etc/passwd"
  )
  for folder in bin sbin lib lib64; do
    if [ -d "/$folder" ] && [ ! -L "/$folder" ]; then proot_command+=(-b "$root/usr/$folder:/$folder"); fi
  done
  for file in group resolv.conf hosts machine-id; do
    if [ -s "/etc/$file" ]; then proot_command+=(-b "$(readlink -f "/etc/$file"):/etc/$file"); fi
  done
}

# enter PLACE COMMAND…: becomes that command, inside. Tests get a /tmp of their own that holds only the checkout and the caches.
enter()
{
  local pair folder setenv=()
  collect_environment "$1"
  case $1 in
    native)
      shift
      exec env TEND_PLACE=native "$@" ;;
    bwrap)
      shift
      if [ "$private_tmp" = yes ]; then
        bwrap_arguments+=(--tmpfs /tmp --bind "$checkout" "$checkout" --bind "$cache_folder" "$cache_folder")
        for folder in "${TEND_SHARED_DATA:-}" "$checkout/../shared"; do
          if [ -d "$folder" ]; then bwrap_arguments+=(--ro-bind "$folder" "$(readlink -f "$folder")"); fi
        done
      fi
      for pair in "${inside_environment[@]}"; do setenv+=(--setenv "${pair%%=*}" "${pair#*=}"); done
      exec bwrap "${bwrap_arguments[@]}" --clearenv "${setenv[@]}" -- "$@" ;;
    proot)
      shift
      exec env -i "${inside_environment[@]}" "${proot_command[@]}" "$@" ;;
  esac
}
