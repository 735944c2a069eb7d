# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Part of ./run: the few tools of the host that making and entering the private root needs.

# Names the packages that lack, for the package manager of this system.
missing_tools()
{
  if [ "$1" = bwrap ]; then
    has bwrap || echo bubblewrap
  else
    has proot || echo proot
  fi
  [ -d "$root" ] && return
  has mmdebstrap || echo mmdebstrap
  ls /usr/share/keyrings/debian-archive-keyring.* >/dev/null 2>&1 || echo debian-archive-keyring
  [ "$(id -u)" -eq 0 ] || has newuidmap || if has apt-get; then echo uidmap; else echo shadow-utils; fi
}

install_command()
{
  if has apt-get; then echo "apt-get install -y --no-install-recommends $*"
  elif has dnf; then echo "dnf install -y $*"
  elif has pacman; then echo "pacman -S --noconfirm --needed $*"
  elif has zypper; then echo "zypper install -y $*"
  fi
}

# need_tools bwrap|proot: as root it installs what lacks and says so; as a user it asks first, or says how.
need_tools()
{
  local packages command answer
  packages=$(missing_tools "$1" | paste -sd' ')
  if [ -z "$packages" ]; then
    check_subuid
    return
  fi
  # shellcheck disable=SC2086 # a list of words
  command=$(install_command $packages)
  [ -n "$command" ] || fail "These programs are missing and no known package manager is here: $packages."
  if [ "$(id -u)" -eq 0 ]; then
    say "Installing $packages (needed for the private Debian 13 root)."
    install_as_root "$command"
  elif [ -t 0 ] && [ -t 2 ] && has sudo; then
    printf 'Tend needs %s for its private Debian 13 root. Install with “sudo %s”? [Y/n] ' "$packages" "$command" >&2
    read -r answer
    case $answer in [Nn]*) fail "Without $packages nothing can be built here." ;; esac
    install_as_root "$command" sudo
  else
    fail "Missing: $packages. Install with: sudo $command"
  fi
  check_subuid
}

# install_as_root COMMAND [sudo]
install_as_root()
{
  local command=$1 log=$cache_folder/install.log
  mkdir -p "$cache_folder"
  # shellcheck disable=SC2086 # words
  if ! ${2:-} env DEBIAN_FRONTEND=noninteractive $command >"$log" 2>&1; then
    # A fresh machine may have no package lists yet.
    if ! has apt-get || ! ${2:-} apt-get update >>"$log" 2>&1 || ! ${2:-} env DEBIAN_FRONTEND=noninteractive $command >>"$log" 2>&1; then
      fail "That failed: $command (its messages are in $log)."
    fi
  fi
}

# Without a range of ids of her own a user cannot make the root.
check_subuid()
{
  if [ "$(id -u)" -eq 0 ] || [ -d "$root" ] || grep -q "^$(id -un):" /etc/subuid 2>/dev/null; then return; fi
  local from range
  from=$(cat /etc/subuid /etc/subgid 2>/dev/null | awk -F: 'BEGIN { m = 100000 } $2 + $3 > m { m = $2 + $3 } END { print m }')
  range=$from-$((from + 65535))
  fail "Making the private root needs a range of ids for $(id -un): sudo usermod --add-subuids $range --add-subgids $range $(id -un)"
}
