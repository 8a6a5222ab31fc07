# shellcheck shell=bash

screenshots_summary() {
    text "photographie les pages, en français et en anglais" "takes pictures of the pages, in French and English"
}

screenshots_help() {
    text "Usage : tessere screenshots [DOSSIER]

Démarre tout, parcourt une connexion dans un navigateur sans écran et enregistre chaque page." \
        "Usage: tessere screenshots [FOLDER]

Starts everything, walks through a sign-in in a browser without a screen and keeps a picture of each page."
}

screenshots_main() {
    case "${1:-}" in
        -h | --help) screenshots_help && return 0 ;;
    esac
    need_packages "photographier les pages" "taking pictures of the pages" chromium || return "$FAILED"
    run_test_program fr.tessere.screens.Screenshots "$@" || return "$FAILED"
}
