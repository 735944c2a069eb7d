# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# TAP for tests that are shell scripts: source it, call check or skip, end with finish.
tap_count=0
tap_failed=0

# check NAME COMMAND…: passes where the command succeeds; else shows what it said.
check()
{
  local name=$1 output
  shift
  tap_count=$((tap_count + 1))
  if output=$("$@" 2>&1); then
    echo "ok $tap_count $name"
  else
    echo "not ok $tap_count $name"
    printf '%s\n' "$output" | sed 's/^/#   /'
    tap_failed=$((tap_failed + 1))
  fi
}

# skip NAME REASON
skip()
{
  tap_count=$((tap_count + 1))
  echo "ok $tap_count $1 # SKIP $2"
}

finish()
{
  echo "1..$tap_count"
  exit $((tap_failed > 0))
}
