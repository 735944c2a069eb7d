# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# The house itself: its scripts are clean, its interface files are in one form, every source names its licence.
set -u
# shellcheck source=tests/support/tap.sh
. "$TEND_SOURCE_ROOT/tests/support/tap.sh"
cd "$TEND_SOURCE_ROOT" || exit 1

# scripts: every shell script but the parts of ./run, which are checked through it.
scripts()
{
  find run .ci build-aux tests -type f \( -name '*.sh' -o ! -name '*.*' \) -exec grep -lE '^#!.*sh$|^# shellcheck shell=' {} + |
    while read -r script; do
      if ! grep -q "/${script##*/}\"\$" run; then echo "$script"; fi
    done | sort
}

sources_name_licence()
{
  local files
  files=$(find src tests build-aux data run \( -name '*.[ch]' -o -name '*.blp' -o -name '*.py' -o -name '*.sh' -o -name '*.css' -o -name '*.sql' -o -name meson.build -o -name run \) -type f \
    -exec grep -L 'SPDX-License-Identifier' {} +)
  echo "$files"
  [ -z "$files" ]
}

blueprints_are_formatted() { find src -name '*.blp' -exec blueprint-compiler format {} +; }

# What one layer may include is proved by its link line; headers are looked at here.
toolkit_stays_above()
{
  ! grep -rnE '#include [<"](gtk|adwaita|gdk)' src/core src/models src/cli
}

sql_stays_in_storage()
{
  ! grep -rnE '"(SELECT|INSERT|UPDATE|DELETE) ' src --include='*.c' | grep -v '^src/core/storage/'
}

flatpak_is_ours()
{
  python3 - flatpak/io.github.tendapp.Tend.json data/io.github.tendapp.Tend.desktop.in.in build-aux/build.sh <<'END'
import json, re, sys
manifest = json.load(open(sys.argv[1]))
assert manifest["command"] == "tend", manifest["command"]
assert manifest["id"] in sys.argv[1] and manifest["id"] in sys.argv[2], manifest["id"]
assert manifest["modules"][-1]["name"] == "tend", "the last module is Tend itself"
# Books stay in its own folder, other files come by the desktop's portals, and nothing goes over a network.
granted = {"--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri"}
assert set(manifest["finish-args"]) == granted, manifest["finish-args"]
# What was built here is not taken along.
kinds = re.findall(r"^    (\w+)\) options=", open(sys.argv[3]).read(), re.MULTILINE)
assert "release" in kinds, kinds
skipped = manifest["modules"][-1]["sources"][0]["skip"]
for kind in kinds:
    for place in "", "-native":
        folder = "_build" + place + ("" if kind == "development" else "-" + kind)
        assert folder in skipped, folder
END
}

while read -r script; do check "$script is clean" shellcheck -x "$script"; done < <(scripts)
check 'every source names its licence' sources_name_licence
check 'the toolkit stays above core, models and cli' toolkit_stays_above
check 'SQL stays in storage' sql_stays_in_storage
check 'the Flatpak manifest is sound' flatpak_is_ours
check 'blueprints are in one form' blueprints_are_formatted
finish
