# shellcheck shell=bash

screenshots_summary() {
    text "photographie les pages, en français et en anglais" "takes pictures of the pages, in French and English"
}

screenshots_help() {
    text "Usage : tessere screenshots [--out DOSSIER]

Démarre tout, parcourt toutes les pages dans un navigateur sans écran et enregistre une image de chacune :
en français et en anglais, en 320 et 1280 pixels de large, sur fond clair et sur fond sombre, et comme sur papier
(fr-320-sign-in.png, fr-1280-dark-sign-in.png, fr-1280-print-sign-in.png). Sans dossier, les images vont dans
src/test/target/screenshots." \
        "Usage: tessere screenshots [--out FOLDER]

Starts everything, walks through all pages in a browser without a screen and keeps a picture of each: in French
and English, 320 and 1280 pixels wide, on light and on dark ground, and as on paper (fr-320-sign-in.png,
fr-1280-dark-sign-in.png, fr-1280-print-sign-in.png). Without a folder, they go to src/test/target/screenshots."
}

screenshots_main() {
    case "${1:-}" in
        -h | --help) screenshots_help && return 0 ;;
    esac
    need_packages "photographier les pages" "taking pictures of the pages" chromium || return "$FAILED"
    run_test_program fr.tessere.screens.Screenshots "$@" || return "$FAILED"
}
