# shellcheck shell=bash
# shellcheck source=/dev/null
source "$BIN/lib/reader.sh"

inspect_summary() {
    text "montre ce qu'une puce propose, sans rien envoyer" "shows what a chip offers, without sending anything"
}

inspect_main() {
    run_reader inspect "$@"
}
