# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Part of ./run, inside the place where it runs: the build folders. Each place has its own, so that one never meets the other's files.

# build_folder KIND: where that kind of build stands.
build_folder()
{
  local name=_build
  [ "${TEND_PLACE:-native}" = native ] && name=_build-native
  [ "$1" = development ] || name=$name-$1
  echo "$checkout/$name"
}

# build KIND: sets it up where needed, then builds; its messages go to standard error.
build()
{
  local folder options
  folder=$(build_folder "$1")
  case $1 in
    development) options=(-Dprofile=development) ;;
    app) options=(-Dtests=false) ;;
    release) options=(--buildtype=release -Dtests=false -Dbench=true) ;;
    sanitize) options=(-Dprofile=development -Db_sanitize=address,undefined -Db_lundef=false) ;;
  esac
  if [ ! -f "$folder/build.ninja" ]; then
    rm -rf "$folder"
    say "Setting up ${folder##*/}."
    meson setup "$folder" "$checkout" "${options[@]}" >&2 || fail 'The build could not be set up; the lines above say why.'
  fi
  ninja -C "$folder" >&2 || fail 'The build failed; the lines above say where.'
}
