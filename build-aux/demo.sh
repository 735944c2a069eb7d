# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Part of ./run, inside the place where it runs: the sample book, on the display that is there or on a virtual one.

demo_language() { case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in de*) echo de ;; *) echo en ;; esac; }

# Days of some twenty lines on Today, as the window's own sample book has them.
demo_seed() { case $(demo_language) in de) echo 4 ;; *) echo 7 ;; esac; }

# make_sample_book FILE
make_sample_book()
{
  local tendctl
  tendctl=$(installed)/bin/tendctl
  if ! { "$tendctl" --book "$1" init && "$tendctl" --book "$1" generate --accounts 400 --seed "$(demo_seed)" --language "$(demo_language)"; } >/dev/null; then
    fail 'The sample book could not be made; the lines above say why.'
  fi
}

show_demo()
{
  local folder status
  build_app
  use_installed
  folder=$(mktemp -d /tmp/tend-demo.XXXXXX)
  # shellcheck disable=SC2064 # the folder of now
  trap "rm -rf '$folder'" EXIT
  make_sample_book "$folder/sample.tend"
  if has_display; then
    GSETTINGS_BACKEND=memory tend --demo --book "$folder/sample.tend" "$@"
  else
    say 'There is no display here: showing Tend on a virtual one.'
    TEND_TEST_SCREEN=${TEND_TEST_SCREEN:-1280x860x24} TEND_TEST_LOCALE=${LC_ALL:-${LANG:-C.UTF-8}} TEND_TEST_SERVICE_DIR=$(installed)/share/dbus-1/services \
      "$checkout/tests/support/on-desktop" "$checkout/build-aux/demo-picture.py" "$folder/sample.tend" "$(build_folder app)/demo.png" "$@"
  fi
  status=$?
  exit $status
}
