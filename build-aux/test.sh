# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Part of ./run, inside the place where it runs: ./run test.

all_suites='core models ui dbus cli faults data sanitize'

# test_in KIND SUITE…: builds that kind and runs those suites; adds its log to "logs".
test_in()
{
  local kind=$1 folder suite arguments=()
  shift
  folder=$(build_folder "$kind")
  case $kind in
    sanitize) build "$kind" core-and-models ;;
    *) build "$kind" ;;
  esac
  for suite in "$@"; do arguments+=(--suite "$suite"); done
  [ "$kind" = sanitize ] && arguments+=(--timeout-multiplier 4)
  rm -f "$folder/meson-logs/testlog.json"
  # Its exit status is left alone: the log says which test failed, and a suite may still be empty.
  meson test -C "$folder" --no-rebuild "${arguments[@]}" || true
  if [ -f "$folder/meson-logs/testlog.json" ]; then logs+=("$folder/meson-logs/testlog.json"); fi
}

run_tests()
{
  local suite plain=() sanitized=() skipped=() logs=() scratch status
  # shellcheck disable=SC2086 # a list of words
  [ $# -gt 0 ] || set -- $all_suites
  for suite in "$@"; do
    case " $all_suites " in *" $suite "*) ;; *) fail "There is no suite $suite; there are: $all_suites." ;; esac
    if [ "$suite" != sanitize ]; then plain+=("$suite")
    elif [ "$TEND_PLACE" = proot ]; then skipped+=(--skipped 'sanitize: AddressSanitizer hangs under proot')
    else sanitized=(core models); fi
  done
  # A socket's path must be short, and nothing of a run may stay behind.
  scratch=$(mktemp -d /tmp/tend-test.XXXXXX)
  # shellcheck disable=SC2064 # the folder of now
  trap "rm -rf '$scratch'" EXIT
  export TMPDIR=$scratch HOME=$scratch XDG_RUNTIME_DIR=$scratch
  unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
  [ ${#plain[@]} -eq 0 ] || test_in development "${plain[@]}"
  [ ${#sanitized[@]} -eq 0 ] || test_in sanitize "${sanitized[@]}"
  python3 "$checkout/build-aux/test-summary.py" "${skipped[@]}" "${logs[@]}"
  status=$?
  exit $status
}
