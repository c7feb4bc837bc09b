#!/bin/sh
# Bring the sentences of the source into every catalogue, and compile the catalogues that the program reads.
#
#   sh resources/locale/update.sh          after a sentence was added or translated; commit .po and .mo together
#   sh resources/locale/update.sh de       the same, and begin a catalogue for German
#
# Sentences are the literal first argument of wording.text("…") and marked("…"), the first two of wording.many("…", "…", n).
set -eu
cd "$(dirname "$0")/../.."
pybabel=.venv/bin/pybabel
template=$(mktemp)
trap 'rm -f "$template"' EXIT

folders=
for folder in wording reports badges desk printing scanning tasks ui app cli; do
  for found in checkin/$folder checkin/$folder.py; do [ ! -e $found ] || folders="$folders $found"; done
done
# Where in the source a sentence stands changes too often to be kept.
$pybabel -q extract --no-default-keywords -k text -k marked -k many:1,2 --no-location --no-wrap --sort-output \
  -o "$template" $folders
if [ $# -eq 1 ]; then
  $pybabel -q init -D checkin -i "$template" -d resources/locale -l "$1"
fi
$pybabel -q update -D checkin -i "$template" -d resources/locale --no-fuzzy-matching --ignore-obsolete --no-wrap \
  --ignore-pot-creation-date
$pybabel compile -D checkin -d resources/locale --statistics
