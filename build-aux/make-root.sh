#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# make-root.sh DIRECTORY: makes the private Debian 13 root there. Part of ./run, which sees to it that only one
# runs at a time. The whole recipe stands in this file and in root-packages.txt; a root is never changed afterwards.
set -u -o pipefail
umask 022
here=$(dirname "$(readlink -f "$0")")
destination=$1
part=$destination.part
log=$destination.log

packages() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$here/root-packages.txt" | paste -sd,; }

# As a tar stream, because mmdebstrap run by a user maps ids that cannot enter a 0700 home; and unpacked without
# owners, so that every file belongs to who made it. It starts in / for the same reason.
# The cache of fonts is only believed where it knows the folders' times to the nanosecond, which a tar stream does not carry.
# shellcheck disable=SC2016 # mmdebstrap's shell expands $1
make()
{
  cd / || return
  {
    mmdebstrap --variant=apt --include="$(packages)" \
      --dpkgopt=force-unsafe-io \
      --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
      --dpkgopt='path-exclude=/usr/share/locale/*/LC_MESSAGES/*' --dpkgopt='path-include=/usr/share/locale/de/LC_MESSAGES/*' \
      --customize-hook='chroot "$1" localedef -i de_DE -f UTF-8 de_DE.UTF-8' \
      --customize-hook='find "$1/usr/share/fonts" -type d -exec touch -d 2025-01-01T00:00:00Z {} +; chroot "$1" fc-cache -f' \
      --customize-hook='for f in passwd group resolv.conf hosts machine-id; do [ -e "$1/etc/$f" ] || : >"$1/etc/$f"; done' \
      --format=tar trixie - 2>&3 |
      tar -x --no-same-owner --exclude='./dev/*' -C "$part" 2>&3
  } 3>&1 | tee "$log" | progress
}

# What mmdebstrap says, in the few words that tell somebody who waits how far it is.
progress()
{
  while read -r line; do
    case $line in
      'I: running apt-get update'*) echo '  1/4 asking for the list of packages' ;;
      'I: downloading packages'*) echo '  2/4 downloading the base system' ;;
      'I: installing remaining packages'*) echo '  3/4 downloading and installing GTK, libadwaita and the tools' ;;
      'I: creating tarball'*) echo '  4/4 unpacking' ;;
    esac
  done >&2
}

clean_up() { rm -rf "$part"; }

trap 'echo "E: it was interrupted" >>"$log"; clean_up; exit 130' INT TERM HUP
rm -rf "$part"
mkdir -p "$part"
if make; then
  mv "$part" "$destination"
  rm -f "$log"
else
  clean_up
  exit 1
fi
