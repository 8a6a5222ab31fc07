# shellcheck shell=bash

specimen_summary() {
    text "énumère, fabrique et sert des documents spécimens" "lists, makes and serves specimen documents"
}

specimen_main() {
    run_program "${SPECIMEN[@]}" "$@"
}
