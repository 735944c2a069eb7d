# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What is shipped for the desktop: each file is valid, without a warning.
set -u
# shellcheck source=tests/support/tap.sh
. "$TEND_SOURCE_ROOT/tests/support/tap.sh"
cd "$TEND_BUILD_ROOT/data" || exit 1
id=$(basename ./*.desktop .desktop)

# quiet COMMAND…: it succeeds and says nothing, since a hint or a warning is a fault here.
quiet()
{
  local output
  if ! output=$("$@" 2>&1) || [ -n "$output" ]; then
    printf '%s\n' "$output"
    return 1
  fi
}

service_says()
{
  grep -qx "Name=$id" "$id.service" && grep -q '^Exec=/.*/tend --gapplication-service$' "$id.service"
}

desktop_says()
{
  grep -qx 'DBusActivatable=true' "$id.desktop" && grep -qx "Icon=$id" "$id.desktop" &&
    grep -qx 'X-GNOME-UsesNotifications=true' "$id.desktop"
}

# A store cuts a longer summary; and neither article nor full stop belongs in it.
summary_fits()
{
  local summary
  summary=$(sed -n 's,.*<summary>\(.*\)</summary>.*,\1,p' "$id.metainfo.xml")
  echo "$summary: ${#summary} characters"
  [ "${#summary}" -le 35 ] && [[ $summary != *. ]] && [[ ! $summary =~ ^(A|An|The)\  ]]
}

# The newest release of the metainfo, of NEWS.md and of meson.build are one.
releases_agree()
{
  local shipped news project
  shipped=$(sed -n 's/.*<release version="\([^"]*\)".*/\1/p' "$id.metainfo.xml")
  news=$(sed -n 's/^## \([0-9][^ ]*\).*/\1/p' "$TEND_SOURCE_ROOT/NEWS.md")
  project=$(sed -n "s/^  version: '\(.*\)',/\1/p" "$TEND_SOURCE_ROOT/meson.build")
  echo "metainfo: $shipped; NEWS.md: $news; meson.build: $project"
  [ "$shipped" = "$news" ] && [ "$(head -n 1 <<<"$shipped")" = "$project" ]
}

colours_are_two() { [ "$(grep -c '<color type="primary"' "$id.metainfo.xml")" = 2 ]; }

# Each picture of the metainfo is there, is no larger than a store shows, and has the size that is stated.
pictures_are_there()
{
  local width height name size
  while read -r width height name; do
    size=$(identify -format '%w %h' "$TEND_SOURCE_ROOT/doc/pictures/$name") || return 1
    echo "$name: $size"
    [ "$size" = "$width $height" ] && [ "$width" -le 1000 ] && [ "$height" -le 700 ] || return 1
  done < <(sed -n 's,.*<image type="source" width="\([0-9]*\)" height="\([0-9]*\)">.*/\(.*\)</image>,\1 \2 \3,p' "$id.metainfo.xml")
}

settings_compile()
{
  local folder
  folder=$(mktemp -d) && cp "$id.gschema.xml" "$folder" && quiet glib-compile-schemas --strict --dry-run "$folder"
}

# An icon is drawn, in its square size, and with something in it.
icon_draws()
{
  local file=$1 size=$2 picture
  picture=$(mktemp --suffix=.png)
  rsvg-convert -w "$size" -h "$size" "$file" -o "$picture" && [ "$(identify -format '%wx%h %k' "$picture" | cut -d' ' -f1)" = "${size}x$size" ] &&
    [ "$(identify -format '%k' "$picture")" -gt 1 ]
}

check 'desktop entry is valid' quiet desktop-file-validate "$id.desktop"
check 'desktop entry can be activated, has its icon and says that it notifies' desktop_says
# The one remark that is left alone: the last part of the id is written as the application's name is.
check 'metainfo is valid' appstreamcli validate --no-net --pedantic --override=cid-contains-uppercase-letter=info "$id.metainfo.xml"
check 'summary fits a store' summary_fits
check 'brand colours are two' colours_are_two
check 'releases agree with NEWS.md and the project' releases_agree
check 'screenshots are there' pictures_are_there
check 'settings schema is valid' settings_compile
check 'D-Bus service starts the program as a service' service_says
for icon in "$TEND_SOURCE_ROOT"/data/icons/*.svg; do
  case $icon in *-symbolic.svg) size=16 ;; *) size=128 ;; esac
  check "icon ${icon##*/} draws" icon_draws "$icon" "$size"
done
finish
