# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Part of ./run, inside the place where it runs: the build folders. Each place has its own, so that one never meets the other's files.

# build_folder KIND: where that kind of build stands.
build_folder()
{
  local name=_build
  [ "$TEND_PLACE" = native ] && name=_build-native
  [ "$1" = development ] || name=$name-$1
  echo "$checkout/$name"
}

# build KIND [TARGET]: sets it up where needed, then builds; all it has to say goes to standard error. Two at once take turns.
build()
{
  local folder
  folder=$(build_folder "$1")
  {
    flock -n 8 || { say "Another build of ${folder##*/} is running; waiting for it."; flock 8; }
    [ -f "$folder/build.ninja" ] || set_up "$1" "$folder" || fail 'The build could not be set up; the lines above say why.'
    if ! ninja -C "$folder" -n ${2:+"$2"} 2>/dev/null | grep -q 'no work to do'; then
      ninja -C "$folder" ${2:+"$2"} >&2 8>&- || fail 'The build failed; the lines above say where.'
    fi
  } 8>"$folder.lock"
}

set_up()
{
  local options=()
  case $1 in
    development) options=(-Dprofile=development) ;;
    app) options=(-Dtests=false --prefix="$2/installed") ;;
    release) options=(--buildtype=release -Dtests=false -Dbench=true) ;;
    sanitize) options=(-Dprofile=development '-Db_sanitize=address,undefined' -Db_lundef=false) ;;
  esac
  say "Setting up ${2##*/} (once)."
  rm -rf "$2"
  mkdir -p "$2"
  if ! meson setup "$2" "$checkout" "${options[@]}" >"$2.log" 2>&1 8>&-; then
    cat "$2.log" >&2
    rm -rf "$2"
    return 1
  fi
}

# The program as it would be installed, inside its build folder: what it finds at run time is what a user's would find.
build_app()
{
  local folder stamp
  folder=$(build_folder app)
  stamp=$folder/installed.stamp
  build app
  if [ ! -e "$stamp" ] || [ -n "$(find "$folder/src" "$folder/data" "$folder/po" -newer "$stamp" -type f -print -quit)" ]; then
    meson install -C "$folder" --no-rebuild --quiet >&2 || fail 'What was built could not be put in its place; the lines above say why.'
    touch "$stamp"
  fi
}
