#!/bin/sh
# registry.sh [URL]: what a producer asks of the registry, by curl. Nothing is registered.
set -eu

url=${1:-http://127.0.0.1:8081/apis/ccompat/v7}
subject=vn.tonghop.ProgressReport

get() {
  echo "GET $1" >&2
  curl -sS --fail-with-body "$url$1"
  echo
}

get /subjects
get "/subjects/$subject/versions"
latest=$(get "/subjects/$subject/versions/latest")
echo "$latest"
id=$(printf '%s\n' "$latest" | sed -n 's/.*"id" *: *\([0-9][0-9]*\).*/\1/p' | head -n 1)
# The wire format's first five bytes: 0, and this id in four.
get "/schemas/ids/$id"
