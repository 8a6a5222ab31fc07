# shellcheck shell=bash
# shellcheck source=/dev/null
source "$BIN/lib/reader.sh"

page_summary() {
    text "la page du lecteur, dans le navigateur de cette machine" "the reader's page, in the browser of this machine"
}

page_main() {
    run_reader page "$@"
}
