# shellcheck shell=bash
# shellcheck source=/dev/null
source "$BIN/lib/reader.sh"

read_summary() {
    text "lit la puce d'un document et termine une connexion" "reads the chip of a document and completes a sign-in"
}

read_main() {
    run_reader read "$@"
}
