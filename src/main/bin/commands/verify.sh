# shellcheck shell=bash

verify_summary() {
    text "vérifie les fichiers d'un document (EF.SOD, groupes de données)" \
        "verifies the files of a document (EF.SOD, data groups)"
}

verify_main() {
    run_program "${TOOLS[@]}" verify "$@"
}
